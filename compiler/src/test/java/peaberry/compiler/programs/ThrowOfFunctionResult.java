package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An exception that a function gives is thrown. */
final class ThrowOfFunctionResult {

    private static int value = 3;
    private static final IllegalStateException SMALL = null;

    private static IllegalStateException choose() {
        Out.println("chosen");
        return SMALL;
    }

    static void run() {
        Out.println(value);
        throw choose();
    }
}
