package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A superclass's object does not go into an array of the subclass. */
final class ArrayStoreOfSuperclass {

    private static class Base {
    }

    private static final class Derived extends Base {
    }

    private static final Base[] BASES = new Derived[2];
    private static final Derived DERIVED = new Derived();
    private static final Base BASE = new Base();

    static void run() {
        BASES[0] = DERIVED;
        Out.println(BASES[0] == DERIVED);
        BASES[1] = BASE;
        Out.println("after");
    }
}
