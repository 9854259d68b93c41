package peaberry.kernel.arch;

import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.SystemCallNumber;

/** What the kernel does when the machine enters it. The machine calls one at a time, interrupts off. */
public interface TrapHandler {

    /** The running thread made a system call; its arguments are in its {@link UserContext}. @param request number and timeout */
    void systemCall(long request);

    /** The running thread made the system call {@code CALL}, without a timeout. */
    default void call() {
        systemCall(SystemCallNumber.CALL);
    }

    /** The running thread made the system call {@code REPLY_RECEIVE}, without a timeout. */
    default void replyReceive() {
        systemCall(SystemCallNumber.REPLY_RECEIVE);
    }

    /** A device's interrupt line, which is now masked and acknowledged at the controller. */
    void interrupt(int line);

    /** A message interrupt came. @param number one that {@link MessageInterrupts#count} counts */
    void message(int number);

    /**
     * A function that is assigned tried what it may not; see {@link Iommu#awaitFault}.
     *
     * @param function as for {@link Iommu}
     * @param page     the address, rounded down to a page
     * @param reason   the number that the hardware has for it
     */
    void deviceFault(int function, DeviceFault kind, long page, int reason);

    /** The time armed with {@link Timer#arm} has passed. */
    void timer();

    /** The running thread failed. @param detail as the second word of {@link FaultKind}'s message */
    void fault(FaultKind kind, long detail, long errorCode);
}
