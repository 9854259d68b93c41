package peaberry.files.disk;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;

/** What keeps a partition's sectors, numbered from 0. They travel to and from the memory that chunks are in. */
public interface Storage {

    /** Finds out how many {@link #sectors()} there are. */
    Outcome find();

    /** After {@link #find}. */
    long sectors();

    /** The memory. */
    Region memory();

    /** Reads sectors. @param count 1 to {@link BlockDevice#MAX_SECTORS} @param offset of the first byte in the memory */
    Outcome read(long sector, int count, long offset);

    /** The same, and says how many sectors behind these are to be read next, just these at once. Where that helps nothing it means nothing. @param ahead 0 to {@link BlockDevice#MAX_SECTORS} */
    default Outcome readOn(long sector, int count, int ahead, long offset) {
        return read(sector, count, offset);
    }

    /** Writes sectors, which survive a loss of power only after a {@link #flush}. @param count 1 to {@link BlockDevice#MAX_SECTORS} @param offset of the first byte in the memory */
    Outcome write(long sector, int count, long offset);

    /** The same, but returns when these sectors survive a loss of power; of those that were written before nothing is said. Where there is nothing better, a flush follows. */
    default Outcome writeThrough(long sector, int count, long offset) {
        Outcome outcome = write(sector, count, offset);
        return outcome == Outcome.DONE ? flush() : outcome;
    }

    /** As {@link #write}, but it may return before they are written, which {@link #collect} tells. */
    default Outcome post(long sector, int count, long offset) {
        return write(sector, count, offset);
    }

    /**
     * Returns when all that was posted since this was asked last is written: {@link Outcome#DONE} if that went well, {@link Outcome#FORGOTTEN} if it is to be posted again, else how some of it failed.
     *
     * @param count how often {@link #post} returned {@link Outcome#DONE} since then, at least 1
     */
    default Outcome collect(int count) {
        return Outcome.DONE;
    }

    /** Returns when all that was written before survives a loss of power. */
    Outcome flush();
}
