package peaberry.screen;

import peaberry.abi.KernelError;
import peaberry.runtime.Ports;

/**
 * The registers of a VGA's CRT controller, which says how the screen's memory is shown (IBM PS/2 Hardware Interface Technical Reference,
 * "Video Subsystem", "CRT Controller Registers"). An index chooses the one that the data port shows.
 */
class VideoRegisters {

    /** Characters of a row, less 1. */
    static final int LAST_COLUMN = 0x01;
    static final int OVERFLOW = 0x07;
    /** Lines of a character, less 1, in bits 0 to 4. */
    static final int CHARACTER_HEIGHT = 0x09;
    /** Where in the memory the screen starts, in characters. */
    static final int START_HIGH = 0x0C;
    static final int START_LOW = 0x0D;
    /** Where in the memory the cursor is, in characters. */
    static final int CURSOR_HIGH = 0x0E;
    static final int CURSOR_LOW = 0x0F;
    /** Lines of the screen, less 1; {@link #OVERFLOW} has the high bits. */
    static final int LAST_LINE = 0x12;
    /** From one row to the next in the memory, in pairs of characters. */
    static final int ROW_PAIRS = 0x13;

    /** Overflow: bits 8 and 9 of {@link #LAST_LINE}. */
    static final int OVERFLOW_LAST_LINE_8 = 1 << 1;
    static final int OVERFLOW_LAST_LINE_9 = 1 << 6;
    static final int CHARACTER_HEIGHT_MASK = 0x1F;

    /** What comes from ports without a device. */
    static final int ABSENT = 0xFF;

    private static final int INDEX_PORT = 0x3D4;
    private static final int DATA_PORT = 0x3D5;

    private Ports ports = Ports.at(0);

    void start(Ports its) {
        ports = its;
    }

    /** A register's byte, 0 to 255. */
    int read(int index) {
        ports.write(INDEX_PORT, Byte.SIZE, index);
        return ports.read(DATA_PORT, Byte.SIZE) == KernelError.NONE ? (int) Ports.readValue() : ABSENT;
    }

    void write(int index, int value) {
        ports.write(INDEX_PORT, Byte.SIZE, index);
        ports.write(DATA_PORT, Byte.SIZE, value);
    }
}
