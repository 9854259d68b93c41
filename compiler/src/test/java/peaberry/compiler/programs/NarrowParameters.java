package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Bytes, shorts, chars and booleans as parameters and results. */
final class NarrowParameters {

    private static int hundred = 200;

    private static byte asByte(int value) {
        return (byte) value;
    }

    private static short asShort(byte value) {
        return (short) (value * 1000);
    }

    private static char asChar(short value) {
        return (char) value;
    }

    private static boolean odd(char value) {
        return (value & 1) != 0;
    }

    private static long all(byte b, short s, char c, boolean z, int i, long l) {
        return b + s + c + (z ? 1 : 0) + i + l;
    }

    static void run() {
        byte b = asByte(hundred);
        short s = asShort(b);
        char c = asChar(s);
        Out.println(b);
        Out.println(s);
        Out.println((int) c);
        Out.println(odd(c));
        Out.println(all(b, s, c, true, -1, Long.MIN_VALUE));
    }
}
