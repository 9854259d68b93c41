package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy of a negative number of elements is a fault. */
final class CopyNegativeLength {

    private static final long[] A = new long[3];
    private static int count = -1;

    static void run() {
        Out.println("before");
        System.arraycopy(A, 1, A, 0, count);
    }
}
