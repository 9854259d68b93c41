package peaberry.serial;

import peaberry.console.Console;

/** The bytes of one write request on their way to the device. */
final class Transmission {

    private final byte[] bytes = new byte[Console.MAX_BYTES];
    private int length;
    private int sent;

    /** Takes the first {@code count} bytes, at most {@link Console#MAX_BYTES}. */
    void load(byte[] from, int count) {
        for (int i = 0; i < count; i++) {
            bytes[i] = from[i];
        }
        length = count;
        sent = 0;
    }

    boolean isComplete() {
        return sent == length;
    }

    /** The next byte to send. Only if not {@link #isComplete}. */
    int next() {
        return bytes[sent++] & 0xFF;
    }
}
