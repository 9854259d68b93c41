package sata;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;

/** As many sectors as go at once, in a program's memory and on the disk. */
final class Sectors {

    static final int COUNT = BlockDevice.MAX_SECTORS;

    /** More than there are deaths. */
    private static final int ATTEMPTS = 100;
    private static final int WORDS = COUNT * BlockDevice.SECTOR_BYTES / Long.BYTES;

    private final BlockDeviceClient disk;
    private final SharedBuffer buffer = new SharedBuffer();

    Sectors(BlockDeviceClient disk) {
        this.disk = disk;
    }

    /** Finds the memory. */
    void open() {
        buffer.open("buffer", "table", "space", Grants.firstFreeSlot());
    }

    SharedBuffer buffer() {
        return buffer;
    }

    /** Writes them to the disk, each word with what it is and where, after the disk was told that what is there before is to be read. */
    Outcome write(long sector, int what, Caching caching) {
        prepare(sector);
        for (int i = 0; i < WORDS; i++) {
            buffer.memory().setInt64((long) i * Long.BYTES, (long) what << Integer.SIZE | i);
        }
        return disk.write(sector, COUNT, caching, buffer.readable(), 0);
    }

    /** The same, but they are posted, and again if the driver forgets them. */
    Outcome post(long sector, int what) {
        Outcome outcome = Outcome.FORGOTTEN;
        for (int attempt = 0; attempt < ATTEMPTS && outcome == Outcome.FORGOTTEN; attempt++) {
            outcome = write(sector, what, Caching.POSTED);
            outcome = outcome == Outcome.DONE ? disk.collect(1) : outcome;
        }
        return outcome;
    }

    /** Reads the sector before them, and says that they are read next. */
    Outcome prepare(long sector) {
        return disk.read(sector - 1, 1, COUNT, buffer.writable(), 0);
    }

    /** Reads them from the disk, over what was there. */
    Outcome read(long sector) {
        for (int i = 0; i < WORDS; i++) {
            buffer.memory().setInt64((long) i * Long.BYTES, 0);
        }
        return disk.read(sector, COUNT, 0, buffer.writable(), 0);
    }

    /** Whether they are what was written. */
    boolean are(int what) {
        for (int i = 0; i < WORDS; i++) {
            if (buffer.memory().int64((long) i * Long.BYTES) != ((long) what << Integer.SIZE | i)) {
                return false;
            }
        }
        return true;
    }
}
