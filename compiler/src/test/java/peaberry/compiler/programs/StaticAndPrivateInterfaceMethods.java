package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Interfaces with static and private methods and constants. */
final class StaticAndPrivateInterfaceMethods {

    private interface Scale {
        int FACTOR = 3;
        int[] TABLE = {5, 6, 7};

        static int scale(int value) {
            return value * FACTOR;
        }

        private int secret(int value) {
            return hidden() + value;
        }

        private static int hidden() {
            return 1000;
        }

        default int apply(int value) {
            return secret(scale(value));
        }
    }

    private static final class Plain implements Scale {
    }

    private static final Scale SCALE = new Plain();

    static void run() {
        Out.println(Scale.scale(7));
        Out.println(SCALE.apply(7));
        Out.println(Scale.TABLE[2]);
    }
}
