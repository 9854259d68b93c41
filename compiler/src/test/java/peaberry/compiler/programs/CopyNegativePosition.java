package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy from a negative position is a fault. */
final class CopyNegativePosition {

    private static final char[] A = new char[3];
    private static int position = -1;

    static void run() {
        Out.println("before");
        System.arraycopy(A, position, A, 0, 1);
    }
}
