package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.runtime.Text;
import peaberry.runtime.UntypedMemory;

/**
 * The first process, which the kernel starts with all memory and all devices. It hands out what the declaration in the archive says,
 * and then serves the others, of which one watches over the rest. If there is not enough for that, it says so and switches the machine off.
 *
 * <p>Root may fail, too: the keeper then starts it anew, with nothing but what its slots, the kernel's objects and the ledger tell. So all that it
 * does at the start it does only where it was not done before.
 */
public final class Root {

    private static final RootServer SERVER = new RootServer();
    private static final Text SAID = new Text(200);

    private Root() {
    }

    /** Does not return. @param argument where the kernel puts the boot information; of a root that starts anew, where the one before it failed */
    public static void main(long argument) {
        Slots.initialise();
        Memory.initialise();
        String problem = Archive.open();
        if (!problem.isEmpty()) {
            refuse(problem);
        }
        KernelError error = prepare();
        if (error != KernelError.NONE) {
            refuse(Words.of(error));
        }
        Keeping.begin(argument);
        Processes.adopt();
        if (!SupervisorWatch.begin()) {
            PowerSwitch.off(PowerSwitch.STATUS_FAILURE);
        }
        SERVER.run();
    }

    /** Makes what lasts, or finds it made. Who asked a root before this one hears that the answer will not come. */
    private static KernelError prepare() {
        KernelError error = AddressSpace.prepareScratch();
        if (error == KernelError.NONE) {
            Look.prepare();
            PowerSwitch.prepare();
            EmergencyConsole.prepare();
            Devices.prepare();
            DeviceMemory.prepare();
            PciFunctions.prepare();
            DevicePageRequests.prepare();
            BootProgramRequests.prepare();
            Trace.prepare();
            error = Processes.prepare();
        }
        return error == KernelError.NONE ? makeReply() : error;
    }

    /** The memory of the reply before this one is used again, however often root fails. */
    private static KernelError makeReply() {
        int memory = Slots.take();
        KernelError error = Memory.make(ObjectType.UNTYPED, ObjectType.REPLY.sizeBits(0), memory);
        if (error == KernelError.NONE) {
            error = Slots.OWN.revoke(memory);
        }
        return error == KernelError.NONE ? UntypedMemory.at(memory).retype(ObjectType.REPLY, 0, Slots.OWN, Slots.ROOT_REPLY, 1) : error;
    }

    private static void refuse(String why) {
        SAID.append("the system cannot start: ").append(why);
        EmergencyConsole.say(SAID);
        PowerSwitch.off(PowerSwitch.STATUS_FAILURE);
        throw new IllegalStateException();
    }
}
