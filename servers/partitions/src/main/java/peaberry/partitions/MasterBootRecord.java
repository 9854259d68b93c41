package peaberry.partitions;

import peaberry.block.BlockDevice.Outcome;

/**
 * The partitions of a PC's master boot record: up to four that are in it, numbered from 1 in its order, and from 5 on the logical ones, each of which an
 * extended boot record describes that also says where the next one is. An entry has 16 bytes: a status, the type at 4, the first sector at 8, the number of
 * sectors at 12 (UEFI specification 2.10, 5.2.1; what is said in cylinders is not used).
 */
final class MasterBootRecord {

    static final long SECTOR = 0;

    private static final int ENTRIES = 4;
    private static final int ENTRY_BYTES = 16;
    private static final int ENTRIES_OFFSET = 446;
    private static final int TYPE_OFFSET = 4;
    private static final int FIRST_OFFSET = 8;
    private static final int SECTORS_OFFSET = 12;
    private static final int SIGNATURE_OFFSET = 510;
    private static final int SIGNATURE = 0xAA55;

    private static final int INACTIVE = 0;
    private static final int ACTIVE = 0x80;

    private static final int EMPTY = 0;
    private static final int EXTENDED = 0x05;
    private static final int EXTENDED_LBA = 0x0F;
    private static final int EXTENDED_LINUX = 0x85;
    private static final int PROTECTIVE = 0xEE;

    private static final int FIRST_LOGICAL = ENTRIES + 1;
    /** In an extended boot record: the partition, counted from there, and the next record, counted from the extended partition's first sector. */
    private static final int LOGICAL_ENTRY = 0;
    private static final int NEXT_ENTRY = 1;
    /** Of extended boot records: some may describe nothing. */
    private static final int LONGEST_CHAIN = 32;

    private final Disk disk;
    private final PartitionTable table;
    private long extendedFirst;
    private long extendedSectors;

    MasterBootRecord(Disk disk, PartitionTable table) {
        this.disk = disk;
        this.table = table;
    }

    /**
     * Whether the sector that was just read divides a disk. That of a file system can have the same signature at its end, but what is in the entries' places
     * there is nothing, or text or code, which no entry begins with.
     */
    boolean isTable() {
        int used = 0;
        for (int entry = 0; entry < ENTRIES; entry++) {
            int status = disk.memory().unsignedByte(offset(entry));
            if (status != INACTIVE && status != ACTIVE) {
                return false;
            }
            used += isUsed(entry) ? 1 : 0;
        }
        return isSigned() && used > 0;
    }

    /** Whether the record only says that there is a {@link GuidTable}. */
    boolean isProtective() {
        for (int entry = 0; entry < ENTRIES; entry++) {
            if (type(entry) == PROTECTIVE) {
                return true;
            }
        }
        return false;
    }

    /** Adds the partitions to the table. */
    Outcome read() {
        table.reserve(SECTOR, 1);
        extendedSectors = 0;
        for (int entry = 0; entry < ENTRIES; entry++) {
            if (isExtended(entry) && extendedSectors == 0) {
                extendedFirst = first(entry);
                extendedSectors = sectors(entry);
            } else if (isUsed(entry) && !isExtended(entry)) {
                table.add(entry + 1, first(entry), sectors(entry));
            }
        }
        return extendedSectors > 0 ? readLogical() : Outcome.DONE;
    }

    /** Goes along the chain, which ends where it leaves the extended partition, comes upon what is taken, or is too long. */
    private Outcome readLogical() {
        int number = FIRST_LOGICAL;
        long record = extendedFirst;
        for (int i = 0; i < LONGEST_CHAIN && isInside(record, 1) && table.reserve(record, 1); i++) {
            Outcome outcome = disk.look(record, 1);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            if (!isSigned()) {
                return Outcome.DONE;
            }
            long first = record + first(LOGICAL_ENTRY);
            if (isUsed(LOGICAL_ENTRY)) {
                if (isInside(first, sectors(LOGICAL_ENTRY))) {
                    table.add(number, first, sectors(LOGICAL_ENTRY));
                }
                number++;
            }
            if (!isExtended(NEXT_ENTRY)) {
                return Outcome.DONE;
            }
            record = extendedFirst + first(NEXT_ENTRY);
        }
        return Outcome.DONE;
    }

    /** Whether sectors belong to the extended partition. */
    private boolean isInside(long first, long sectors) {
        return first >= extendedFirst && first - extendedFirst <= extendedSectors - sectors;
    }

    private boolean isSigned() {
        return disk.memory().unsignedShort(SIGNATURE_OFFSET) == SIGNATURE;
    }

    private boolean isUsed(int entry) {
        return type(entry) != EMPTY && sectors(entry) != 0;
    }

    private boolean isExtended(int entry) {
        int type = type(entry);
        return isUsed(entry) && (type == EXTENDED || type == EXTENDED_LBA || type == EXTENDED_LINUX);
    }

    private int type(int entry) {
        return disk.memory().unsignedByte(offset(entry) + TYPE_OFFSET);
    }

    private long first(int entry) {
        return unsignedInt(offset(entry) + FIRST_OFFSET);
    }

    private long sectors(int entry) {
        return unsignedInt(offset(entry) + SECTORS_OFFSET);
    }

    private long unsignedInt(long offset) {
        return disk.memory().int32(offset) & 0xFFFF_FFFFL;
    }

    private static long offset(int entry) {
        return ENTRIES_OFFSET + (long) entry * ENTRY_BYTES;
    }
}
