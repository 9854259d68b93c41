package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An exception is thrown whose argument is chosen by a condition. */
final class ThrowWithConditionalArgument {

    private static boolean large;
    private static int value = 3;

    private static void check(int limit) {
        if (value > limit) {
            throw new IllegalStateException(
                large ? "large" : "small");
        }
        assert value != limit : large ? "large" : "small";
        Out.println(limit);
    }

    static void run() {
        check(5);
        check(4);
        check(3);
    }
}
