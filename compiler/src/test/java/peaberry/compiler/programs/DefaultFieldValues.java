package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Fields that nobody wrote are zero, false and null. */
final class DefaultFieldValues {

    private static final class Empty {
        byte b;
        short s;
        char c;
        int i;
        long l;
        boolean z;
        String text;
        int[] array;
    }

    private static final Empty EMPTY = new Empty();
    private static long number;
    private static Object object;

    static void run() {
        Out.println(EMPTY.b + EMPTY.s + EMPTY.c + EMPTY.i + EMPTY.l);
        Out.println(EMPTY.z);
        Out.println(EMPTY.text);
        Out.println(EMPTY.array == null);
        Out.println(number);
        Out.println(object == null);
    }
}
