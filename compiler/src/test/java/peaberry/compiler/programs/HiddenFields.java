package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A field hides the one of the same name in the base class, and both exist. */
final class HiddenFields {

    private static class Base {
        int value = 1;

        int baseValue() {
            return value;
        }
    }

    private static final class Derived extends Base {
        int value = 2;

        int both() {
            return value * 10 + super.value;
        }
    }

    private static final Derived OBJECT = new Derived();

    static void run() {
        Base asBase = OBJECT;
        asBase.value = 7;
        Out.println(OBJECT.value);
        Out.println(asBase.value);
        Out.println(OBJECT.both());
        Out.println(OBJECT.baseValue());
    }
}
