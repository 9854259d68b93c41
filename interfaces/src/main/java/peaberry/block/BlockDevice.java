package peaberry.block;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.runtime.Window;

/**
 * A disk: sectors of {@link #SECTOR_BYTES} bytes, numbered from 0, which are read and written whole. Requests for the same sector are carried out in
 * the order in which they come, also one whose caller is gone: else a write that is made again could be overtaken by what it was to follow.
 */
@Interface(outcomes = BlockDevice.Outcome.class)
public interface BlockDevice {

    int SECTOR_BYTES = 512;
    /** The most sectors of one request: 64 KiB. */
    int MAX_SECTORS = 128;

    /** How many sectors there are. */
    @Idempotent
    long size();

    /**
     * Reads sectors.
     *
     * @param ahead  how many sectors behind these are to be read next, by one request: the disk may read them now, so that they are there then. Nothing else comes of
     *               it, and if there are not so many it means nothing; 0 if it is not known
     * @param to     where their bytes go, of which it needs the right to write
     * @param offset in the window, of the first byte
     */
    @Idempotent
    void read(@Range(max = Long.MAX_VALUE) long sector, @Range(min = 1, max = MAX_SECTORS) int count, @Range(max = MAX_SECTORS) int ahead, Window to,
            @Range(max = Long.MAX_VALUE) long offset);

    /**
     * Writes sectors.
     *
     * @param from   where their bytes come from, of which it needs the right to read
     * @param offset in the window, of the first byte
     */
    @Idempotent
    void write(@Range(max = Long.MAX_VALUE) long sector, @Range(min = 1, max = MAX_SECTORS) int count, Caching caching, Window from,
            @Range(max = Long.MAX_VALUE) long offset);

    /** Answered when all that was written before survives a loss of power. Of posted writes that were not collected it says nothing. */
    @Idempotent
    void flush();

    /**
     * Answered when all is carried out that this client posted since it collected last: {@link Outcome#DONE} if that went well, else how one of the writes failed, or
     * {@link Outcome#FORGOTTEN}. Of all these nothing is left to collect then, however it ended.
     *
     * @param count how many these are: those of its {@link Caching#POSTED} writes that were answered {@link Outcome#DONE}
     */
    @Idempotent
    void collect(@Range(min = 1, max = Integer.MAX_VALUE) int count);

    /** When a write is answered. */
    enum Caching {
        /** When the disk has the sectors; they survive a loss of power only after a {@link BlockDevice#flush}. */
        WRITE_BACK,
        /** When these sectors survive a loss of power. Nothing is said of what was written before. */
        WRITE_THROUGH,
        /**
         * At once: the server has a copy of the bytes. How it ended is told by {@link BlockDevice#collect}, and nobody may count on it before. Whoever reads the sectors after it finds
         * what was written. One that is not answered {@link Outcome#DONE} was not posted. A server may as well carry it out first, as a {@link #WRITE_BACK}.
         */
        POSTED
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** Not all of the sectors are there. */
        OUT_OF_RANGE,
        /** The window is too small, does not allow this, or is no window; some bytes may have been copied. */
        BAD_WINDOW,
        /** The device tried and failed. */
        DEVICE_ERROR,
        /** What was read is not what was written there last. */
        CORRUPT,
        /** Too much is under way already: to be asked later. */
        BUSY,
        /** The disk cannot be written. */
        READ_ONLY,
        /** There is no device, or it lacks what its driver demands of one. */
        NO_DEVICE,
        /** The server knows of another number of posted writes, since it was made anew meanwhile or its client was: any of them may be lost, and all are to be made again. */
        FORGOTTEN
    }
}
