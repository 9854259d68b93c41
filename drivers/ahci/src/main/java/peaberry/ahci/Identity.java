package peaberry.ahci;

import peaberry.block.BlockDevice;

/** What a disk says of itself (ATA/ATAPI Command Set 3, "IDENTIFY DEVICE"): 256 words of 16 bits. */
final class Identity {

    /** How much it is. */
    static final int BYTES = 512;

    private static final int GENERAL = 0;
    private static final int GENERAL_NOT_ATA = 1 << 15;
    private static final int CAPABILITIES = 49;
    private static final int CAPABILITIES_DMA = 1 << 8;
    private static final int CAPABILITIES_LBA = 1 << 9;
    private static final int COMMAND_SETS = 83;
    private static final int COMMAND_SETS_48_BIT = 1 << 10;
    private static final int COMMAND_SETS_FLUSH_EXT = 1 << 13;
    private static final int COMMAND_SETS_MORE = 84;
    private static final int COMMAND_SETS_MORE_FUA = 1 << 6;
    /** The first of four words. */
    private static final int SECTORS = 100;
    private static final int SECTOR_SIZE = 106;
    /** A sector is longer than 512 bytes. */
    private static final int SECTOR_SIZE_LONG = 1 << 12;
    private static final int INTEGRITY = 255;
    private static final int INTEGRITY_SIGNATURE = 0xA5;

    /** Words of which some bits mean something only if the two highest are 01. */
    private static final int VALIDITY = 0b11 << 14;
    private static final int VALID = 0b01 << 14;
    /** Sectors are numbered with 48 bits. */
    private static final long MOST_SECTORS = 1L << 48;

    private final CommandMemory memory;
    private final int at;

    /** @param at where in the memory it is, or will be */
    Identity(CommandMemory memory, int at) {
        this.memory = memory;
        this.at = at;
    }

    /**
     * How many sectors there are; 0 if the driver cannot serve this disk: it has to have sectors of {@link BlockDevice#SECTOR_BYTES} bytes,
     * numbered with 48 bits, and to take DMA.
     */
    long usableSectors() {
        long sectors = sectors();
        return isUsable() && sectors > 0 && sectors <= MOST_SECTORS ? sectors : 0;
    }

    private boolean isUsable() {
        return isIntact() && (word(GENERAL) & GENERAL_NOT_ATA) == 0
                && has(word(CAPABILITIES), CAPABILITIES_DMA | CAPABILITIES_LBA)
                && hasValid(COMMAND_SETS, COMMAND_SETS_48_BIT | COMMAND_SETS_FLUSH_EXT)
                && !hasValid(SECTOR_SIZE, SECTOR_SIZE_LONG);
    }

    /** Whether it has {@link Command#WRITE_DMA_FUA_EXT}. */
    boolean canForceWrites() {
        return hasValid(COMMAND_SETS_MORE, COMMAND_SETS_MORE_FUA);
    }

    private long sectors() {
        return word(SECTORS) | (long) word(SECTORS + 1) << 16 | (long) word(SECTORS + 2) << 32 | (long) word(SECTORS + 3) << 48;
    }

    /** If it has a checksum, all bytes sum up to 0. */
    private boolean isIntact() {
        if ((word(INTEGRITY) & 0xFF) != INTEGRITY_SIGNATURE) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i <= INTEGRITY; i++) {
            sum += word(i) + (word(i) >>> 8);
        }
        return (sum & 0xFF) == 0;
    }

    private boolean hasValid(int index, int bits) {
        return (word(index) & VALIDITY) == VALID && has(word(index), bits);
    }

    private static boolean has(int word, int bits) {
        return (word & bits) == bits;
    }

    private int word(int index) {
        int pair = memory.int32(at + index / 2 * Integer.BYTES);
        return index % 2 == 0 ? pair & 0xFFFF : pair >>> 16;
    }
}
