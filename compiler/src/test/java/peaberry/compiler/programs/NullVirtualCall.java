package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A virtual call on null is a fault of the caller. */
final class NullVirtualCall {

    private static class Base {
        int value() {
            return 1;
        }
    }

    private static final class Derived extends Base {
        @Override
        int value() {
            return 2;
        }
    }

    private static final Base[] BASES = {new Base(), new Derived(), null};

    static void run() {
        for (Base base : BASES) {
            Out.println(base.value());
        }
    }
}
