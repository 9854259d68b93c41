package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The right side of an element assignment runs before the array is found to be null. */
final class StoreNullArrayRightSideFirst {

    private static int[] none;

    private static int noisy() {
        Out.println("evaluated");
        return 1;
    }

    static void run() {
        none[0] = noisy();
    }
}
