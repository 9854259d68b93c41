package peaberry.tty;

import peaberry.console.Terminal;

/** The terminal gets what was written, whatever it does with it. */
final class RawOutput implements Output {

    private final Terminal console;

    RawOutput(Terminal console) {
        this.console = console;
    }

    @Override
    public void print(int value) {
        console.printByte(value);
    }
}
