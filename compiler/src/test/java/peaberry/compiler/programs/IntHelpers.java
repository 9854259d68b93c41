package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Static helpers of Integer that are plain arithmetic. */
final class IntHelpers {

    private static int[] values = {0, 1, -1, 7, 0x00F0_0000, Integer.MAX_VALUE, Integer.MIN_VALUE};

    static void run() {
        for (int value : values) {
            Out.println(Integer.bitCount(value));
            Out.println(Integer.numberOfLeadingZeros(value));
            Out.println(Integer.numberOfTrailingZeros(value));
            Out.println(Integer.highestOneBit(value));
            Out.println(Integer.lowestOneBit(value));
            Out.println(Integer.reverseBytes(value));
            Out.println(Integer.rotateLeft(value, 5));
            Out.println(Integer.rotateRight(value, 37));
            Out.println(Integer.signum(value));
            Out.println(Integer.toUnsignedLong(value));
            Out.println(Integer.compareUnsigned(value, 7));
            Out.println(Integer.compare(value, 7));
            Out.println(Integer.divideUnsigned(value, 10));
            Out.println(Integer.remainderUnsigned(value, 10));
            Out.println(Integer.max(value, 3));
            Out.println(Integer.min(value, 3));
        }
    }
}
