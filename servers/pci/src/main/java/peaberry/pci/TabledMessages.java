package peaberry.pci;

/** MSI-X: the messages that a function finds in a table in its memory (PCI Local Bus 3.0, section 6.8.2). All are made the same. */
final class TabledMessages {

    private static final int CONTROL = 2;
    private static final int CONTROL_ENABLE = 1 << 15;
    /** No message is written, whatever the table says. */
    private static final int CONTROL_MASK = 1 << 14;
    private static final int ENTRY_ADDRESS = 0;
    private static final int ENTRY_ADDRESS_HIGH = 4;
    private static final int ENTRY_DATA = 8;
    private static final int ENTRY_CONTROL = 12;
    private static final int ENTRY_MASK = 1;

    private final ConfigurationSpace space;
    private final DeviceMemory memory;
    private final Capabilities capabilities;

    TabledMessages(ConfigurationSpace space, DeviceMemory memory) {
        this.space = space;
        this.memory = memory;
        capabilities = new Capabilities(space);
    }

    /**
     * Lets a function, which answers at its memory, write the same message whatever the reason.
     *
     * @param table   where its table is: there is one
     * @param address of the memory that the table is in
     * @return false if the memory cannot be reached: no message is written then
     */
    boolean enable(int function, MessageTable table, long memoryAddress, long address, int data) {
        control(function, CONTROL_ENABLE | CONTROL_MASK);
        long entry = memoryAddress + table.offset();
        for (int i = 0; i < table.entries(); i++, entry += MessageTable.ENTRY_BYTES) {
            if (!fill(entry, address, data)) {
                disable(function);
                return false;
            }
        }
        control(function, CONTROL_ENABLE);
        return true;
    }

    /** No message is written any more. */
    void disable(int function) {
        control(function, CONTROL_MASK);
    }

    private boolean fill(long entry, long address, int data) {
        return memory.write32(entry + ENTRY_ADDRESS, (int) address) && memory.write32(entry + ENTRY_ADDRESS_HIGH, (int) (address >>> Integer.SIZE))
                && memory.write32(entry + ENTRY_DATA, data)
                && memory.write32(entry + ENTRY_CONTROL, memory.read32(entry + ENTRY_CONTROL) & ~ENTRY_MASK);
    }

    private void control(int function, int flags) {
        int place = capabilities.find(function, Capabilities.MSI_X);
        if (place != Capabilities.NONE) {
            int rest = space.read16(function, place + CONTROL) & ~(CONTROL_ENABLE | CONTROL_MASK);
            space.write16(function, place + CONTROL, rest | flags);
        }
    }
}
