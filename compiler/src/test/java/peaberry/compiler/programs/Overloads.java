package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The overload is chosen by the static types. */
final class Overloads {

    private static int kind(int value) {
        return 1;
    }

    private static int kind(long value) {
        return 2;
    }

    private static int kind(char value) {
        return 3;
    }

    private static int kind(Object value) {
        return 4;
    }

    private static int kind(String value) {
        return 5;
    }

    private static int kind(int[] value) {
        return 6;
    }

    static void run() {
        byte b = 1;
        Object text = "text";
        Out.println(kind(b));
        Out.println(kind(1));
        Out.println(kind(1L));
        Out.println(kind('1'));
        Out.println(kind(text));
        Out.println(kind("text"));
        Out.println(kind((int[]) null));
    }
}
