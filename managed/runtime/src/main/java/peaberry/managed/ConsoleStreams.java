package peaberry.managed;

import peaberry.console.Terminal;

/** The console that the process was granted under that name. What is written is shown when a line ends, and before the program reads, sleeps or ends. */
final class ConsoleStreams implements StandardStreams {

    private final Terminal terminal = new Terminal("console");

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

    @Override
    public int read() {
        return terminal.read();
    }
}
