package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A throw of an exception class of our own, with a field. */
final class ThrowOwnException {

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        final int code;

        Refusal(String reason, int code) {
            super(reason);
            this.code = code;
        }
    }

    static void run() {
        Out.println("before");
        throw new Refusal("because", 5);
    }
}
