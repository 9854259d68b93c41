package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Ints and longs in one expression promote where Java says. */
final class MixedWidths {

    private static int i = Integer.MAX_VALUE;
    private static long l = 1;

    static void run() {
        Out.println(i + 1 + l);
        Out.println(i + (1 + l));
        Out.println(l + i + 1);
        Out.println((long) i * i);
        Out.println((long) (i * i));
        Out.println(i * i * l);
        Out.println((int) (i * 2L));
        Out.println(i + 1 == Integer.MIN_VALUE);
        Out.println(i + l == Integer.MIN_VALUE);
        Out.println('a' + l);
    }
}
