package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Equality of strings with different encodings and contents of the same length. */
final class StringEqualsWide {

    private static final String A = "abc\u0100";
    private static final String B = "abc\u0101";
    private static final String C = "abcd";
    private static Object object = "abc\u0100";
    private static Object number = new int[4];

    static void run() {
        Out.println(A.equals(B));
        Out.println(A.equals(C));
        Out.println(C.equals(A));
        Out.println(A.equals(object));
        Out.println(A.equals(number));
    }
}
