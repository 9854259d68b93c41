package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Reading an element of a null array is a fault. */
final class NullArrayRead {

    private static int[] none;

    static void run() {
        Out.println("before");
        Out.println(none[0]);
    }
}
