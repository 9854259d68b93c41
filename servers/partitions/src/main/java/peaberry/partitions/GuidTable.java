package peaberry.partitions;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;

/**
 * The partitions of a GUID partition table (GPT): a header in the disk's second sector says where the entries are, and the same is there once more at the
 * disk's end, with the header in the last sector. Both have checksums; where the first are damaged the second count (UEFI specification 2.10, 5.3).
 */
final class GuidTable {

    private static final long PRIMARY = 1;
    /** In an entry: what the partition is for, as two words, which are zero where there is none; its first sector; its last one. */
    private static final int TYPE_OFFSET = 0;
    private static final int FIRST_OFFSET = 32;
    private static final int LAST_OFFSET = 40;

    private final Disk disk;
    private final PartitionTable table;
    private final GuidTableHeader header = new GuidTableHeader();
    private final Crc32 sum = new Crc32();

    GuidTable(Disk disk, PartitionTable table) {
        this.disk = disk;
        this.table = table;
    }

    /** Adds the partitions to the table. @return {@link Outcome#CORRUPT} if both headers, or the entries of both, are not as they were written */
    Outcome read() {
        Outcome outcome = read(PRIMARY);
        boolean isDamaged = outcome == Outcome.CORRUPT || outcome == Outcome.DEVICE_ERROR || outcome == Outcome.OUT_OF_RANGE;
        return isDamaged ? read(table.diskSectors() - 1) : outcome;
    }

    private Outcome read(long at) {
        table.begin(table.diskSectors());
        Outcome outcome = disk.look(at, 1);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (!header.take(disk.memory(), at, table.diskSectors())) {
            return Outcome.CORRUPT;
        }
        table.reserve(0, header.firstUsable());
        table.reserve(header.lastUsable() + 1, table.diskSectors() - 1 - header.lastUsable());
        return readEntries();
    }

    /** What was added counts only if the sum of all entries is right. */
    private Outcome readEntries() {
        long room = Math.min(disk.memory().size(), (long) BlockDevice.MAX_SECTORS * BlockDevice.SECTOR_BYTES);
        int number = 1;
        sum.begin();
        for (long done = 0; done < header.bytes(); done += room) {
            long bytes = Math.min(room, header.bytes() - done);
            Outcome outcome = disk.look(header.entries() + done / BlockDevice.SECTOR_BYTES, GuidTableHeader.sectors(bytes));
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            sum.add(disk.memory(), 0, bytes);
            for (long offset = 0; offset < bytes; offset += header.entryBytes()) {
                addEntry(number, disk.memory(), offset);
                number++;
            }
        }
        return sum.end() == header.entriesSum() ? Outcome.DONE : Outcome.CORRUPT;
    }

    private void addEntry(int number, Region memory, long offset) {
        boolean isUsed = (memory.int64(offset + TYPE_OFFSET) | memory.int64(offset + TYPE_OFFSET + Long.BYTES)) != 0;
        long first = memory.int64(offset + FIRST_OFFSET);
        long last = memory.int64(offset + LAST_OFFSET);
        if (isUsed && first >= 0 && last >= first) {
            table.add(number, first, last - first + 1);
        }
    }
}
