package peaberry.machine.simulated;

/** A PCI function that does what it is told: reads and writes memory, and writes messages, where it may. */
public final class DmaDevice {

    private final SimulatedMachine machine;
    private final int function;

    /** @param function bus, device and function in 16 bits */
    public DmaDevice(SimulatedMachine machine, int function) {
        this.machine = machine;
        this.function = function;
    }

    /** Reads a word; all ones if it was not allowed. @param address a multiple of 8, as the device sees memory */
    public long read(long address) {
        long physical = machine.iommu().translate(function, address, false);
        return physical < 0 ? -1 : machine.memory().loadLong(physical);
    }

    /** Writes a word; it is lost if it was not allowed. @param address a multiple of 8, as the device sees memory */
    public void write(long address, long value) {
        if (InterruptController.isMessage(address)) {
            machine.interrupts().message(function, address, (int) value);
            return;
        }
        long physical = machine.iommu().translate(function, address, true);
        if (physical >= 0) {
            machine.memory().storeLong(physical, value);
        }
    }
}
