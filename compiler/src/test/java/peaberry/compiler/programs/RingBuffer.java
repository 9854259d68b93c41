package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A ring buffer with wrapping positions. */
final class RingBuffer {

    private static final byte[] RING = new byte[8];
    private static int head;
    private static int size;

    private static boolean put(int value) {
        if (size == RING.length) {
            return false;
        }
        RING[head + size++ & RING.length - 1] = (byte) value;
        return true;
    }

    private static int take() {
        if (size == 0) {
            return -1;
        }
        int value = RING[head] & 0xFF;
        head = head + 1 & RING.length - 1;
        size--;
        return value;
    }

    static void run() {
        for (int i = 0; i < 10; i++) {
            Out.println(put(i * 40));
        }
        for (int i = 0; i < 5; i++) {
            Out.println(take());
        }
        Out.println(put(77));
        while (size > 0) {
            Out.println(take());
        }
        Out.println(take());
    }
}
