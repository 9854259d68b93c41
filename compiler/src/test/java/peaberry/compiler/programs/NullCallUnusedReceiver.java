package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A method that does not use its object still needs one. */
final class NullCallUnusedReceiver {

    private static final class Tool {
        int constant() {
            return 42;
        }
    }

    private static Tool tool;

    static void run() {
        Out.println("before");
        Out.println(tool.constant());
    }
}
