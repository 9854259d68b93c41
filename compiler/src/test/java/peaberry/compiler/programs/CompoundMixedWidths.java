package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Compound assignment with a wider right side computes wide and narrows once. */
@SuppressWarnings("lossy-conversions")
final class CompoundMixedWidths {

    private static int i = 5;
    private static byte b = 5;
    private static long l = 5;

    static void run() {
        i += 0x1_0000_0007L;
        Out.println(i);
        i *= 0x1_0000_0003L;
        Out.println(i);
        i -= Long.MAX_VALUE;
        Out.println(i);
        b += 0x1_0000_00FFL;
        Out.println(b);
        l += i;
        Out.println(l);
        l <<= i;
        Out.println(l);
        i <<= l;
        Out.println(i);
        i /= 0x10_0000_0000L;
        Out.println(i);
    }
}
