package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Multiplication of ints keeps the low 32 bits. */
final class IntMultiplication {

    private static int[] values = {0, 1, -1, 3, 65537, Integer.MAX_VALUE, Integer.MIN_VALUE, -123456789};

    static void run() {
        for (int a : values) {
            for (int b : values) {
                Out.println(a * b);
            }
        }
    }
}
