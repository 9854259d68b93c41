package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Helpers of the small boxes that are plain arithmetic. */
final class SmallHelpers {

    private static byte b = -3;
    private static short s = -4;
    private static char c = '\uFF00';
    private static boolean z = true;

    static void run() {
        Out.println(Byte.toUnsignedInt(b));
        Out.println(Short.toUnsignedInt(s));
        Out.println(Byte.toUnsignedLong(b));
        Out.println(Character.compare(c, 'a'));
        Out.println((int) Character.reverseBytes(c));
        Out.println(Boolean.compare(z, false));
        Out.println(Boolean.logicalXor(z, false));
        Out.println(Short.compare(s, b));
        Out.println(Long.sum(b, s));
        Out.println(Integer.sum(b, s));
    }
}
