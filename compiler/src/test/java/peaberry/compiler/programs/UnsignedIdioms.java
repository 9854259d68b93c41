package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Masks and unsigned shifts that read bytes and ints as unsigned. */
final class UnsignedIdioms {

    private static byte[] bytes = {-1, -128, 127, 0, 1, 2, 3, -4};

    private static int littleEndian(int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }

    static void run() {
        Out.println(littleEndian(0));
        Out.println(littleEndian(4));
        Out.println(littleEndian(0) & 0xFFFF_FFFFL | (long) littleEndian(4) << 32);
        Out.println(littleEndian(4) >>> 24);
        Out.println((byte) (littleEndian(4) >>> 24));
    }
}
