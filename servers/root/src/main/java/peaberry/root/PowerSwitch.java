package peaberry.root;

import peaberry.runtime.Ports;

/** Switches the machine off: QEMU's {@code isa-debug-exit} device, and its likeness on the simulated machine. */
final class PowerSwitch {

    /** The exit status of a system that cannot go on. */
    static final int STATUS_FAILURE = 100;

    private static final int FIRST_PORT = 0xF4;
    private static final int LAST_PORT = 0xF7;

    private PowerSwitch() {
    }

    /** Makes sure that the switch can be used when ports are not to be had any more. */
    static void prepare() {
        Devices.ports(FIRST_PORT, LAST_PORT);
    }

    /** Does not return if the machine has such a switch. @param status the exit status, 0 to 100 */
    static void off(int status) {
        int slot = Devices.ports(FIRST_PORT, LAST_PORT);
        if (slot != Slots.NONE) {
            Ports.at(slot).write(FIRST_PORT, Integer.SIZE, status);
        }
    }
}
