package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Methods without effect, classes without members, chains of nothing. */
final class EmptyMethodsAndClasses {

    private interface Nothing {
        default void doNothing() {
        }
    }

    private static final class Empty implements Nothing {
    }

    private static final Nothing NOTHING = new Empty();

    private static void skip() {
    }

    static void run() {
        skip();
        NOTHING.doNothing();
        ;
        for (int i = 0; i < 3; i++) {
        }
        Out.println("done");
    }
}
