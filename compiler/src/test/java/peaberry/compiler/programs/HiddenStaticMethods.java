package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Static methods are not overridden; private ones neither. */
final class HiddenStaticMethods {

    private static class Base {
        static int kind() {
            return 1;
        }

        private int secret() {
            return 10;
        }

        int reveal() {
            return secret() + kind();
        }
    }

    private static final class Derived extends Base {
        static int kind() {
            return 2;
        }

        int secret() {
            return 20;
        }
    }

    private static final Derived OBJECT = new Derived();

    static void run() {
        Out.println(OBJECT.reveal());
        Out.println(OBJECT.secret());
        Out.println(Derived.kind());
        Out.println(Base.kind());
    }
}
