package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The length of a null string is a fault. */
final class NullStringLength {

    private static String text;

    static void run() {
        Out.println("before");
        Out.println(text.length());
    }
}
