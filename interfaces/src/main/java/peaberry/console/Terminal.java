package peaberry.console;

import peaberry.runtime.SystemCalls;
import peaberry.runtime.Text;

/**
 * Text at a console. Output is collected and sent in pieces of at most {@link Console#MAX_BYTES} bytes; a line feed becomes
 * carriage return and line feed.
 *
 * <p>The driver may be destroyed and restarted at any time. A read is then made again, and nothing is lost, since the
 * driver takes a byte from the device only for a reader that waits. A piece that was not acknowledged is written again,
 * so output appears at least once: after a crash at most one piece, or a part of it, appears twice.
 */
public final class Terminal {

    private final ConsoleClient console;
    private final byte[] piece = new byte[Console.MAX_BYTES];
    private int length;

    /** @param name under which the program uses {@link Console} */
    public Terminal(String name) {
        console = new ConsoleClient(name);
    }

    public Terminal print(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            put(c < 0x80 ? c : '?');
        }
        return this;
    }

    public Terminal print(Text text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.byteAt(i));
        }
        return this;
    }

    /** Prints a byte of text. @param value of which the low 8 bits count */
    public Terminal printByte(int value) {
        put(value);
        return this;
    }

    /** Prints the text and ends the line. */
    public Terminal printLine(Text text) {
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
        while (console.read() != Console.Outcome.DONE) {
            SystemCalls.yieldProcessor();
        }
        return console.readResult();
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
        while (console.write(piece, length) == Console.Outcome.BUSY) {
            SystemCalls.yieldProcessor();
        }
        length = 0;
    }
}
