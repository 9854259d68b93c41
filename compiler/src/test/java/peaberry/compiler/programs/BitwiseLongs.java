package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** And, or, exclusive or of longs, mixed with sign-extended ints. */
final class BitwiseLongs {

    private static long[] values = {0, -1, 0x0F0F_0F0F_0F0F_0F0FL, Long.MIN_VALUE, 77};
    private static int mask = -256;

    static void run() {
        for (long a : values) {
            for (long b : values) {
                Out.println(a & b);
                Out.println(a | b);
                Out.println(a ^ b);
            }
            Out.println(a & mask);
            Out.println(a | mask);
            Out.println(a ^ 0xFFFF_FFFFL);
        }
    }
}
