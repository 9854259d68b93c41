package peaberry.kernel.arch;

import peaberry.abi.FaultKind;

/** What the kernel does when the machine enters it. The machine calls one at a time, interrupts off. */
public interface TrapHandler {

    /** The running thread made a system call; its arguments are in its {@link UserContext}. @param number any number */
    void systemCall(int number);

    /** A device's interrupt line, which is now masked and acknowledged at the controller. */
    void interrupt(int line);

    /** The time armed with {@link Timer#arm} has passed. */
    void timer();

    /** The running thread failed. @param detail as the second word of {@link FaultKind}'s message */
    void fault(FaultKind kind, long detail, long errorCode);
}
