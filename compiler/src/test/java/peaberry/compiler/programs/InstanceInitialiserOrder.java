package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Field initialisers and blocks run in order, after the super constructor. */
final class InstanceInitialiserOrder {

    private static final int[] TRACE = new int[10];
    private static int length;

    private static int trace(int value) {
        TRACE[length++] = value;
        return value;
    }

    private static class Base {
        int a = trace(1);

        {
            trace(2);
        }

        Base() {
            trace(3);
            hook();
        }

        void hook() {
            trace(4);
        }
    }

    private static final class Derived extends Base {
        int b = trace(5);
        int seenByHook;

        Derived() {
            trace(6 + b);
        }

        {
            trace(7);
        }

        @Override
        void hook() {
            trace(b);
            seenByHook = 99;
        }
    }

    private static final Derived OBJECT = new Derived();

    static void run() {
        for (int i = 0; i < length; i++) {
            Out.println(TRACE[i]);
        }
        Out.println(OBJECT.seenByHook);
    }
}
