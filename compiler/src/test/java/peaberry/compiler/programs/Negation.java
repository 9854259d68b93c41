package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The smallest number is its own negation. */
final class Negation {

    private static int[] ints = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static long[] longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE};

    static void run() {
        for (int value : ints) {
            Out.println(-value);
            Out.println(~value);
        }
        for (long value : longs) {
            Out.println(-value);
            Out.println(~value);
        }
    }
}
