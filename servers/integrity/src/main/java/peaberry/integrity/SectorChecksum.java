package peaberry.integrity;

import peaberry.block.BlockDevice;
import peaberry.runtime.Region;

/**
 * The checksum of a sector: SipHash-2-4 of its number and its contents, so that one that belongs elsewhere has another.
 *
 * <p>A fault that knows nothing of the checksums goes unnoticed once in 2^64 times. A driver that lies on purpose would have to find contents
 * with a given checksum, of which it sees none: without the key it cannot ({@link KeySource}).
 */
final class SectorChecksum {

    /** Of no sector. */
    static final long NONE = 0;

    private static final long INSTEAD_OF_NONE = 1;

    private final SipHash hash = new SipHash();

    void setKey(long first, long second) {
        hash.setKey(first, second);
    }

    /**
     * The checksum of a sector; never {@link #NONE}.
     *
     * @param offset of its first byte in {@code bytes}, a multiple of 8
     */
    long of(long sector, Region bytes, long offset) {
        hash.begin();
        hash.add(sector);
        for (int done = 0; done < BlockDevice.SECTOR_BYTES; done += Long.BYTES) {
            hash.add(bytes.int64(offset + done));
        }
        long checksum = hash.end();
        return checksum == NONE ? INSTEAD_OF_NONE : checksum;
    }
}
