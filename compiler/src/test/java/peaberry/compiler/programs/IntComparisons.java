package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Every comparison of two ints. */
final class IntComparisons {

    private static int[] values = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};

    static void run() {
        for (int a : values) {
            for (int b : values) {
                Out.println(a < b);
                Out.println(a <= b);
                Out.println(a > b);
                Out.println(a >= b);
                Out.println(a == b);
                Out.println(a != b);
            }
        }
    }
}
