package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Static helpers of Long that are plain arithmetic. */
final class LongHelpers {

    private static long[] values = {0, 1, -1, 7, 0x00F0_0000_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE};

    static void run() {
        for (long value : values) {
            Out.println(Long.bitCount(value));
            Out.println(Long.numberOfLeadingZeros(value));
            Out.println(Long.numberOfTrailingZeros(value));
            Out.println(Long.highestOneBit(value));
            Out.println(Long.lowestOneBit(value));
            Out.println(Long.reverseBytes(value));
            Out.println(Long.rotateLeft(value, 5));
            Out.println(Long.rotateRight(value, 69));
            Out.println(Long.signum(value));
            Out.println(Long.compareUnsigned(value, 7));
            Out.println(Long.compare(value, 7));
            Out.println(Long.divideUnsigned(value, 10));
            Out.println(Long.remainderUnsigned(value, 10));
            Out.println(Long.divideUnsigned(value, -2));
            Out.println(Long.remainderUnsigned(value, Long.MIN_VALUE));
        }
    }
}
