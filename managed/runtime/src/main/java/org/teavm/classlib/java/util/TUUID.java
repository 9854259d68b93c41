package org.teavm.classlib.java.util;

import org.teavm.classlib.java.io.TSerializable;
import peaberry.managed.Randomness;

/** In place of TeaVM's class of this name, whose random ones can be guessed: 128 bits, as RFC 9562 has them. */
public final class TUUID implements TSerializable, Comparable<TUUID> {

    private static final long VERSION = 0x4000;
    private static final long VERSION_MASK = 0xF000;
    private static final long VARIANT = 1L << 63;
    private static final long VARIANT_MASK = 3L << 62;
    private static final int[] DIGITS = {8, 4, 4, 4, 12};
    private static final int HEXADECIMAL = 16;

    private final long high;
    private final long low;

    public TUUID(long high, long low) {
        this.high = high;
        this.low = low;
    }

    public static TUUID randomUUID() {
        return new TUUID(Randomness.nextLong() & ~VERSION_MASK | VERSION, Randomness.nextLong() & ~VARIANT_MASK | VARIANT);
    }

    public static TUUID fromString(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != DIGITS.length) {
            throw new IllegalArgumentException("Invalid UUID string: " + text);
        }
        long[] values = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || parts[i].length() > DIGITS[i]) {
                throw new IllegalArgumentException("Invalid UUID string: " + text);
            }
            values[i] = Long.parseLong(parts[i], HEXADECIMAL);
        }
        return new TUUID(values[0] << 32 | values[1] << 16 | values[2], values[3] << 48 | values[4]);
    }

    public long getMostSignificantBits() {
        return high;
    }

    public long getLeastSignificantBits() {
        return low;
    }

    public int version() {
        return (int) (high >> 12) & 0xF;
    }

    public int variant() {
        return (int) (low >>> 64 - (low >>> 62) & low >> 63);
    }

    @Override
    public int compareTo(TUUID other) {
        return high != other.high ? Long.compare(high, other.high) : Long.compare(low, other.low);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TUUID uuid && uuid.high == high && uuid.low == low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high ^ low);
    }

    @Override
    public String toString() {
        return digits(high >>> 32, 8) + "-" + digits(high >>> 16, 4) + "-" + digits(high, 4) + "-" + digits(low >>> 48, 4) + "-" + digits(low, 12);
    }

    private static String digits(long value, int count) {
        String all = "0".repeat(HEXADECIMAL) + Long.toHexString(value);
        return all.substring(all.length() - count);
    }
}
