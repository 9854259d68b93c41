package peaberry.realtimeclock;

import peaberry.abi.KernelError;
import peaberry.runtime.Ports;

/**
 * The registers of an MC146818 and their bits (Motorola data sheet, "Address map" and "Registers"), at a PC's ports. None is
 * ever written: how the clock is set is the owner's affair.
 *
 * <p>Bit 7 of the index port belongs to something else: while it is set the PC holds back non-maskable interrupts. The port cannot be
 * read, so whoever chooses a register chooses that too. Here the bit is always 0, the state in which the machine starts and runs.
 * But whoever holds this port could hold such interrupts back: that is authority beyond the device, which the port cannot be had without.
 */
class Registers {

    static final int SECOND = 0;
    static final int MINUTE = 2;
    static final int HOUR = 4;
    static final int DAY = 7;
    static final int MONTH = 8;
    static final int YEAR = 9;
    static final int A = 10;
    static final int B = 11;
    static final int D = 13;

    /** Register A: the time changes within 244 microseconds, or is changing. */
    static final int A_UPDATE_IN_PROGRESS = 1 << 7;
    /** Register A: while both are set, the divider of the clock's oscillator is held in reset. */
    static final int A_DIVIDER_RESET = 0b11 << 5;
    /** Register B: somebody sets the clock, which stands still. */
    static final int B_SET = 1 << 7;
    /** Register B: values are binary, not two decimal digits. */
    static final int B_BINARY = 1 << 2;
    /** Register B: hours count to 23, not to 12 twice. */
    static final int B_24_HOURS = 1 << 1;
    /** Register D: there was power all the time. */
    static final int D_VALID = 1 << 7;
    /** Hour, when they count to 12: after noon. */
    static final int AFTERNOON = 1 << 7;

    /** What comes from ports without a device. */
    static final int NOTHING = 0xFF;

    private static final int INDEX_PORT = 0x70;
    private static final int DATA_PORT = 0x71;
    /** An index has no bit 7, see above. */
    private static final int INDEX_MASK = 0x7F;

    private Ports ports = Ports.at(0);

    /** @param its the device's ports */
    void start(Ports its) {
        ports = its;
    }

    /** A register's byte, 0 to 255; {@link #NOTHING} if the ports are not the driver's. @param index 0 to 127 */
    int read(int index) {
        ports.write(INDEX_PORT, Byte.SIZE, index & INDEX_MASK);
        return ports.read(DATA_PORT, Byte.SIZE) == KernelError.NONE ? (int) Ports.readValue() : NOTHING;
    }
}
