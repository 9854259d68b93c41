package peaberry.partitions;

import peaberry.block.BlockDevice;
import peaberry.runtime.Region;

/** What a GUID partition table says of itself (UEFI specification 2.10, table 5.5), if its checksum is right and it fits onto the disk. */
final class GuidTableHeader {

    private static final int SIGNATURE_OFFSET = 0;
    /** "EFI PART". */
    private static final long SIGNATURE = 0x5452_4150_2049_4645L;
    private static final int SIZE_OFFSET = 12;
    private static final int LEAST_SIZE = 92;
    private static final int SUM_OFFSET = 16;
    private static final int PLACE_OFFSET = 24;
    private static final int FIRST_USABLE_OFFSET = 40;
    private static final int LAST_USABLE_OFFSET = 48;
    private static final int ENTRIES_OFFSET = 72;
    private static final int ENTRY_COUNT_OFFSET = 80;
    private static final int ENTRY_BYTES_OFFSET = 84;
    private static final int ENTRIES_SUM_OFFSET = 88;

    private static final int LEAST_ENTRY_BYTES = 128;
    /** The specification knows no bound. A page is enough for any use of it, and divides the memory that entries are read to. */
    private static final int MOST_ENTRY_BYTES = 4096;
    /** Of all entries. Nor is there one for these; usually they have 16 KiB. */
    private static final long MOST_BYTES = 1 << 20;

    private final Crc32 sum = new Crc32();
    private long firstUsable;
    private long lastUsable;
    private long entries;
    private long entryCount;
    private int entryBytes;
    private int entriesSum;

    /** Reads the header that is at the start of the memory. @param at the sector that it comes from @return whether it is a sound one */
    boolean take(Region memory, long at, long diskSectors) {
        firstUsable = memory.int64(FIRST_USABLE_OFFSET);
        lastUsable = memory.int64(LAST_USABLE_OFFSET);
        entries = memory.int64(ENTRIES_OFFSET);
        entryCount = memory.int32(ENTRY_COUNT_OFFSET) & 0xFFFF_FFFFL;
        entryBytes = memory.int32(ENTRY_BYTES_OFFSET);
        entriesSum = memory.int32(ENTRIES_SUM_OFFSET);
        return memory.int64(SIGNATURE_OFFSET) == SIGNATURE && memory.int64(PLACE_OFFSET) == at && isSumRight(memory) && areEntriesSound() && isPlaceSound(diskSectors);
    }

    private boolean isSumRight(Region memory) {
        int size = memory.int32(SIZE_OFFSET);
        if (size < LEAST_SIZE || size > BlockDevice.SECTOR_BYTES) {
            return false;
        }
        sum.begin();
        sum.add(memory, 0, SUM_OFFSET);
        sum.addZeros(Integer.BYTES);
        sum.add(memory, SUM_OFFSET + Integer.BYTES, size - SUM_OFFSET - Integer.BYTES);
        return sum.end() == memory.int32(SUM_OFFSET);
    }

    private boolean areEntriesSound() {
        boolean isPower = (entryBytes & entryBytes - 1) == 0;
        return entryBytes >= LEAST_ENTRY_BYTES && entryBytes <= MOST_ENTRY_BYTES && isPower && entryCount >= 1 && bytes() <= MOST_BYTES;
    }

    /** The sectors for partitions are neither the first two nor the last one, and the entries are before or behind them. */
    private boolean isPlaceSound(long diskSectors) {
        long count = sectors(bytes());
        boolean isOnDisk = firstUsable >= 2 && firstUsable <= lastUsable && lastUsable <= diskSectors - 2;
        boolean areBefore = entries >= 2 && entries <= firstUsable - count;
        boolean areBehind = entries > lastUsable && entries < diskSectors && count <= diskSectors - 1 - entries;
        return isOnDisk && (areBefore || areBehind);
    }

    /** In how many sectors so many bytes are, from a sector's first one on. */
    static int sectors(long bytes) {
        return (int) ((bytes + BlockDevice.SECTOR_BYTES - 1) / BlockDevice.SECTOR_BYTES);
    }

    /** The first sector that may be a partition's, at least 2. */
    long firstUsable() {
        return firstUsable;
    }

    /** The last one, which is not the disk's last. */
    long lastUsable() {
        return lastUsable;
    }

    /** The first sector of the entries. */
    long entries() {
        return entries;
    }

    /** Of all entries. */
    long bytes() {
        return entryCount * entryBytes;
    }

    /** Of one: a power of two. */
    int entryBytes() {
        return entryBytes;
    }

    /** The checksum of all entries. */
    int entriesSum() {
        return entriesSum;
    }
}
