package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A throw of an exception that exists since build time. */
final class ThrowPreparedException {

    private static final IllegalStateException PREPARED = new IllegalStateException("prepared");
    private static int count;

    private static void tick() {
        if (++count == 3) {
            throw PREPARED;
        }
        Out.println(count);
    }

    static void run() {
        while (true) {
            tick();
        }
    }
}
