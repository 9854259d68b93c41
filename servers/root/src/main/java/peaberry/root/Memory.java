package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.runtime.RootMemory;
import peaberry.runtime.UntypedMemory;

/** All memory that the kernel did not need, as it gave it to root: what processes, and root's few objects, are made from. */
final class Memory {

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
        KernelError error = KernelError.NOT_ENOUGH_MEMORY;
        for (int i = 0; i < untypedCount && error == KernelError.NOT_ENOUGH_MEMORY; i++) {
            error = untyped(i).retype(type, requestedBits, Slots.OWN, slot, 1);
        }
        return error;
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
