package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A throw from an overriding method. */
final class ThrowFromVirtual {

    private abstract static class Handler {
        abstract int handle(int request);
    }

    private static final class Strict extends Handler {
        @Override
        int handle(int request) {
            if (request > 1) {
                throw new UnsupportedOperationException();
            }
            return request;
        }
    }

    private static final class Lenient extends Handler {
        @Override
        int handle(int request) {
            return -request;
        }
    }

    private static final Handler[] HANDLERS = {new Lenient(), new Strict()};

    static void run() {
        for (int i = 0; i < 5; i++) {
            Out.println(HANDLERS[i & 1].handle(i));
        }
    }
}
