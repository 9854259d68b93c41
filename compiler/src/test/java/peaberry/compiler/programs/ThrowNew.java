package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A thrown exception is a fault at the line of the throw. */
final class ThrowNew {

    private static int value = 3;

    private static int checked(int limit) {
        if (value > limit) {
            throw new IllegalStateException("too large");
        }
        return value;
    }

    static void run() {
        Out.println(checked(4));
        Out.println(checked(2));
    }
}
