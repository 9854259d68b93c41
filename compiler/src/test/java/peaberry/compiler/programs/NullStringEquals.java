package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** equals on a null string is a fault; with a null argument it is false. */
final class NullStringEquals {

    private static String text;

    static void run() {
        Out.println("x".equals(text));
        Out.println(text.equals("x"));
    }
}
