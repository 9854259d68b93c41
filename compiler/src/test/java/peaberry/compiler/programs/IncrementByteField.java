package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Increment and decrement of narrow fields and elements wrap at their width, before and after use. */
final class IncrementByteField {

    private static byte b = 127;
    private static short s = -32768;
    private static char c = '\uFFFF';
    private static byte[] elements = {127, -128};

    static void run() {
        Out.println(b++);
        Out.println(b);
        Out.println(--b);
        Out.println(s--);
        Out.println(s);
        Out.println((int) c++);
        Out.println((int) c);
        Out.println(++elements[0]);
        Out.println(elements[1]--);
        Out.println(elements[1]);
    }
}
