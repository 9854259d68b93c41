package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Bytes, shorts and ints extend their sign; chars extend with zero. */
final class Widening {

    private static byte b = -128;
    private static short s = -32768;
    private static char c = '\uFFFF';
    private static int i = Integer.MIN_VALUE;

    static void run() {
        long fromByte = b;
        long fromShort = s;
        long fromChar = c;
        long fromInt = i;
        Out.println(fromByte);
        Out.println(fromShort);
        Out.println(fromChar);
        Out.println(fromInt);
        Out.println(b + s + c + i);
        Out.println(b & 0xFF);
        Out.println(i & 0xFFFF_FFFFL);
    }
}
