package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Division and remainder of longs truncate towards zero; the smallest long by -1 does not trap. */
final class LongDivision {

    private static long[] values = {7, -7, 2, -2, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32};

    static void run() {
        for (long a : values) {
            for (long b : values) {
                Out.println(a / b);
                Out.println(a % b);
            }
        }
    }
}
