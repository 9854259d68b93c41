package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.runtime.Text;

/**
 * The first process, which the kernel starts with all memory and all devices. It hands out what the declaration in the archive says,
 * and then serves the others, of which one watches over the rest. If there is not enough for that, it says so and switches the machine off.
 */
public final class Root {

    private static final RootServer SERVER = new RootServer();
    private static final Text SAID = new Text(200);

    private Root() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        Slots.initialise();
        Memory.initialise();
        String problem = Archive.open();
        if (!problem.isEmpty()) {
            refuse(problem);
        }
        Look.prepare();
        DeviceMemory.prepare();
        KernelError error = Processes.prepare();
        if (error == KernelError.NONE) {
            error = AddressSpace.prepareScratch();
        }
        if (error == KernelError.NONE) {
            error = Memory.make(ObjectType.REPLY, 0, Slots.ROOT_REPLY);
        }
        if (error != KernelError.NONE) {
            refuse(Words.of(error));
        }
        if (!SupervisorWatch.start()) {
            PowerSwitch.off(PowerSwitch.STATUS_FAILURE);
        }
        SERVER.run();
    }

    private static void refuse(String why) {
        SAID.append("the system cannot start: ").append(why);
        EmergencyConsole.say(SAID);
        PowerSwitch.off(PowerSwitch.STATUS_FAILURE);
        throw new IllegalStateException();
    }
}
