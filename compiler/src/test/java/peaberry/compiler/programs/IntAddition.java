package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Addition of ints wraps around. */
final class IntAddition {

    private static int[] values = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 123456789};

    static void run() {
        for (int a : values) {
            for (int b : values) {
                Out.println(a + b);
                Out.println(a - b);
            }
        }
    }
}
