package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.machine.Trusted;

/**
 * Hands out the memory of an untyped capability, from its base up. Memory comes back only when the capability has no
 * children left, so that no two objects ever share a byte. Of a device's memory only plain memory is made, and that stays
 * as it is.
 */
@Trusted
final class UntypedMemory {

    private UntypedMemory() {
    }

    /** Bytes that are handed out now. */
    static long used(Slot untyped) {
        return untyped.firstChild() == null ? 0 : untyped.extent();
    }

    /** Whether {@code count} objects of 2^bits bytes fit into what is left. @param bits 0 to 47 @param count 1 to 2^15 */
    static boolean fits(Slot untyped, int bits, long count) {
        return start(untyped, bits) + (count << bits) <= 1L << untyped.sizeBits();
    }

    /**
     * Makes the next object out of what is left, as a child. Nothing happens if it does not fit, cannot have that size,
     * or {@code untyped} is something else. @param destination empty
     */
    static void make(Slot untyped, Slot destination, ObjectType type, int bits, Processor processor) {
        boolean possible = untyped.type() == CapabilityType.UNTYPED && destination.isEmpty() && type.isSizeAllowed(bits)
                && (type.isPlainMemory() || !untyped.isDevice());
        if (!possible || !fits(untyped, type.sizeBits(bits), 1)) {
            return;
        }
        long start = start(untyped, type.sizeBits(bits));
        untyped.setExtent(start + (1L << type.sizeBits(bits)));
        if (untyped.isDevice()) {
            destination.holdDevice(ObjectMaker.kindOfPlain(type), untyped.base().plus(start), type.sizeBits(bits));
        } else {
            ObjectMaker.make(destination, type, bits, untyped.base().plus(start), processor);
        }
        Derivation.insert(destination, untyped);
    }

    private static long start(Slot untyped, int bits) {
        long size = 1L << bits;
        return used(untyped) + size - 1 & -size;
    }
}
