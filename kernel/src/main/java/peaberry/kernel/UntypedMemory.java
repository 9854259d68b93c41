package peaberry.kernel;

import peaberry.abi.ObjectType;
import peaberry.machine.Trusted;

/**
 * Hands out the memory of an untyped capability, from its base up. Memory comes back only when the capability has no
 * children left, so that no two objects ever share a byte.
 */
@Trusted
final class UntypedMemory {

    private UntypedMemory() {
    }

    /** Bytes that are handed out now. */
    static long used(Slot untyped) {
        return untyped.firstChild == null ? 0 : untyped.extent;
    }

    /** Whether {@code count} objects of 2^bits bytes fit into what is left. @param bits 0 to 47 @param count 1 to 2^15 */
    static boolean fits(Slot untyped, int bits, long count) {
        return start(untyped, bits) + (count << bits) <= 1L << untyped.sizeBits;
    }

    /** Makes the next object out of what is left, as a child; nothing happens if it does not fit. @param destination empty */
    static void make(Slot untyped, Slot destination, ObjectType type, int bits, Processor processor) {
        int sizeBits = type.sizeBits(bits);
        if (!fits(untyped, sizeBits, 1)) {
            return;
        }
        long start = start(untyped, sizeBits);
        untyped.extent = start + (1L << sizeBits);
        ObjectMaker.make(destination, type, bits, untyped.base.plus(start), processor);
        Derivation.insert(destination, untyped);
    }

    private static long start(Slot untyped, int bits) {
        long size = 1L << bits;
        return used(untyped) + size - 1 & -size;
    }
}
