package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.kernel.arch.Ports;
import peaberry.machine.Trusted;

/** The ports that a capability names, from the first to the last one; nobody else reaches a port after boot. */
@Trusted
final class PortRange {

    /** A range is the number of its first port, so many bits up, and that of its last one. */
    static final int FIRST_SHIFT = 16;
    private static final long LAST_PORT = 0xFFFF;

    private PortRange() {
    }

    /** The lowest port of the capability. */
    static long first(Slot ports) {
        return ports.extent() >>> FIRST_SHIFT;
    }

    /** The highest port of the capability. */
    static long last(Slot ports) {
        return ports.extent() & LAST_PORT;
    }

    /** Whether the capability names all ports that an access of 8, 16 or 32 bits at {@code port} touches. */
    static boolean contains(Slot ports, long port, long widthBits) {
        return ports.type() == CapabilityType.IO_PORT && port >= first(ports) && port <= last(ports) + 1 - widthBits / 8;
    }

    /** Reads 8, 16 or 32 bits, zero-extended; 0 if the capability does not contain them. */
    static long read(Slot ports, long port, int widthBits) {
        return contains(ports, port, widthBits) ? Ports.read((int) port, widthBits) & 0xFFFF_FFFFL : 0;
    }

    /** Writes the low 8, 16 or 32 bits of {@code value}; nothing happens if the capability does not contain them. */
    static void write(Slot ports, long port, int widthBits, int value) {
        if (contains(ports, port, widthBits)) {
            Ports.write((int) port, widthBits, value);
        }
    }
}
