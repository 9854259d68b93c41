package peaberry.pci;

import peaberry.abi.VirtioStructure;
import peaberry.bus.PciBus.Outcome;

/**
 * The resets that a device has among its own registers, in its memory. The function has to answer there. A register is
 * touched only if it is within what one of the function's base address registers names.
 */
final class RegisterReset {

    /** AHCI 1.3.1, section 10.4.3: a controller that takes longer hangs. Virtio sets no limit. */
    private static final long PATIENCE_MICROSECONDS = 1_000_000;

    private static final int VIRTIO_VENDOR = 0x1AF4;
    /** Virtio 1.2, section 4.1.4.3: in the common configuration. */
    private static final long DEVICE_STATUS = 0x14;
    private static final int STATUS_RESET = 0;

    private static final int AHCI_CLASS = 0x010601;
    /** AHCI 1.3.1, section 2.1.11. */
    private static final int AHCI_BAR = 5;
    /** Section 3.1.2. */
    private static final long GLOBAL_CONTROL = 0x04;
    private static final int GLOBAL_RESET = 1;
    private static final int GLOBAL_ENABLE = 1 << 31;

    private final DeviceMemory memory;
    private final Deadline deadline;
    private final Functions functions;
    private final VirtioStructures structures;

    RegisterReset(ConfigurationSpace space, DeviceMemory memory, Deadline deadline) {
        this.memory = memory;
        this.deadline = deadline;
        functions = new Functions(space);
        structures = new VirtioStructures(space);
    }

    /** A virtio device's status becomes 0 when it has stopped. */
    Outcome virtio(int function, BaseAddresses addresses) {
        if (functions.vendor(function) != VIRTIO_VENDOR || !structures.find(function, VirtioStructure.COMMON)
                || !addresses.contain(structures.bar(), structures.offset() + DEVICE_STATUS, Byte.BYTES)) {
            return Outcome.NO_RESET;
        }
        long status = addresses.base(structures.bar()) + structures.offset() + DEVICE_STATUS;
        if (!memory.write8(status, STATUS_RESET)) {
            return Outcome.NO_RESET;
        }
        deadline.set(PATIENCE_MICROSECONDS);
        while (memory.read8(status) != STATUS_RESET) {
            if (!deadline.pause()) {
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
            if (!deadline.pause()) {
                return Outcome.STUCK;
            }
        }
        return Outcome.DONE;
    }
}
