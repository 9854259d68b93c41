package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Casts to byte, short, char and int drop the high bits and extend what is left. */
final class Narrowing {

    private static long[] values = {
        0, 127, 128, 255, 256, -129, 32767, 32768, 65535, 65536, 0x1_8000_0000L, -1, Long.MIN_VALUE,
        0x0123_4567_89AB_CDEFL,
    };

    static void run() {
        for (long value : values) {
            Out.println((byte) value);
            Out.println((short) value);
            Out.println((int) (char) value);
            Out.println((int) value);
            Out.println((byte) (char) value);
            Out.println((int) (char) (byte) value);
        }
    }
}
