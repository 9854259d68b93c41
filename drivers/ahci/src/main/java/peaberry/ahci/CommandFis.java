package peaberry.ahci;

/**
 * The register FIS by which a command goes to the device (Serial ATA 3.1, "Register Host to Device FIS"): five words of 32 bits, which
 * carry the registers of the device's task file as 48-bit commands use them.
 */
final class CommandFis {

    /** Its length in words of 32 bits. */
    static final int WORDS = 5;

    private static final int TYPE_REGISTER_HOST_TO_DEVICE = 0x27;
    /** It is the command register that changes, not the one for control. */
    private static final int IS_COMMAND = 1 << 15;
    private static final int COMMAND_SHIFT = 16;
    /** Device register: the address is a sector's number. */
    private static final int DEVICE_LBA = 1 << 30;
    /** How much of a sector's number a word has. */
    private static final int LBA_BITS = 24;
    private static final int LBA_MASK = (1 << LBA_BITS) - 1;

    private CommandFis() {
    }

    /** Writes the FIS of a command. @param at a multiple of 4 @param sector below 2^48 @param count of sectors */
    static void write(CommandMemory memory, int at, Command command, long sector, int count) {
        memory.setInt32(at, TYPE_REGISTER_HOST_TO_DEVICE | IS_COMMAND | command.code() << COMMAND_SHIFT);
        memory.setInt32(at + Integer.BYTES, (int) sector & LBA_MASK | DEVICE_LBA);
        memory.setInt32(at + 2 * Integer.BYTES, (int) (sector >>> LBA_BITS) & LBA_MASK);
        memory.setInt32(at + 3 * Integer.BYTES, count);
        memory.setInt32(at + 4 * Integer.BYTES, 0);
    }
}
