package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.x86_64.PortIo;

/** The I/O ports. */
@Trusted
public final class Ports {

    private static final long LAST = 0xFFFF;
    /** The first serial line and the interval timer: neither can reach memory. */
    private static final int SERIAL = 0x3F8;
    private static final int SERIAL_PORTS = 8;
    private static final int TIMER = 0x40;
    private static final int TIMER_PORTS = 4;

    private Ports() {
    }

    /** Whether {@code first} to {@code last} are port numbers, in order. */
    public static boolean exist(long first, long last) {
        return first >= 0 && first <= last && last <= LAST;
    }

    /** Reads 8, 16 or 32 bits, zero-extended to an {@code int}. */
    @Trusted
    public static int read(int port, int widthBits) {
        return switch (widthBits) {
            case 8 -> PortIo.readByte(port);
            case 16 -> PortIo.readShort(port);
            default -> PortIo.readInt(port);
        };
    }

    /** Writes the low 8, 16 or 32 bits of {@code value}. */
    @Trusted
    public static void write(int port, int widthBits, int value) {
        switch (widthBits) {
            case 8 -> PortIo.writeByte(port, value);
            case 16 -> PortIo.writeShort(port, value);
            default -> PortIo.writeInt(port, value);
        }
    }

    /** Reads a byte from a device that the kernel itself uses; 0 if the port is none of theirs. */
    static int readOwn(int port) {
        return isOwn(port) ? PortIo.readByte(port) : 0;
    }

    /** Writes a byte to a device that the kernel itself uses; nothing happens if the port is none of theirs. */
    static void writeOwn(int port, int value) {
        if (isOwn(port)) {
            PortIo.writeByte(port, value);
        }
    }

    private static boolean isOwn(int port) {
        return port >= SERIAL && port < SERIAL + SERIAL_PORTS || port >= TIMER && port < TIMER + TIMER_PORTS;
    }
}
