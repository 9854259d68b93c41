package peaberry.partitions;

/**
 * Which sectors belong to which partition. Whatever is {@linkplain #add added}, in any order and with any numbers: what the table has lies within
 * the disk, and no sector is in two partitions, or in one of them and among those that describe them.
 */
final class PartitionTable {

    /** Partitions are numbered from 1 to this. */
    static final int MOST = 16;
    /** Ranges of sectors that are not a partition's. */
    static final int MOST_RESERVED = 64;

    private final long[] first = new long[MOST + 1];
    private final long[] sectors = new long[MOST + 1];
    private final long[] reservedFirst = new long[MOST_RESERVED];
    private final long[] reservedSectors = new long[MOST_RESERVED];
    private int reserved;
    private long diskSectors;

    /** Empties it. @param size of the disk, in sectors, at least 1 */
    void begin(long size) {
        diskSectors = size;
        reserved = 0;
        for (int number = 1; number <= MOST; number++) {
            sectors[number] = 0;
        }
    }

    long diskSectors() {
        return diskSectors;
    }

    /** Keeps sectors from being a partition's. @return whether they are on the disk, not taken yet, and could be noted */
    boolean reserve(long from, long count) {
        if (reserved == MOST_RESERVED || !isFree(from, count)) {
            return false;
        }
        reservedFirst[reserved] = from;
        reservedSectors[reserved] = count;
        reserved++;
        return true;
    }

    /** Adds a partition, unless it is not all on the disk, or shares sectors with what was there before. @param number one that has no partition; those above {@link #MOST} are left out */
    void add(int number, long from, long count) {
        if (number <= MOST && isFree(from, count)) {
            first[number] = from;
            sectors[number] = count;
        }
    }

    /** Whether there is a partition of this number. */
    boolean has(int number) {
        return number >= 1 && number <= MOST && sectors[number] > 0;
    }

    /** Its first sector on the disk. */
    long first(int number) {
        return first[number];
    }

    /** How many it has. */
    long sectors(int number) {
        return sectors[number];
    }

    private boolean isFree(long from, long count) {
        if (from < 0 || count < 1 || count > diskSectors || from > diskSectors - count) {
            return false;
        }
        for (int number = 1; number <= MOST; number++) {
            if (overlap(from, count, first[number], sectors[number])) {
                return false;
            }
        }
        for (int i = 0; i < reserved; i++) {
            if (overlap(from, count, reservedFirst[i], reservedSectors[i])) {
                return false;
            }
        }
        return true;
    }

    /** Of ranges on the disk; an empty one shares nothing. */
    private static boolean overlap(long from, long count, long otherFrom, long otherCount) {
        return from < otherFrom + otherCount && otherFrom < from + count && otherCount > 0;
    }
}
