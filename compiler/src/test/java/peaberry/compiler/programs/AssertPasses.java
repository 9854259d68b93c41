package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An assertion that holds costs nothing visible; its message is not computed. */
final class AssertPasses {

    private static int evaluations;

    private static String message() {
        evaluations++;
        return "message";
    }

    static void run() {
        int value = 4;
        assert value > 3;
        assert value > 3 : message();
        Out.println(evaluations);
    }
}
