package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Constructors that call others, and final fields. */
final class ConstructorChains {

    private static class Base {
        final int a;
        final int b;

        Base() {
            this(7);
        }

        Base(int a) {
            this(a, a * 2);
        }

        private Base(int a, int b) {
            this.a = a;
            this.b = b;
        }
    }

    private static final class Derived extends Base {
        final int c;

        Derived(int c) {
            super(c + 1);
            this.c = c + a + b;
        }
    }

    private static final Base BASE = new Base();
    private static final Derived DERIVED = new Derived(3);

    static void run() {
        Out.println(BASE.a);
        Out.println(BASE.b);
        Out.println(DERIVED.a);
        Out.println(DERIVED.b);
        Out.println(DERIVED.c);
    }
}
