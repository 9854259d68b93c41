package peaberry.serial;

import peaberry.runtime.ConsoleProtocol;
import peaberry.runtime.Message;

/** The bytes of one write request on their way to the device. */
final class Transmission {

    private final byte[] bytes = new byte[ConsoleProtocol.MAX_BYTES];
    private int length;
    private int sent;

    /** Takes {@code count} bytes, at most {@link ConsoleProtocol#MAX_BYTES}, out of the message just received. */
    void load(int count) {
        Message.bytes(ConsoleProtocol.DATA_WORD, bytes, count);
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
