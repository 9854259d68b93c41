package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The equals that every object has compares references. */
final class ObjectEqualsDefault {

    private static final class Plain {
    }

    private static final Object A = new Plain();
    private static final Object B = new Plain();

    static void run() {
        Out.println(A.equals(B));
        Out.println(A.equals(A));
        Out.println(A.equals(null));
    }
}
