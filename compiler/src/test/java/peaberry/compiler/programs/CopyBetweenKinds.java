package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy between arrays of different primitives is a fault. */
final class CopyBetweenKinds {

    private static int[] from = new int[3];
    private static long[] to = new long[3];

    static void run() {
        Out.println("before");
        System.arraycopy(from, 0, to, 0, 1);
    }
}
