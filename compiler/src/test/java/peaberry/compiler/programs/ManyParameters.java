package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** More parameters than there are registers, of mixed widths. */
final class ManyParameters {

    private static long sum(int a, long b, byte c, short d, char e, boolean f, int g, long h, int i, long j, int k) {
        return a + 2 * b + 3 * c + 4 * d + 5 * e + (f ? 6 : 0) + 7 * g + 8 * h + 9 * i + 10 * j + 11 * k;
    }

    static void run() {
        Out.println(sum(1, 2, (byte) -3, (short) 4, '5', true, 7, -8, 9, 10L << 33, -11));
        Out.println(sum(-1, -2, (byte) 3, (short) -4, '\0', false, -7, 8, -9, -10L << 33, 11));
    }
}
