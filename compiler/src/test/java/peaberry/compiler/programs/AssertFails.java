package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An assertion that does not hold is a fault at its line. */
final class AssertFails {

    private static int value = 4;

    static void run() {
        Out.println("before");
        assert value != 4;
        Out.println("after");
    }
}
