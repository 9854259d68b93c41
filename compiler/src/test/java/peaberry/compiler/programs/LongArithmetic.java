package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Addition, subtraction and multiplication of longs wrap around. */
final class LongArithmetic {

    private static long[] values = {0, 1, -1, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, 0x1234_5678_9ABC_DEF0L};

    static void run() {
        for (long a : values) {
            for (long b : values) {
                Out.println(a + b);
                Out.println(a - b);
                Out.println(a * b);
            }
        }
    }
}
