package peaberry.wires;

import peaberry.console.Console;
import peaberry.console.ConsoleClient;
import peaberry.runtime.SystemCalls;

/** A serial line, written byte by byte as it is. What is written is sent in pieces. */
final class Line {

    private final ConsoleClient console;
    private final byte[] piece = new byte[Console.MAX_BYTES];
    private int length;

    /** @param name under which the program uses it */
    Line(String name) {
        console = new ConsoleClient(name);
    }

    void put(int value) {
        if (length == piece.length) {
            flush();
        }
        piece[length++] = (byte) value;
    }

    /** Returns when the device has taken all. */
    void flush() {
        while (length > 0 && console.write(piece, length) == Console.Outcome.BUSY) {
            SystemCalls.yieldProcessor();
        }
        length = 0;
    }
}
