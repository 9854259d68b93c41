package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The arguments of a thrown exception are evaluated before the fault. */
final class ThrowEvaluatesArguments {

    private static String noisy(int value) {
        Out.println(value);
        return "text";
    }

    private static Throwable cause(int value) {
        Out.println(value);
        return null;
    }

    private static int count;

    static void run() {
        if (count == 0) {
            throw new IllegalArgumentException(noisy(1), cause(2));
        }
        Out.println("after");
    }
}
