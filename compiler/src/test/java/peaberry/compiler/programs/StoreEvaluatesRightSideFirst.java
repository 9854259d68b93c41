package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The right side of an element assignment runs before the index is checked. */
final class StoreEvaluatesRightSideFirst {

    private static final int[] DATA = {1};
    private static int index = 1;

    private static int noisy() {
        Out.println("evaluated");
        return 1;
    }

    static void run() {
        DATA[index] = noisy();
        Out.println("after");
    }
}
