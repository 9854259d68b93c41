package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The length of a null array is a fault. */
final class NullArrayLength {

    private static Object[] none;

    static void run() {
        Out.println("before");
        Out.println(none.length);
    }
}
