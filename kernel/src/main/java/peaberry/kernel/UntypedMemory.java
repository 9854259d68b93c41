package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * Hands out the memory of an untyped capability, from its base up. Memory comes back only when the capability has no
 * children left and nothing is doomed, so that no two objects ever share a byte. Of a device's memory only plain memory
 * is made, and that stays as it is.
 *
 * <p>Invariant: children lie below {@link Slot#extent}; what lies from there up to {@link Slot#clean} is zero.
 */
@Trusted
final class UntypedMemory {

    /** Bytes that are cleaned in one step. */
    private static final long STEP = 1024;

    private UntypedMemory() {
    }

    /** Lets memory that has come back start afresh. Nothing happens while objects that may lie there are doomed. */
    static void reset(Slot untyped, Deletion deletion) {
        if (untyped.type() == CapabilityType.UNTYPED && untyped.firstChild() == null && deletion.doomed() == null) {
            untyped.extent = 0;
            untyped.clean = 0;
        }
    }

    /** Whether the memory of such an object must be zero: that of untyped memory need not, that of devices stays as it is. */
    static boolean mustBeClean(Slot untyped, ObjectType type) {
        return type != ObjectType.UNTYPED && !untyped.isDevice();
    }

    /** Makes some more memory zero that is not handed out; a step of bounded time. */
    static void clean(Slot untyped) {
        if (untyped.type() == CapabilityType.UNTYPED && !untyped.isDevice()) {
            long from = Math.max(untyped.extent(), untyped.clean());
            long bytes = Math.min(STEP, (1L << untyped.sizeBits()) - from);
            PhysicalMemory.zero(untyped.base().plus(from), bytes);
            untyped.clean = from + bytes;
        }
    }

    /**
     * Makes the next object out of what is left, as a child. Nothing happens if it does not fit, cannot have that size, the memory
     * is not clean, or {@code untyped} is something else. @param destination empty
     */
    static void make(Slot untyped, Slot destination, ObjectType type, int bits) {
        int sizeBits = type.sizeBits(bits);
        long start = start(untyped.extent(), sizeBits);
        long end = start + (1L << sizeBits);
        boolean fits = untyped.type() == CapabilityType.UNTYPED && type.isSizeAllowed(bits) && end <= 1L << untyped.sizeBits();
        boolean suits = untyped.isDevice() ? type.isPlainMemory() : end <= untyped.clean() || !mustBeClean(untyped, type);
        if (fits && suits && destination.isEmpty()) {
            untyped.extent = end;
            ObjectMaker.make(destination, type, bits, untyped.base().plus(start));
            destination.device = untyped.device;
            Derivation.insert(destination, untyped);
        }
    }

    /** The first multiple of 2^bits from {@code used} on. */
    /*@ public normal_behavior
      @ requires 0 <= used && used <= 0x800000000000L && 0 <= bits && bits <= 47;
      @ ensures used <= \result && \result < used + (1L << bits) && \result % (1L << bits) == 0;
      @ assignable \strictly_nothing;
      @*/
    /*@ pure @*/ static long start(long used, int bits) {
        long size = 1L << bits;
        return used + size - 1 & -size;
    }
}
