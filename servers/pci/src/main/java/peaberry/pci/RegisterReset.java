package peaberry.pci;

import peaberry.bus.PciBus.Outcome;

/**
 * The resets that a device has among its own registers, in its memory. The function has to answer there. A register is
 * touched only if it is within what one of the function's base address registers names.
 */
final class RegisterReset {

    /** AHCI 1.3.1, section 10.4.3: a controller that takes longer hangs. Virtio sets no limit. */
    private static final long PATIENCE_MICROSECONDS = 1_000_000;

    private static final int VIRTIO_VENDOR = 0x1AF4;
    /** Virtio 1.2, section 4.1.4: what a capability of this vendor says. */
    private static final int STRUCTURE_KIND = 3;
    private static final int STRUCTURE_BAR = 4;
    private static final int STRUCTURE_OFFSET = 8;
    private static final int KIND_COMMON = 1;
    /** Section 4.1.4.3: in the common configuration. */
    private static final long DEVICE_STATUS = 0x14;
    private static final int STATUS_RESET = 0;

    private static final int AHCI_CLASS = 0x010601;
    /** AHCI 1.3.1, section 2.1.11. */
    private static final int AHCI_BAR = 5;
    /** Section 3.1.2. */
    private static final long GLOBAL_CONTROL = 0x04;
    private static final int GLOBAL_RESET = 1;
    private static final int GLOBAL_ENABLE = 1 << 31;

    private final ConfigurationSpace space;
    private final DeviceMemory memory;
    private final Deadline deadline;
    private final Functions functions;
    private final Capabilities capabilities;

    RegisterReset(ConfigurationSpace space, DeviceMemory memory, Deadline deadline) {
        this.space = space;
        this.memory = memory;
        this.deadline = deadline;
        functions = new Functions(space);
        capabilities = new Capabilities(space);
    }

    /** A virtio device's status becomes 0 when it has stopped. */
    Outcome virtio(int function, BaseAddresses addresses) {
        int common = functions.vendor(function) == VIRTIO_VENDOR ? common(function) : Capabilities.NONE;
        if (common == Capabilities.NONE) {
            return Outcome.NO_RESET;
        }
        int bar = space.read8(function, common + STRUCTURE_BAR);
        long offset = (space.read32(function, common + STRUCTURE_OFFSET) & 0xFFFF_FFFFL) + DEVICE_STATUS;
        if (!addresses.contain(bar, offset, Byte.BYTES)) {
            return Outcome.NO_RESET;
        }
        long status = addresses.base(bar) + offset;
        if (!memory.write8(status, STATUS_RESET)) {
            return Outcome.NO_RESET;
        }
        deadline.set(PATIENCE_MICROSECONDS);
        while (memory.read8(status) != STATUS_RESET) {
            if (deadline.hasPassed()) {
                return Outcome.STUCK;
            }
        }
        return Outcome.DONE;
    }

    /** An AHCI controller takes back the bit that asks for a reset. */
    Outcome ahci(int function, BaseAddresses addresses) {
        if (functions.classCode(function) != AHCI_CLASS || !addresses.contain(AHCI_BAR, GLOBAL_CONTROL, Integer.BYTES)) {
            return Outcome.NO_RESET;
        }
        long control = addresses.base(AHCI_BAR) + GLOBAL_CONTROL;
        if (!memory.write32(control, GLOBAL_ENABLE) || !memory.write32(control, GLOBAL_ENABLE | GLOBAL_RESET)) {
            return Outcome.NO_RESET;
        }
        deadline.set(PATIENCE_MICROSECONDS);
        while ((memory.read32(control) & GLOBAL_RESET) != 0) {
            if (deadline.hasPassed()) {
                return Outcome.STUCK;
            }
        }
        return Outcome.DONE;
    }

    /** The capability that says where the common configuration is. The first one counts (section 4.1.4.1). */
    private int common(int function) {
        for (int index = 0; index < Capabilities.MOST; index++) {
            int place = capabilities.find(function, Capabilities.VENDOR, index);
            if (place == Capabilities.NONE || space.read8(function, place + STRUCTURE_KIND) == KIND_COMMON) {
                return place;
            }
        }
        return Capabilities.NONE;
    }
}
