package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The fault of a small method is its own, however it is inlined. */
final class FaultInInlinedCallee {

    private static int divide(int a, int b) {
        return a / b;
    }

    private static int half(int a) {
        return divide(a, 2);
    }

    private static int share(int a, int b) {
        return divide(a, b);
    }

    private static int none;

    static void run() {
        Out.println(half(10));
        Out.println(share(10, 3));
        Out.println(share(10, none));
    }
}
