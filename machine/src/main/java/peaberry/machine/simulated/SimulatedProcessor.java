package peaberry.machine.simulated;

import peaberry.machine.MessageRegisters;

/** The processor as the simulated machine needs it; the kernel's hosted architecture provides it. */
public interface SimulatedProcessor {

    /** The physical address of a running program's virtual one; does not return before the program may go on. */
    long translate(long virtual, boolean write);

    /** A system call of the running program; returns when the program goes on. */
    void systemCall(long number, long capability, long reply, MessageRegisters message);

    /** Leaves the kernel for the first time; the calling thread has no more part in the machine until it is off. */
    void runPrograms();

    /** An object's memory was zeroed. */
    void forgotten(Object placed);

    /** The machine is off: every thread of the processor must end. */
    void stopped();

    /** Waits until no thread of the processor is alive. */
    void awaitEnd();
}
