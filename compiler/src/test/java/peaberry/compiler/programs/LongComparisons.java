package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Every comparison of two longs, in branches and as values. */
final class LongComparisons {

    private static long[] values = {0, 1, -1, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE};

    static void run() {
        for (long a : values) {
            for (long b : values) {
                Out.println(a < b);
                Out.println(a <= b);
                Out.println(a > b);
                Out.println(a >= b);
                Out.println(a == b);
                Out.println(a != b);
                if (a < b) {
                    Out.println("less");
                } else if (a > b) {
                    Out.println("more");
                }
            }
        }
    }
}
