package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A reference to a private method means that method, though a subclass has one of the same name. */
final class PrivateMethodReferences {

    private interface Function {
        int apply(Base base, int value);
    }

    private interface Asked {
        int answer(Helpful helpful);
    }

    private interface Helpful {
        Asked SECRET = Helpful::secret;

        private int secret() {
            return 5;
        }
    }

    private static class Base {
        private static final Function HIDDEN = Base::hidden;

        private int hidden(int value) {
            return value + 1;
        }

        int direct() {
            return hidden(10);
        }
    }

    private static final class Derived extends Base implements Helpful {
        int hidden(int value) {
            return value + 2;
        }

        public int secret() {
            return 6;
        }
    }

    private static final Derived DERIVED = new Derived();

    static void run() {
        Out.println(Base.HIDDEN.apply(DERIVED, 1));
        Out.println(DERIVED.direct());
        Out.println(DERIVED.hidden(1));
        Out.println(Helpful.SECRET.answer(DERIVED));
        Out.println(DERIVED.secret());
    }
}
