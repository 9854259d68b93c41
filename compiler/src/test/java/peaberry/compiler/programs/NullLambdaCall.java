package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Calling a null function object is a fault. */
final class NullLambdaCall {

    private interface Action {
        void perform();
    }

    private static Action action = () -> Out.println("performed");

    static void run() {
        action.perform();
        action = null;
        action.perform();
    }
}
