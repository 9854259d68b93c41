package peaberry.faults;

import peaberry.block.BlockDevice;
import peaberry.runtime.RandomNumbers;
import peaberry.runtime.SharedBuffer;

/** What is in a sector: words that follow from its number and its generation, and look random. */
final class SectorContents {

    private static final int WORDS = BlockDevice.SECTOR_BYTES / Long.BYTES;
    /** So far apart that no two seeds meet. */
    private static final int GENERATION_BITS = 32;
    private static final long EMPTY = 0;

    private final SharedBuffer buffer;
    private final RandomNumbers words = new RandomNumbers(1);

    SectorContents(SharedBuffer buffer) {
        this.buffer = buffer;
    }

    /** Writes a sector into the buffer. @param place where, in sectors */
    void fill(int place, long sector, int generation) {
        words.restart(seed(sector, generation));
        for (int i = 0; i < WORDS; i++) {
            buffer.memory().setInt64(offset(place, i), words.next());
        }
    }

    /** Whether the buffer has this sector there. */
    boolean matches(int place, long sector, int generation) {
        words.restart(seed(sector, generation));
        for (int i = 0; i < WORDS; i++) {
            if (buffer.memory().int64(offset(place, i)) != words.next()) {
                return false;
            }
        }
        return true;
    }

    /** Makes the first sectors of the buffer such as no sector is. */
    void clear(int count) {
        for (int i = 0; i < count * WORDS; i++) {
            buffer.memory().setInt64(offset(0, i), EMPTY);
        }
    }

    private static long seed(long sector, int generation) {
        return sector + 1 << GENERATION_BITS | generation;
    }

    private static long offset(int place, int word) {
        return (long) place * BlockDevice.SECTOR_BYTES + (long) word * Long.BYTES;
    }
}
