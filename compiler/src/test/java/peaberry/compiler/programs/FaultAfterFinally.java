package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A fault after try/finally, whose finally block has run once. */
final class FaultAfterFinally {

    private static int zero;

    static void run() {
        try {
            Out.println("body");
            Out.println(zero == 0 ? 1 : 2);
        } finally {
            Out.println("finally");
        }
        Out.println(1 / zero);
    }
}
