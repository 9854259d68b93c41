package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** instanceof against arrays of primitives, of classes, of interfaces, of arrays. */
final class InstanceOfArrays {

    private interface I {
    }

    private static class A implements I {
    }

    private static final class B extends A {
    }

    private static final Object[] OBJECTS = {
        new int[1], new long[1], new byte[1], new boolean[1], new char[1], new short[1],
        new A[1], new B[1], new I[1], new Object[1], new int[1][1], new B[1][1], new A(), null,
    };

    static void run() {
        for (Object each : OBJECTS) {
            Out.println(each instanceof int[]);
            Out.println(each instanceof byte[]);
            Out.println(each instanceof boolean[]);
            Out.println(each instanceof Object[]);
            Out.println(each instanceof A[]);
            Out.println(each instanceof I[]);
            Out.println(each instanceof B[]);
            Out.println(each instanceof int[][]);
            Out.println(each instanceof A[][]);
            Out.println(each instanceof Object[][]);
            Out.println(each instanceof I[][]);
        }
    }
}
