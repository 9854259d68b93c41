package peaberry.integrity;

import peaberry.block.BlockDevice;
import peaberry.runtime.Region;

/**
 * The checksum of a sector: SipHash-2-4 of its number and its contents, so that one that belongs elsewhere has another.
 *
 * <p>A fault that knows nothing of the checksums goes unnoticed once in 2^64 times. A driver that lies on purpose would have to find contents
 * with a given checksum, of which it sees none: with a secret key it cannot. The key below is no secret, since it is in the program; it serves
 * until there is a source of random numbers. Until then a driver that was written against this very server can deceive it.
 */
final class SectorChecksum {

    /** Of no sector. */
    static final long NONE = 0;

    /** Digits of pi, as no number to suspect. */
    private static final long KEY_0 = 0x243F_6A88_85A3_08D3L;
    private static final long KEY_1 = 0x1319_8A2E_0370_7344L;
    private static final long INSTEAD_OF_NONE = 1;

    private final SipHash hash = new SipHash(KEY_0, KEY_1);

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
