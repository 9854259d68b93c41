package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** References are equal if they are the same object. */
final class ReferenceEquality {

    private static final Object A = new Object();
    private static final Object B = new Object();
    private static Object c = A;

    static void run() {
        Out.println(A == B);
        Out.println(A == c);
        Out.println(A != c);
        Out.println(c != null);
        c = null;
        Out.println(c == null);
        Out.println(A == null);
    }
}
