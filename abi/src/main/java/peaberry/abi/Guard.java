package peaberry.abi;

import peaberry.machine.Unboxed;

/**
 * What the low bits of an address must be for a CNode's capability to look further; it takes the place of a badge. Bits 0 to
 * 5 are the number of bits, the others their value. A capability without a guard has 0.
 */
@Unboxed
public record Guard(long bits) {

    /** The most bits that a guard has. */
    public static final int MAX_BITS = 58;
    private static final int COUNT_BITS = 6;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    /** @param count 0 to {@link #MAX_BITS} @param value less than 2^count */
    public static Guard of(int count, long value) {
        return new Guard(value << COUNT_BITS | count);
    }

    private int count() {
        return (int) (bits & COUNT_MASK);
    }

    private long value() {
        return bits >>> COUNT_BITS;
    }

    /** Whether the number of bits is in its range and the value fits into them. */
    public boolean isSound() {
        return count() <= MAX_BITS && value() >>> count() == 0;
    }

    /** Whether an address begins with these bits. */
    public boolean matches(long address) {
        return (address & (1L << count()) - 1) == value();
    }

    /** The address without these bits. */
    public long strip(long address) {
        return address >>> count();
    }
}
