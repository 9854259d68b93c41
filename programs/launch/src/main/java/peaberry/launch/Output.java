package peaberry.launch;

import peaberry.console.Console;
import peaberry.console.ConsoleClient;
import peaberry.runtime.Region;
import peaberry.runtime.SystemCalls;

/**
 * What goes to the host: several streams over one line. The byte {@link #ESCAPE} and a digit say whose the bytes are that follow; the escape twice is itself. Behind each piece the line is nobody's
 * again, so that what the kernel prints is not taken for a program's.
 */
final class Output {

    /** The streams' digits. */
    static final int NOBODY = '0';
    static final int OUT = '1';
    static final int ERROR = '2';
    static final int REPORT = '3';
    /** ASCII's data link escape. */
    static final int ESCAPE = 0x10;

    private final ConsoleClient line;
    private final Region memory;
    private final byte[] piece = new byte[Console.MAX_BYTES];
    private int length;

    /** @param memory where the bytes are */
    Output(ConsoleClient line, Region memory) {
        this.line = line;
        this.memory = memory;
    }

    /** Sends the first bytes of the memory. Returns when the device has taken them. @param stream one of the digits */
    void send(int stream, int count) {
        switchTo(stream);
        for (int i = 0; i < count; i++) {
            int value = memory.unsignedByte(i);
            put(value);
            if (value == ESCAPE) {
                put(ESCAPE);
            }
        }
        switchTo(NOBODY);
        write();
    }

    private void switchTo(int stream) {
        put(ESCAPE);
        put(stream);
    }

    private void put(int value) {
        if (length == piece.length) {
            write();
        }
        piece[length++] = (byte) value;
    }

    private void write() {
        while (line.write(piece, length) == Console.Outcome.BUSY) {
            SystemCalls.yieldProcessor();
        }
        length = 0;
    }
}
