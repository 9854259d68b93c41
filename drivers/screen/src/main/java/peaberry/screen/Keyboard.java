package peaberry.screen;

/** What is typed, byte by byte. A code is taken from the device only when all bytes that the one before made were read. */
final class Keyboard {

    /** In place of a byte when none was typed. */
    static final int NOTHING = ScanCodes.NOTHING;

    /** Codes taken in one go, most of which make no byte: more than the device holds. If it has still more, it interrupts again. */
    private static final int MOST_CODES = 64;

    private final KeyboardPorts ports;
    private final ScanCodes codes = new ScanCodes();

    Keyboard(KeyboardPorts ports) {
        this.ports = ports;
    }

    /** The next byte, 0 to 255, or {@link #NOTHING}. */
    int read() {
        int typed = codes.next();
        for (int i = 0; i < MOST_CODES && typed == NOTHING; i++) {
            int status = ports.status();
            if ((status & KeyboardPorts.FULL) == 0 || status == KeyboardPorts.ABSENT) {
                return NOTHING;
            }
            take(status, ports.data());
            typed = codes.next();
        }
        return typed;
    }

    private void take(int status, int code) {
        if ((status & (KeyboardPorts.TIMED_OUT | KeyboardPorts.WRONG_PARITY)) != 0) {
            codes.lose();
        } else if ((status & KeyboardPorts.FROM_MOUSE) == 0) {
            codes.take(code);
        }
    }
}
