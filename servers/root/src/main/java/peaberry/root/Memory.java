package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.runtime.RootMemory;
import peaberry.runtime.UntypedMemory;

/** All memory that the kernel did not need, as it gave it to root: what processes, and root's few objects, are made from. */
final class Memory {

    /** In place of one of them. */
    private static final int NOWHERE = -1;

    private static int untypedCount;

    private Memory() {
    }

    static void initialise() {
        untypedCount = (int) RootMemory.bootInfo(BootInfo.UNTYPED_COUNT);
    }

    /**
     * Makes an object into the slot {@code slot} of root's CNode, unless it was made before: nobody but root fills root's slots.
     *
     * @param requestedBits size for the kinds whose size the caller says, see {@link ObjectType#sizeBits}
     */
    static KernelError make(ObjectType type, int requestedBits, int slot) {
        if (slot == Slots.NONE) {
            return KernelError.INVALID_CAPABILITY;
        }
        if (Slots.isFilled(slot)) {
            return KernelError.NONE;
        }
        int best = best(1L << type.sizeBits(requestedBits));
        return best == NOWHERE ? KernelError.NOT_ENOUGH_MEMORY : untyped(best).retype(type, requestedBits, Slots.OWN, slot, 1);
    }

    /** Of those with room for so many bytes at a multiple of these, the one where the least is lost before them. */
    private static int best(long bytes) {
        int best = NOWHERE;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < untypedCount; i++) {
            if (untyped(i).usage() == KernelError.NONE) {
                long used = UntypedMemory.usageUsed();
                long start = used + bytes - 1 & -bytes;
                boolean fits = start + bytes <= 1L << UntypedMemory.usageBits();
                if (fits && start - used < least) {
                    best = i;
                    least = start - used;
                }
            }
        }
        return best;
    }

    /** Bytes in the machine. */
    static long total() {
        return RootMemory.bootInfo(BootInfo.MEMORY_BYTES);
    }

    /** Bytes that root was given. */
    static long given() {
        long bytes = 0;
        for (int i = 0; i < untypedCount; i++) {
            if (untyped(i).usage() == KernelError.NONE) {
                bytes += 1L << UntypedMemory.usageBits();
            }
        }
        return bytes;
    }

    /** Bytes of these that were handed out, to processes and for root's own objects. */
    static long used() {
        long bytes = 0;
        for (int i = 0; i < untypedCount; i++) {
            if (untyped(i).usage() == KernelError.NONE) {
                bytes += UntypedMemory.usageUsed();
            }
        }
        return bytes;
    }

    /** Whether root's slot is one of memory that was given to it. */
    static boolean isAt(int slot) {
        return slot >= BootInfo.FIRST_UNTYPED && slot < BootInfo.FIRST_UNTYPED + untypedCount;
    }

    private static UntypedMemory untyped(int index) {
        return UntypedMemory.at(BootInfo.FIRST_UNTYPED + index);
    }
}
