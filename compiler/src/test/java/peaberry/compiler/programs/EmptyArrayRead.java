package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The empty array has no element 0. */
final class EmptyArrayRead {

    private static final char[] EMPTY = {};
    private static int index;

    static void run() {
        Out.println("before");
        Out.println(EMPTY[index]);
    }
}
