package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** instanceof against classes up and down a hierarchy; null is an instance of nothing. */
final class InstanceOfClasses {

    private static class A {
    }

    private static class B extends A {
    }

    private static final class C extends B {
    }

    private static final class D extends A {
    }

    private static final Object[] OBJECTS = {new A(), new B(), new C(), new D(), "text", null, new Object()};

    static void run() {
        for (Object each : OBJECTS) {
            Out.println(each instanceof A);
            Out.println(each instanceof B);
            Out.println(each instanceof C);
            Out.println(each instanceof D);
            Out.println(each instanceof String);
            Out.println(each instanceof Object);
        }
    }
}
