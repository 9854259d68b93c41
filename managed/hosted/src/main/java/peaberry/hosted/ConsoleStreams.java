package peaberry.hosted;

import peaberry.console.Terminal;

/** The console that the process was granted. What is typed is shown, since nobody else does that; Ctrl-D is the end. */
final class ConsoleStreams implements Streams {

    private static final int CONTROL_D = 4;

    private final Terminal terminal = new Terminal("console");

    @Override
    public void write(boolean isError, byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            terminal.printByte(bytes[i]);
        }
    }

    @Override
    public void flush() {
        terminal.flush();
    }

    /** Returns at the end of a line, since nobody knows when the next one comes. */
    @Override
    public int read(byte[] to, int from, int count) {
        int done = 0;
        int next = 0;
        while (done < count && next != '\n') {
            next = readKey();
            if (next == END) {
                return done == 0 ? END : done;
            }
            to[from + done++] = (byte) next;
        }
        return done;
    }

    private int readKey() {
        int typed = terminal.read();
        if (typed == CONTROL_D) {
            return END;
        }
        int read = typed == '\r' ? '\n' : typed;
        terminal.printByte(read).flush();
        return read;
    }
}
