package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A call by super skips the overriding method, from several levels. */
final class SuperCalls {

    private static class A {
        int step(int value) {
            return value + 1;
        }
    }

    private static class B extends A {
        @Override
        int step(int value) {
            return super.step(value) * 2;
        }
    }

    private static class C extends B {
    }

    private static final class D extends C {
        @Override
        int step(int value) {
            return super.step(value) * 10 + super.step(0);
        }
    }

    private static final A[] ALL = {new A(), new B(), new C(), new D()};

    static void run() {
        for (A each : ALL) {
            Out.println(each.step(5));
        }
    }
}
