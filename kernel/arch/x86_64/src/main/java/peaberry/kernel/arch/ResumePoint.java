package peaberry.kernel.arch;

import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;

/**
 * Where a thread goes on, and with which flags: all of its state that a program may not choose freely.
 *
 * <p>Invariant: {@link #rip} is a canonical address and {@link #rflags} came from a program or from {@link #start}, so
 * that the instruction that returns to the program cannot fail, and the program has no privilege.
 */
@Trusted
final class ResumePoint {

    /** Interrupts on, and the bit that is always set: Intel SDM volume 1, 3.4.3. */
    private static final long FLAGS_AT_START = 0x202;
    /** The upper bits of an address all equal the highest one that is used: Intel SDM volume 1, 3.3.7.1. */
    private static final int UNUSED_ADDRESS_BITS = 16;

    private long rip;
    private long rflags = FLAGS_AT_START;

    /** Where a new thread begins. An address that no program can have becomes 0, where it faults. */
    void start(long instructionPointer) {
        goOnAt(instructionPointer);
        rflags = FLAGS_AT_START;
    }

    /** Goes on elsewhere. An address that no program can have becomes 0, where it faults. */
    void goOnAt(long instructionPointer) {
        boolean possible = instructionPointer >= 0 && instructionPointer < UserLayout.LIMIT;
        rip = possible ? instructionPointer : 0;
    }

    /** After a fault or interrupt, which a processor may report at the address that a program wrongly jumped to: restores the invariant. */
    void settle() {
        if (rip << UNUSED_ADDRESS_BITS >> UNUSED_ADDRESS_BITS != rip) {
            rip = 0;
        }
    }

    long instructionPointer() {
        return rip;
    }

    long flags() {
        return rflags;
    }
}
