package peaberry.integrity;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.runtime.Grants;
import peaberry.runtime.Region;
import peaberry.runtime.SharedBuffer;
import peaberry.system.SupervisionClient;

/**
 * The disk as its driver presents it, which is not believed. Sectors travel through a buffer of the server's own: the driver reaches it only
 * while it is asked, reading it for a write and writing it for a read, so nothing changes any more when an answer is looked at.
 */
class Disk {

    /** The declaration's names. */
    private static final String DRIVER = "disk";
    private static final String BUFFER = "buffer";
    private static final String TABLE = "table";
    private static final String SPACE = "space";
    /** Need not be there. */
    private static final String SUPERVISION = "supervision";

    private final BlockDeviceClient driver = new BlockDeviceClient(DRIVER);
    private final SupervisionClient supervision = new SupervisionClient(SUPERVISION);
    private final SharedBuffer buffer = new SharedBuffer();

    /** Finds the buffer. @param slotsBefore how many of the program's free slots are used for something else */
    void open(int slotsBefore) {
        buffer.open(BUFFER, TABLE, SPACE, Grants.firstFreeSlot() + slotsBefore);
    }

    /** Room for the sectors of the longest request. */
    Region buffer() {
        return buffer.memory();
    }

    /** Asks how many {@link #sectors()} there are. */
    Outcome size() {
        return told(driver.size());
    }

    /** What {@link #size} found out; any number. */
    long sectors() {
        return driver.sizeResult();
    }

    /** Empties the buffer, so that what an earlier request left there does not pass for what a driver read that has read nothing. */
    void clear(int count) {
        for (long offset = 0; offset < (long) count * BlockDevice.SECTOR_BYTES; offset += Long.BYTES) {
            buffer().setInt64(offset, 0);
        }
    }

    /** Has sectors read to the start of the buffer, and says how many behind them are read next. If that fails, anything may be there. */
    Outcome read(long sector, int count, int ahead) {
        Outcome outcome = driver.read(sector, count, ahead, buffer.writable(), 0);
        buffer.takeBack();
        return told(outcome);
    }

    /** Has sectors written from the start of the buffer. If that fails, some may have been written. */
    Outcome write(long sector, int count, Caching caching) {
        Outcome outcome = driver.write(sector, count, caching, buffer.readable(), 0);
        buffer.takeBack();
        return told(outcome);
    }

    /** Has all that was written made safe from a loss of power. */
    Outcome flush() {
        return told(driver.flush());
    }

    /** What our clients hear: that the driver and we do not understand each other is none of theirs. */
    private Outcome told(Outcome outcome) {
        if (outcome == Outcome.INVALID) {
            report();
        }
        return switch (outcome) {
            case DONE, BUSY, READ_ONLY, NO_DEVICE -> outcome;
            default -> Outcome.DEVICE_ERROR;
        };
    }

    /** Our requests are as the interface demands, so the driver's answer is not. The supervisor makes it anew, if we may ask for that. */
    private void report() {
        if (!Grants.find(SUPERVISION).isNone()) {
            supervision.report(Grants.server(DRIVER));
        }
    }
}
