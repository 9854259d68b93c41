package peaberry.serial;

import peaberry.abi.KernelError;
import peaberry.runtime.Ports;

/**
 * A 16550, as each of a PC's serial lines has one: its registers, its bits, and nothing else (National Semiconductor
 * PC16550D data sheet, section 8).
 *
 * <p>The FIFO control register is never written. Switching the FIFO on or off empties it, and whatever the line brought
 * since the last look is lost; a device without FIFO holds one byte and the line waits (an emulated one does; on a real
 * one the other side must not send faster than it is read). If firmware left the FIFO on it stays on.
 */
final class Uart {

    /** Bits of the interrupt enable register: a byte was received; the transmitter takes another one. */
    static final int INTERRUPT_RECEIVED = 1;
    static final int INTERRUPT_TRANSMITTER_EMPTY = 1 << 1;

    /** Registers, from the first port on. */
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    /** In place of data and interrupt enable while {@link #DIVISOR_LATCH} is set. */
    private static final int DIVISOR_LOW = 0;
    private static final int DIVISOR_HIGH = 1;

    /** Line control: eight data bits, no parity, one stop bit. */
    private static final int EIGHT_BITS = 3;
    private static final int DIVISOR_LATCH = 1 << 7;
    /** 1.8432 MHz / 16 / 1 = 115,200 bits a second. */
    private static final int DIVISOR = 1;

    private static final int DATA_TERMINAL_READY = 1;
    private static final int REQUEST_TO_SEND = 1 << 1;
    /** On a PC this output lets the interrupt through. */
    private static final int INTERRUPT_GATE = 1 << 3;
    private static final int MODEM_READY = DATA_TERMINAL_READY | REQUEST_TO_SEND | INTERRUPT_GATE;

    private static final int DATA_READY = 1;
    private static final int TRANSMITTER_EMPTY = 1 << 5;

    private Ports ports = Ports.at(0);
    private int base;
    private int enabled;

    /**
     * Makes the device ready with all interrupts off. No byte that it holds is touched, and settings that a predecessor
     * made stand, so that what it was sending is sent.
     *
     * @param its   the device's ports
     * @param first the number of the first of these
     */
    void start(Ports its, int first) {
        ports = its;
        base = first;
        write(INTERRUPT_ENABLE, 0);
        enabled = 0;
        if (read(LINE_CONTROL) != EIGHT_BITS) {
            write(LINE_CONTROL, DIVISOR_LATCH | EIGHT_BITS);
            write(DIVISOR_LOW, DIVISOR);
            write(DIVISOR_HIGH, 0);
            write(LINE_CONTROL, EIGHT_BITS);
        }
        write(MODEM_CONTROL, MODEM_READY);
    }

    /** Whether {@link #receive} has a byte. */
    boolean hasReceived() {
        return (read(LINE_STATUS) & DATA_READY) != 0;
    }

    /** Takes the oldest byte that the line brought, 0 to 255. */
    int receive() {
        return read(DATA);
    }

    /** Whether {@link #transmit} may be called. */
    boolean canTransmit() {
        return (read(LINE_STATUS) & TRANSMITTER_EMPTY) != 0;
    }

    void transmit(int value) {
        write(DATA, value);
    }

    /** Lets exactly these interrupts happen. */
    void enableInterrupts(int wanted) {
        if (wanted != enabled) {
            write(INTERRUPT_ENABLE, wanted);
            enabled = wanted;
        }
    }

    /** A register's byte, 0 to 255; 0 if the ports are not the driver's. */
    private int read(int register) {
        return ports.read(base + register, Byte.SIZE) == KernelError.NONE ? (int) Ports.readValue() : 0;
    }

    private void write(int register, int value) {
        ports.write(base + register, Byte.SIZE, value);
    }
}
