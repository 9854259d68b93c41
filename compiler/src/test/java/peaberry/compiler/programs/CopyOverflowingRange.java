package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A position and length whose sum overflows do not pass for a range. */
final class CopyOverflowingRange {

    private static final int[] A = new int[3];
    private static int position = 2;
    private static int count = Integer.MAX_VALUE;

    static void run() {
        Out.println("before");
        System.arraycopy(A, position, A, 0, count);
    }
}
