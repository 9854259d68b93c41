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

    /** As above for messages of at most four words in both directions: what the other words are afterwards is not said. */
    @Intrinsic
    public static void trapWithFourWords(long number, long capability, long reply, MessageRegisters message) {
        SimulatedMachine.current().systemCall(number, capability, reply, message);
    }

    /** As above for messages that are nothing but a tag: what the words are afterwards is not said. */
    @Intrinsic
    public static void trapWithoutWords(long number, long capability, long reply, MessageRegisters message) {
        SimulatedMachine.current().systemCall(number, capability, reply, message);
    }

    /** Enters the kernel with a call that carries no message either way. @param number as above */
    @Intrinsic
    public static void trap(long number) {
        SimulatedMachine.current().systemCall(number, 0, 0, new MessageRegisters());
    }
}
