package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Throwing null is a null fault. */
final class ThrowNull {

    private static RuntimeException none;

    static void run() {
        Out.println("before");
        throw none;
    }
}
