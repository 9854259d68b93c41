package peaberry.screen;

import peaberry.abi.KernelError;
import peaberry.runtime.Ports;

/**
 * The keyboard controller of a PC, an i8042, as its ports show it (IBM PS/2 Hardware Interface Technical Reference, "Keyboard and
 * Auxiliary Device Controller").
 *
 * <p>Neither port is ever written, and the process cannot: it holds them to read only. What is written to the status port is a command
 * to the controller, which can reset the processor (0xFE, or 0xD1 and then the data port) and switch its address line 20; and
 * what is written to the data port is that of a command if one is under way, were it the firmware's. So whoever could write either port
 * could stop the whole system. The price is that the keyboard's lights stay as they are.
 */
class KeyboardPorts {

    /** Status: the data port has a byte. */
    static final int FULL = 1;
    /** Status: the byte is the mouse's. */
    static final int FROM_MOUSE = 1 << 5;
    /** Status: the keyboard did not send all of the byte in time. */
    static final int TIMED_OUT = 1 << 6;
    /** Status: the byte was not received as it was sent. */
    static final int WRONG_PARITY = 1 << 7;
    /** What comes from a port without a device. */
    static final int ABSENT = 0xFF;

    private static final int DATA_PORT = 0x60;
    private static final int STATUS_PORT = 0x64;

    private Ports data = Ports.at(0);
    private Ports status = Ports.at(0);

    void start(Ports itsData, Ports itsStatus) {
        data = itsData;
        status = itsStatus;
    }

    /** The status register, 0 to 255. */
    int status() {
        return read(status, STATUS_PORT);
    }

    /** Takes the byte that is there, 0 to 255. Only if {@link #FULL}. */
    int data() {
        return read(data, DATA_PORT);
    }

    private static int read(Ports ports, int port) {
        return ports.read(port, Byte.SIZE) == KernelError.NONE ? (int) Ports.readValue() : ABSENT;
    }
}
