package peaberry.ahci;

/**
 * The list of commands for the controller (AHCI 1.3.1, 4.2.2) and the table of one (4.2.3). Only slot 0 is ever filled: a disk works on one
 * command at a time unless commands are queued by its own means, and with one in the list it is certain which one failed.
 */
final class CommandList {

    /** In {@link HostRegisters#PORT_CI}: the slot that is used. */
    static final int SLOT = 1;

    /** The header's words of 32 bits. */
    private static final int DESCRIPTION = CommandMemory.COMMAND_LIST;
    private static final int TRANSFERRED = DESCRIPTION + 4;
    private static final int TABLE_ADDRESS = DESCRIPTION + 8;
    private static final int TABLE_ADDRESS_HIGH = DESCRIPTION + 12;

    /** In the description, beside the length of the command's FIS. */
    private static final int TO_DEVICE = 1 << 6;
    /** One region of memory, of at most 4 MiB, is all that a command needs. */
    private static final int ONE_REGION = 1 << 16;

    /** The table begins with the FIS; the region is described behind it. */
    private static final int FIS = CommandMemory.COMMAND_TABLE;
    private static final int REGION_ADDRESS = FIS + 0x80;
    private static final int REGION_ADDRESS_HIGH = REGION_ADDRESS + 4;
    /** The number of its bytes, less one. */
    private static final int REGION_LAST = REGION_ADDRESS + 12;

    private final CommandMemory memory;

    CommandList(CommandMemory memory) {
        this.memory = memory;
    }

    /** Writes a command. None may be under way. @param buffer where its data is, or goes @param bytes how much, an even number; 0 without any */
    void write(Command command, long sector, int count, int buffer, int bytes) {
        CommandFis.write(memory, FIS, command, sector, count);
        setAddress(REGION_ADDRESS, REGION_ADDRESS_HIGH, buffer);
        memory.setInt32(REGION_LAST, bytes - 1);
        setAddress(TABLE_ADDRESS, TABLE_ADDRESS_HIGH, CommandMemory.COMMAND_TABLE);
        memory.setInt32(TRANSFERRED, 0);
        memory.setInt32(DESCRIPTION, CommandFis.WORDS | switch (command.transfer()) {
            case NONE -> 0;
            case FROM_DISK -> ONE_REGION;
            case TO_DISK -> ONE_REGION | TO_DEVICE;
        });
    }

    /** How many bytes the controller says that it moved for the command that came to its end. */
    int transferred() {
        return memory.int32(TRANSFERRED);
    }

    private void setAddress(int low, int high, int offset) {
        long address = memory.deviceAddress(offset);
        memory.setInt32(low, (int) address);
        memory.setInt32(high, (int) (address >>> Integer.SIZE));
    }
}
