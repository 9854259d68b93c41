package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.x86_64.PortIo;

/** The I/O ports. */
@Trusted
public final class Ports {

    private static final long LAST = 0xFFFF;

    private Ports() {
    }

    /** Whether {@code first} to {@code last} are port numbers, in order. */
    public static boolean exist(long first, long last) {
        return first >= 0 && first <= last && last <= LAST;
    }

    /** Reads 8, 16 or 32 bits, zero-extended to an {@code int}. */
    public static int read(int port, int widthBits) {
        return switch (widthBits) {
            case 8 -> PortIo.readByte(port);
            case 16 -> PortIo.readShort(port);
            default -> PortIo.readInt(port);
        };
    }

    /** Writes the low 8, 16 or 32 bits of {@code value}. */
    public static void write(int port, int widthBits, int value) {
        switch (widthBits) {
            case 8 -> PortIo.writeByte(port, value);
            case 16 -> PortIo.writeShort(port, value);
            default -> PortIo.writeInt(port, value);
        }
    }
}
