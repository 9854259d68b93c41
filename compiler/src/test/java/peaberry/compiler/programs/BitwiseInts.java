package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** And, or, exclusive or, complement of ints and booleans. */
final class BitwiseInts {

    private static int[] values = {0, -1, 0x0F0F_0F0F, Integer.MIN_VALUE, 77};
    private static boolean[] truths = {false, true};

    static void run() {
        for (int a : values) {
            for (int b : values) {
                Out.println(a & b);
                Out.println(a | b);
                Out.println(a ^ b);
            }
        }
        for (boolean a : truths) {
            for (boolean b : truths) {
                Out.println(a & b);
                Out.println(a | b);
                Out.println(a ^ b);
                Out.println(a == b);
                Out.println(!a);
            }
        }
    }
}
