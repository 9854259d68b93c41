package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedMachine;

/** The processor: where the kernel is entered and what runs when it is left. */
@Trusted
public final class Cpu {

    private Cpu() {
    }

    /** Turns traps on; once, before anything else of this package is used. */
    public static void start(TrapHandler handler) {
        SimulatedMachine machine = SimulatedMachine.current();
        machine.attach(new HostedProcessor(machine, handler));
    }

    /** The thread that runs when the kernel is left, and its address space. */
    @Trusted
    public static void resume(UserContext context, PhysicalAddress translationRoot) {
        HostedProcessor.current().resume(context, translationRoot.value());
    }

    /** Nobody runs when the kernel is left; the processor waits for an interrupt. */
    public static void idle() {
        HostedProcessor.current().resume(null, 0);
    }

    /** Switches the machine off; does not return. @param status 0 to 99 */
    public static void powerOff(int status) {
        SimulatedMachine.current().powerOff(status);
    }
}
