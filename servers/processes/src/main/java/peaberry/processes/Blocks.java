package peaberry.processes;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.runtime.CNode;
import peaberry.runtime.UntypedMemory;

/**
 * Memory in blocks of powers of two: halves of halves of one block, each of which is untyped memory of its own, so that to revoke it is to get back what was made of it.
 *
 * <p>Blocks are numbered as in a heap: the whole is 1, the halves of block n are 2n and 2n + 1. Halves are joined only when otherwise there would be no room: what is asked for
 * is mostly of the size that was given back before.
 */
final class Blocks {

    /** log2 of the bytes of the smallest block. */
    static final int LEAST_BITS = 15;
    /** log2 of the bytes of the largest whole. */
    static final int MOST_BITS = 26;
    /** In place of a block if there is none. */
    static final int NONE = 0;

    private static final int WHOLE = 1;

    /** Of each block: log2 of the largest one that is free in it; 0 if none is. */
    private final byte[] free = new byte[slots(MOST_BITS)];
    private final boolean[] isTaken = new boolean[slots(MOST_BITS)];
    private CNode table = CNode.at(0);
    private int wholeSlot;
    private int firstSlot;
    private int wholeBits;

    /** How many slots it takes to divide a whole. @param bits log2 of its bytes */
    static int slots(int bits) {
        return 1 << Math.max(0, bits - LEAST_BITS) + 1;
    }

    /**
     * Takes the memory.
     *
     * @param whole     where it is in {@code table}
     * @param bits      log2 of its bytes, {@link #LEAST_BITS} to {@link #MOST_BITS}
     * @param firstSlot of {@link #slots} empty ones
     */
    void open(CNode table, int whole, int bits, int firstSlot) {
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            throw new IllegalStateException("memory of this size cannot be divided");
        }
        this.table = table;
        wholeSlot = whole;
        wholeBits = bits;
        this.firstSlot = firstSlot;
        free[WHOLE] = (byte) bits;
    }

    /** A block of at least so many bytes; {@link #NONE} if there is none. */
    int take(long bytes) {
        int bits = bitsFor(bytes);
        if (bits > free[WHOLE]) {
            join();
        }
        if (bits > free[WHOLE]) {
            return NONE;
        }
        int block = WHOLE;
        int size = wholeBits;
        while (size > bits) {
            if (free[block] == size) {
                split(block, size);
            }
            block = better(2 * block, 2 * block + 1, bits);
            size--;
        }
        setFree(block, 0);
        isTaken[block] = true;
        return block;
    }

    /** Gives back a block, with all that was made of it. */
    void giveBack(int block) {
        require(table.revoke(slot(block)));
        setFree(block, bits(block));
        isTaken[block] = false;
    }

    /** log2 of a block's bytes. */
    int bits(int block) {
        return wholeBits - depth(block);
    }

    /** Where a block begins in the whole, in bytes. */
    long offset(int block) {
        return (long) (block - (1 << depth(block))) << bits(block);
    }

    /** Bytes of the smallest block that has as many. */
    static long size(long bytes) {
        return 1L << bitsFor(bytes);
    }

    /** What a block's memory is made into. */
    UntypedMemory memory(int block) {
        return UntypedMemory.at(slot(block));
    }

    /** Bytes of the whole. */
    long bytes() {
        return 1L << wholeBits;
    }

    /** Bytes of a block that something was made of. */
    long usedBytes(int block) {
        require(table.inspect(slot(block)));
        return CNode.inspectSecondDetail();
    }

    /** The same of all blocks that are taken. */
    long usedBytes() {
        long bytes = 0;
        for (int block = WHOLE; block < slots(wholeBits); block++) {
            bytes += isTaken[block] ? usedBytes(block) : 0;
        }
        return bytes;
    }

    private static int bitsFor(long bytes) {
        return Math.max(LEAST_BITS, Long.SIZE - Long.numberOfLeadingZeros(bytes - 1));
    }

    private static int depth(int block) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(block);
    }

    /** Whether it is free and not divided. */
    private boolean isWhole(int block) {
        return free[block] == bits(block);
    }

    /** Of two halves the one with room of which less is lost. */
    private int better(int left, int right, int bits) {
        boolean leftHas = free[left] >= bits;
        boolean rightHas = free[right] >= bits;
        return leftHas && (!rightHas || free[left] <= free[right]) ? left : right;
    }

    private void split(int block, int size) {
        require(memory(block).retype(ObjectType.UNTYPED, size - 1, table, slot(2 * block), 2));
        free[2 * block] = (byte) (size - 1);
        free[2 * block + 1] = (byte) (size - 1);
        free[block] = (byte) (size - 1);
    }

    /** Joins all halves that are both free, the smallest first. */
    private void join() {
        for (int block = slots(wholeBits - 1) - 1; block >= WHOLE; block--) {
            if (!isWhole(block) && free[2 * block] == bits(block) - 1 && free[2 * block + 1] == bits(block) - 1) {
                require(table.delete(slot(2 * block)));
                require(table.delete(slot(2 * block + 1)));
                free[2 * block] = 0;
                free[2 * block + 1] = 0;
                setFree(block, bits(block));
            }
        }
    }

    /** Takes note of what is free in a block, and of what that means for those that it is a part of. */
    private void setFree(int block, int bits) {
        free[block] = (byte) bits;
        for (int whole = block / 2; whole >= WHOLE; whole /= 2) {
            free[whole] = (byte) Math.max(free[2 * whole], free[2 * whole + 1]);
        }
    }

    private int slot(int block) {
        return block == WHOLE ? wholeSlot : firstSlot + block;
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("memory cannot be divided");
        }
    }
}
