package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Division and remainder of ints truncate towards zero; the smallest int by -1 does not trap. */
final class IntDivision {

    private static int[] values = {7, -7, 2, -2, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};

    static void run() {
        for (int a : values) {
            for (int b : values) {
                Out.println(a / b);
                Out.println(a % b);
            }
        }
    }
}
