package peaberry.kernel.arch;

/**
 * The kernel's last words, on the first serial line (16550 at 0x3F8), polled. The line belongs to its driver until the
 * first character is printed here; from then on it does not interrupt any more.
 */
public final class PanicConsole {

    private static final int STATUS = 100;

    private static final int DATA = 0x3F8;
    private static final int INTERRUPT_ENABLE = DATA + 1;
    private static final int LINE_CONTROL = DATA + 3;
    private static final int LINE_STATUS = DATA + 5;
    private static final int EIGHT_BITS_NO_PARITY = 0x03;
    private static final int DIVISOR_ACCESS = 0x80;
    private static final int BAUD_115200 = 1;
    private static final int HOLDING_EMPTY = 0x20;
    private static final int TRANSMITTER_EMPTY = 0x40;
    /** Reads of the status before a transmitter counts as broken: many times a character's 87 microseconds. */
    private static final int PATIENCE = 100_000;

    private static final int DECIMAL = 10;
    private static final int MOST_DIGITS = 20;

    private static boolean ready;

    private PanicConsole() {
    }

    /** Prints text in Latin-1. */
    public static void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            print(text.charAt(i));
        }
    }

    /** Prints a number in decimal. */
    public static void print(long number) {
        if (number < 0) {
            print('-');
        }
        long divisor = 1;
        for (int digit = 1; digit < MOST_DIGITS && number / divisor / DECIMAL != 0; digit++) {
            divisor *= DECIMAL;
        }
        for (; divisor > 0; divisor /= DECIMAL) {
            print((char) ('0' + Math.abs(number / divisor % DECIMAL)));
        }
    }

    /** Switches the machine off with the status of a panic; does not return. */
    public static void die() {
        Cpu.powerOff(STATUS);
    }

    /** Prints one character in Latin-1. */
    static void print(char character) {
        if (!ready) {
            ready = true;
            write(INTERRUPT_ENABLE, 0);
            write(LINE_CONTROL, DIVISOR_ACCESS);
            write(DATA, BAUD_115200);
            write(INTERRUPT_ENABLE, BAUD_115200 >>> 8);
            write(LINE_CONTROL, EIGHT_BITS_NO_PARITY);
        }
        transmit(character);
    }

    /** Waits until the line has sent what it was given. */
    static void drain() {
        await(TRANSMITTER_EMPTY);
    }

    private static void transmit(int character) {
        await(HOLDING_EMPTY);
        write(DATA, character);
    }

    private static void write(int port, int value) {
        Ports.writeOwn(port, value);
    }

    private static void await(int condition) {
        int reads = 0;
        while ((Ports.readOwn(LINE_STATUS) & condition) == 0 && reads < PATIENCE) {
            reads++;
        }
    }
}
