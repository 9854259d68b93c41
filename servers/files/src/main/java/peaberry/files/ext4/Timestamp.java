package peaberry.files.ext4;

import peaberry.runtime.Region;

/**
 * A moment that an inode notes. Linux, Documentation/filesystems/ext4/inodes.rst, "Inode Timestamps".
 *
 * <pre>
 * low     i32 seconds since the beginning of 1970
 * extra   u32, where there is room for it: in its lowest two bits how often 2^32 seconds are to be added, nanoseconds in the others
 * </pre>
 */
public final class Timestamp {

    /** In nanoseconds. */
    static final long SECOND = 1_000_000_000;
    private static final int EPOCH_BITS = 2;
    private static final int MAX_NANOSECONDS = 999_999_999;

    private long seconds;
    private int nanoseconds;

    /** @param now nanoseconds since the beginning of 1970 */
    void set(long now) {
        set(Math.floorDiv(now, SECOND), (int) Math.floorMod(now, SECOND));
    }

    /** @param wanted seconds since the beginning of 1970, -2^31 to 2^34 - 2^31 - 1 @param fraction nanoseconds */
    public void set(long wanted, int fraction) {
        seconds = wanted;
        nanoseconds = fraction;
    }

    /** Becomes what is noted. */
    void read(Region bytes, long low, long extra, boolean isWide) {
        int more = isWide ? bytes.int32(extra) : 0;
        seconds = bytes.int32(low) + ((more & (1L << EPOCH_BITS) - 1) << Integer.SIZE);
        nanoseconds = Math.min(more >>> EPOCH_BITS, MAX_NANOSECONDS);
    }

    /** Notes it. Where there is no room for more than 32 bits, the last moment that these can name stands for all later ones. */
    void write(Region bytes, long low, long extra, boolean isWide) {
        bytes.setInt32(low, isWide ? (int) seconds : (int) Math.min(seconds, Integer.MAX_VALUE));
        if (isWide) {
            bytes.setInt32(extra, nanoseconds << EPOCH_BITS | (int) (seconds - (int) seconds >>> Integer.SIZE));
        }
    }

    public long seconds() {
        return seconds;
    }

    public int nanoseconds() {
        return nanoseconds;
    }
}
