package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Minimum, maximum, absolute value and floored division. */
final class MathHelpers {

    private static int[] ints = {0, 1, -1, 7, -7, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static long[] longs = {0, 1, -1, 7, -7, Long.MAX_VALUE, Long.MIN_VALUE};

    static void run() {
        for (int a : ints) {
            Out.println(Math.abs(a));
            Out.println(Math.min(a, 2));
            Out.println(Math.max(a, -2));
            Out.println(Math.floorMod(a, 3));
            Out.println(Math.floorMod(a, -3));
            Out.println(Math.floorDiv(a, 3));
        }
        for (long a : longs) {
            Out.println(Math.abs(a));
            Out.println(Math.min(a, 2));
            Out.println(Math.max(a, -2));
            Out.println(Math.floorMod(a, 3L));
            Out.println(Math.floorDiv(a, -3L));
        }
    }
}
