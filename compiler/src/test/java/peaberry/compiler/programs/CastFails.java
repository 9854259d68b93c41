package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A cast to a class that the object is not of is a fault. */
final class CastFails {

    private static class A {
        int a = 1;
    }

    private static final class B extends A {
        int b = 2;
    }

    private static final A[] ALL = {new B(), new A()};

    static void run() {
        for (A each : ALL) {
            Out.println(each.a);
            Out.println(((B) each).b);
        }
    }
}
