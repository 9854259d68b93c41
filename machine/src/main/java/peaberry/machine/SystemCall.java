package peaberry.machine;

import peaberry.machine.simulated.SimulatedMachine;

/** The one door from a program into the kernel. */
public final class SystemCall {

    private SystemCall() {
    }

    /**
     * Enters the kernel.
     *
     * @param number     which call, from {@code peaberry.abi.SystemCallNumber}
     * @param capability index of the invoked capability in the caller's CNode
     * @param reply      index of the reply capability for receiving calls, else 0
     * @param message    read on entry, written on return
     */
    @Intrinsic
    public static void trap(long number, long capability, long reply, MessageRegisters message) {
        SimulatedMachine.current().systemCall(number, capability, reply, message);
    }

    /** Enters the kernel with a call that carries no message either way. @param number as above */
    @Intrinsic
    public static void trap(long number) {
        SimulatedMachine.current().systemCall(number, 0, 0, new MessageRegisters());
    }
}
