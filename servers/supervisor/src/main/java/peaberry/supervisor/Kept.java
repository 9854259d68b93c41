package peaberry.supervisor;

import peaberry.abi.RegionKind;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Text;

/**
 * What the supervisor knows and the kernel's objects do not tell: how often processes failed, the records of faults, the log. It lies in memory that
 * is the next supervisor's, too, and is written so that a supervisor that fails in the midst of it leaves nothing worse than a record in part.
 */
final class Kept {

    static final int FAULT_COUNT = 8;
    static final int LOG_COUNT = 16;
    /** Where the processes' histories are, from that of number 0 on. */
    static final int HISTORIES = 64;
    /** Where the records of faults are. */
    static final int FAULTS = 4096;
    /** Where the lines of the log are. */
    static final int LOG = 40 << 10;

    /** All of it: 64 KiB. */
    static final Region MEMORY = new Region();

    private Kept() {
    }

    /** Opens it; the first supervisor finds only zeros. */
    static void open() {
        Regions.open(MEMORY, "memory", RegionKind.KEPT, 0);
    }

    /** Writes a text behind its length, of which the reader is told first how much of it is there. */
    static void write(int offset, Text text, int most) {
        int length = Math.min(text.length(), most);
        MEMORY.setInt64(offset, 0);
        for (int i = 0; i < length; i++) {
            MEMORY.setByte(offset + Long.BYTES + i, text.byteAt(i));
        }
        MEMORY.setInt64(offset, length);
    }

    /** Appends a text that was written. */
    static Text read(int offset, int most, Text to) {
        long length = Math.max(0, Math.min(MEMORY.int64(offset), most));
        for (int i = 0; i < length; i++) {
            to.appendByte(MEMORY.unsignedByte(offset + Long.BYTES + i));
        }
        return to;
    }
}
