package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Compound assignment to a byte narrows its result. */
@SuppressWarnings("lossy-conversions")
final class CompoundByte {

    private static byte value = 100;

    static void run() {
        value += 100;
        Out.println(value);
        value *= 3;
        Out.println(value);
        value -= 1000;
        Out.println(value);
        value <<= 3;
        Out.println(value);
        value >>= 1;
        Out.println(value);
        value >>>= 1;
        Out.println(value);
        value ^= 0x1FF;
        Out.println(value);
        value /= 3;
        Out.println(value);
        value %= 5;
        Out.println(value);
        value |= 0x180;
        Out.println(value);
        value &= 0xF0;
        Out.println(value);
    }
}
