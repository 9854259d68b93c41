package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The message of a failed assertion changes nothing about the fault. */
final class AssertFailsWithMessage {

    private static int value = 4;

    static void run() {
        Out.println("before");
        assert value < 0 : "never mind";
        Out.println("after");
    }
}
