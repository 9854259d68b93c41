package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.kernel.arch.Ports;
import peaberry.machine.Trusted;

/** The ports that a capability names, from the first to the last one; nobody else reaches a port after boot. */
@Trusted
final class PortRange {

    private static final long LAST_PORT = 0xFFFF;
    private static final int RANGE_SHIFT = 16;

    private PortRange() {
    }

    /** The lowest port of the capability. */
    static long first(Slot ports) {
        return ports.extent() >>> RANGE_SHIFT;
    }

    /** The highest port of the capability. */
    static long last(Slot ports) {
        return ports.extent() & LAST_PORT;
    }

    /** Derives a range from the control; nothing happens if it is no control or these are no ports. @param destination empty */
    static void issue(Slot destination, Slot control, long first, long last) {
        if (control.type() == CapabilityType.IO_PORT_CONTROL && first >= 0 && first <= last && last <= LAST_PORT) {
            destination.issuePorts(control, first << RANGE_SHIFT | last);
        }
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
