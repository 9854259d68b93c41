package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A call on null is a fault of the caller, though the method could be found without the object. */
final class NullFinalCall {

    private static final class Tool {
        int value() {
            return 1;
        }

        private void shout() {
            Out.println("shouted");
        }
    }

    private static Tool tool = new Tool();

    static void run() {
        tool.shout();
        Out.println(tool.value());
        tool = null;
        tool.shout();
        Out.println("after");
    }
}
