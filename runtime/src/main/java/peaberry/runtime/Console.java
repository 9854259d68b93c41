package peaberry.runtime;

import peaberry.abi.Tag;

/**
 * The console's client. Output is collected and sent in pieces of at most {@link ConsoleProtocol#MAX_BYTES} bytes;
 * a line feed becomes carriage return and line feed.
 *
 * <p>The driver may be destroyed and restarted at any time. A read is then made again, and nothing is lost, since the
 * driver takes a byte from the device only for a reader that waits. A piece that was not acknowledged is written again,
 * so output appears at least once: after a crash at most one piece, or a part of it, appears twice.
 */
public final class Console {

    private final Capability endpoint;
    private final byte[] piece = new byte[ConsoleProtocol.MAX_BYTES];
    private int length;

    public Console(Capability endpoint) {
        this.endpoint = endpoint;
    }

    public Console print(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            put(c < 0x80 ? c : '?');
        }
        return this;
    }

    public Console print(Text text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.byteAt(i));
        }
        return this;
    }

    /** Prints the text and ends the line. */
    public Console printLine(Text text) {
        return print(text).print("\n");
    }

    /** Returns when the device has taken everything printed so far. */
    public void flush() {
        if (length > 0) {
            write();
        }
    }

    /** Returns when the driver answers, though nothing is printed. */
    public void awaitDriver() {
        flush();
        write();
    }

    /** Waits for a byte of input. @return 0 to 255 */
    public int read() {
        flush();
        for (;;) {
            Tag answer = SystemCalls.call(endpoint, Tag.of(ConsoleProtocol.READ, 0));
            if (Outcome.of(answer) == Outcome.DONE) {
                return (int) Message.word(0) & 0xFF;
            }
            SystemCalls.yieldProcessor();
        }
    }

    /** Makes the driver crash, if {@code operator} may. @return {@link Outcome#ABORTED} when it did */
    public static Outcome crash(Capability operator) {
        return Outcome.of(SystemCalls.call(operator, Tag.of(ConsoleProtocol.CRASH, 0)));
    }

    private void put(int value) {
        if (value == '\n') {
            putByte('\r');
        }
        putByte(value);
    }

    private void putByte(int value) {
        if (length == piece.length) {
            write();
        }
        piece[length++] = (byte) value;
    }

    private void write() {
        Outcome outcome;
        do {
            Message.setWord(0, length);
            Message.setBytes(ConsoleProtocol.DATA_WORD, piece, length);
            int words = ConsoleProtocol.DATA_WORD + Message.wordsFor(length);
            outcome = Outcome.of(SystemCalls.call(endpoint, Tag.of(ConsoleProtocol.WRITE, words)));
            if (outcome == Outcome.BUSY) {
                SystemCalls.yieldProcessor();
            }
        } while (outcome == Outcome.BUSY || outcome == Outcome.ABORTED);
        length = 0;
    }
}
