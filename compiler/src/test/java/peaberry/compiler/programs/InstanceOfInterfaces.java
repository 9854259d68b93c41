package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** instanceof against interfaces that are inherited in several ways. */
final class InstanceOfInterfaces {

    private interface I {
    }

    private interface J extends I {
    }

    private interface K {
    }

    private static class A implements J {
    }

    private static final class B extends A implements K {
    }

    private static final class C implements I {
    }

    private static final Object[] OBJECTS = {new A(), new B(), new C(), new Object(), null};

    static void run() {
        for (Object each : OBJECTS) {
            Out.println(each instanceof I);
            Out.println(each instanceof J);
            Out.println(each instanceof K);
        }
    }
}
