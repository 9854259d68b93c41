package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A set of small numbers in an array of longs. */
final class BitSet {

    private static final long[] WORDS = new long[4];

    private static void add(int value) {
        WORDS[value >> 6] |= 1L << value;
    }

    private static void remove(int value) {
        WORDS[value >> 6] &= ~(1L << value);
    }

    private static int first() {
        for (int i = 0; i < WORDS.length; i++) {
            if (WORDS[i] != 0) {
                return i * 64 + Long.numberOfTrailingZeros(WORDS[i]);
            }
        }
        return -1;
    }

    static void run() {
        Out.println(first());
        add(200);
        add(63);
        add(64);
        while (first() >= 0) {
            Out.println(first());
            remove(first());
        }
        add(256);
    }
}
