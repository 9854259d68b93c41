package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A table that an initialiser computes with loops. */
final class GeneratedTable {

    private static final int[] CRC = table();

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ 0xEDB8_8320 : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }

    private static int crc(String text) {
        int value = -1;
        for (int i = 0; i < text.length(); i++) {
            value = value >>> 8 ^ CRC[(value ^ text.charAt(i)) & 0xFF];
        }
        return ~value;
    }

    static void run() {
        Out.println(crc(""));
        Out.println(crc("123456789"));
    }
}
