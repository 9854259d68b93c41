package peaberry.kernel.arch;

import peaberry.machine.OutOfLine;

/**
 * Whose vector registers and segment bases the processor holds. Most threads have neither, and a switch between two such
 * threads does next to nothing.
 *
 * <p>A thread gets vector registers at its first use of one, which faults. From then on they are saved when another thread
 * gets the processor and loaded when it comes back. The bases of FS and GS, which programs write without the kernel, are
 * saved when they are not 0. An idle processor keeps what the last thread left: nobody is there to see it.
 *
 * <p>Invariant: the use of vector registers is allowed exactly while they are {@link #live}; then they are the owner's, and
 * otherwise they are as if never used, so that even speculation finds nothing of another thread in them. What a context
 * has saved counts only while it is not the owner.
 */
final class ContextSwitch {

    /** Values of {@link #live}, which is tested together with other numbers. */
    private static final long LIVE = 1;
    private static final long NOT_LIVE = 0;

    private final SwitchedRegisters registers;
    private boolean hasVectors;
    private boolean hasBases;
    /** The thread that ran last. Its memory may be free by now, but nobody else has run to use it anew. */
    private UserContext owner;
    private long live;

    ContextSwitch(SwitchedRegisters registers) {
        this.registers = registers;
    }

    /** Says what the processor has; before the first switch. */
    void start(boolean vectors, boolean bases) {
        hasVectors = vectors;
        hasBases = bases;
    }

    /** Gives the processor to a thread, perhaps to the one that had it last. Mostly there is nothing to do: this is kept short. */
    void to(UserContext next) {
        SwitchedRegisters processor = registers;
        if (hasBases) {
            long fs = processor.fsBase();
            long gs = processor.gsBase();
            processor.clearSegments();
            if ((live | next.others | fs | gs) == 0) {
                owner = next;
            } else {
                exchange(next, fs, gs);
            }
        } else {
            processor.clearSegments();
            if ((live | next.others) == 0) {
                owner = next;
            } else {
                exchange(next, 0, 0);
            }
        }
    }

    @OutOfLine
    private void exchange(UserContext next, long fs, long gs) {
        if (next == owner) {
            next.fsBase = fs;
            next.gsBase = gs;
        } else {
            leave(fs, gs);
            loadVectors(next);
        }
        if (hasBases) {
            registers.setBases(next.fsBase, next.gsBase);
            next.fsBase = 0;
            next.gsBase = 0;
        }
        owner = next;
    }

    private void leave(long fs, long gs) {
        if (owner == null) {
            return;
        }
        owner.fsBase = fs;
        owner.gsBase = gs;
        if ((fs | gs) != 0) {
            owner.others |= UserContext.BASES;
        }
        if (live == LIVE) {
            registers.save(owner.vectors);
        }
    }

    private void loadVectors(UserContext next) {
        if (ownsVectors(next)) {
            registers.load(next.vectors);
            live = LIVE;
        } else if (live == LIVE) {
            registers.initialise(next.vectors);
            registers.load(next.vectors);
            registers.refuseVectors();
            live = NOT_LIVE;
        }
    }

    /**
     * The running thread used a vector register while that was refused: gives it its own ones.
     *
     * @return whether it may go on; if not, this processor has none that the kernel can save
     */
    boolean admitVectors(UserContext thread) {
        if (!hasVectors || live == LIVE) {
            return false;
        }
        if (!ownsVectors(thread)) {
            registers.initialise(thread.vectors);
            thread.others |= UserContext.VECTORS;
        }
        registers.load(thread.vectors);
        live = LIVE;
        return true;
    }

    private static boolean ownsVectors(UserContext thread) {
        return (thread.others & UserContext.VECTORS) != 0;
    }
}
