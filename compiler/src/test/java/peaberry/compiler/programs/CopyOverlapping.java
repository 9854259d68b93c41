package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Copying within one array works in both directions. */
final class CopyOverlapping {

    private static final int[] UP = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final int[] DOWN = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final short[] SAME = {1, 2, 3};

    static void run() {
        System.arraycopy(UP, 0, UP, 2, 6);
        System.arraycopy(DOWN, 3, DOWN, 1, 6);
        System.arraycopy(SAME, 0, SAME, 0, 3);
        for (int i = 0; i < UP.length; i++) {
            Out.println(UP[i]);
            Out.println(DOWN[i]);
        }
        Out.println(SAME[2]);
    }
}
