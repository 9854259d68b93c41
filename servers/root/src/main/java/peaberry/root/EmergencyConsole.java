package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.runtime.Ports;
import peaberry.runtime.Text;

/**
 * Root's own voice, for when a process cannot be started and there may be nobody else to say so. It writes to the
 * console's device past the driver, without interrupts, and gives a device that does not answer up soon.
 */
final class EmergencyConsole {

    /** A PC's first serial line. */
    private static final int FIRST_PORT = 0x3F8;
    private static final int LAST_PORT = 0x3FF;
    private static final int LINE_STATUS = FIRST_PORT + 5;
    private static final int TRANSMITTER_EMPTY = 1 << 5;
    /** A byte takes 87 microseconds at 115,200 bits a second; each look takes far more than 10 nanoseconds. */
    private static final int MAX_LOOKS = 10_000;

    private EmergencyConsole() {
    }

    /** Takes the device's ports. */
    static void prepare() {
        Devices.ports(FIRST_PORT, LAST_PORT);
    }

    /** Writes {@code root: }, the text and the end of the line, on a line of its own. */
    static void say(Text text) {
        int slot = Devices.ports(FIRST_PORT, LAST_PORT);
        if (slot == Slots.NONE) {
            return;
        }
        Ports ports = Ports.at(slot);
        boolean takes = say(ports, "\r\nroot: ");
        for (int i = 0; i < text.length() && takes; i++) {
            takes = say(ports, text.byteAt(i));
        }
        if (takes) {
            say(ports, "\r\n");
        }
    }

    private static boolean say(Ports ports, String text) {
        boolean takes = true;
        for (int i = 0; i < text.length() && takes; i++) {
            takes = say(ports, text.charAt(i));
        }
        return takes;
    }

    /** @return whether the device took it; one that does not is not asked for more */
    private static boolean say(Ports ports, int value) {
        for (int looks = 0; looks < MAX_LOOKS; looks++) {
            if (canTransmit(ports)) {
                return ports.write(FIRST_PORT, Byte.SIZE, value) == KernelError.NONE;
            }
        }
        return false;
    }

    private static boolean canTransmit(Ports ports) {
        return ports.read(LINE_STATUS, Byte.SIZE) == KernelError.NONE && (Ports.readValue() & TRANSMITTER_EMPTY) != 0;
    }
}
