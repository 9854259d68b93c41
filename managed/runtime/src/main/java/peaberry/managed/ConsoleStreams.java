package peaberry.managed;

import peaberry.console.Terminal;

/** The console that the process was granted under that name. What is written is shown when a line ends, and before the program reads, sleeps or ends. */
final class ConsoleStreams implements StandardStreams {

    /** The name under which it is granted. */
    static final String CONSOLE = "console";
    private static final int CONTROL_D = 4;
    private static final int END = -1;

    private final Terminal terminal = new Terminal(CONSOLE);

    @Override
    public void write(boolean error, byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            terminal.printByte(bytes[i]);
        }
        if (count > 0 && bytes[from + count - 1] == '\n') {
            terminal.flush();
        }
    }

    @Override
    public void flush() {
        terminal.flush();
    }

    /** What is typed is shown, since nobody else does that. Ctrl-D is the end. */
    @Override
    public int read() {
        int typed = terminal.read();
        if (typed == CONTROL_D) {
            return END;
        }
        int read = typed == '\r' ? '\n' : typed;
        terminal.printByte(read).flush();
        return read;
    }
}
