package peaberry.integrity;

import peaberry.runtime.Region;

/**
 * What each sector may contain, as checksums, in memory that outlives the server but not the machine's boot.
 *
 * <p>A sector has two places: what was <em>accepted</em> as its contents, and what was <em>proposed</em> and may be there instead.
 *
 * <pre>
 * state     accepted  proposed   what may be on the disk
 * unknown   -         any or -   anything: the sector was neither read nor written since the boot
 * settled   a         -          a
 * in doubt  a         p          a or p: a write of p was begun and not seen to end well
 *
 * propose(p)   unknown or settled -> p is proposed. In doubt: only a or p may be written, and nothing changes.
 * settle(c)    any state -> settled with c
 * </pre>
 *
 * <p>Before a write each of its sectors is proposed; when the driver has said that it is done they are settled. If it says anything else, or
 * this server dies, they stay in doubt: that is all there is of a log, and nothing has to be repaired when the server starts. A read that brings
 * what a sector may contain settles it: what was seen is what is there.
 *
 * <p>The server may die between any two stores, which the processor carries out in the order of the program. Settling first accepts, then takes the
 * proposal back; in between, the sector may contain one thing too many, which was there or proposed before. The first word of the
 * head is written last: without it there is no table.
 *
 * <p>A third thing cannot be proposed to a sector that is in doubt: one has to read it before ({@link #mustBeReadBefore}).
 */
final class ChecksumTable {

    /** Bytes of the head. */
    static final int HEAD_BYTES = 32;
    /** Bytes for a sector. */
    static final int ENTRY_BYTES = 16;

    /** "PBINTEG1". */
    private static final long MAGIC = 0x3147_4554_4E49_4250L;
    private static final int MAGIC_OFFSET = 0;
    private static final int SECTORS_OFFSET = 8;
    private static final int FIRST_KEY_OFFSET = 16;
    private static final int SECOND_KEY_OFFSET = 24;
    private static final int ACCEPTED_OFFSET = 0;
    private static final int PROPOSED_OFFSET = 8;

    private final Region kept;

    /** @param kept where it is, from offset 0 on */
    ChecksumTable(Region kept) {
        this.kept = kept;
    }

    /** For how many sectors there is room. */
    long capacity() {
        return Math.max(0, (kept.size() - HEAD_BYTES) / ENTRY_BYTES);
    }

    /** Whether there is a table. */
    boolean exists() {
        return kept.int64(MAGIC_OFFSET) == MAGIC && sectors() >= 0 && sectors() <= capacity();
    }

    /** How many sectors the table has. */
    long sectors() {
        return kept.int64(SECTORS_OFFSET);
    }

    /** The first half of the key by which the checksums are made. */
    long firstKey() {
        return kept.int64(FIRST_KEY_OFFSET);
    }

    /** Its second half. */
    long secondKey() {
        return kept.int64(SECOND_KEY_OFFSET);
    }

    /** Makes the table, all sectors unknown. @param sectors 0 to {@link #capacity()} */
    void create(long sectors, long firstKey, long secondKey) {
        kept.setInt64(MAGIC_OFFSET, 0);
        kept.setInt64(SECTORS_OFFSET, sectors);
        kept.setInt64(FIRST_KEY_OFFSET, firstKey);
        kept.setInt64(SECOND_KEY_OFFSET, secondKey);
        for (long sector = 0; sector < sectors; sector++) {
            setAccepted(sector, SectorChecksum.NONE);
            setProposed(sector, SectorChecksum.NONE);
        }
        kept.setInt64(MAGIC_OFFSET, MAGIC);
    }

    boolean isUnknown(long sector) {
        return accepted(sector) == SectorChecksum.NONE;
    }

    /** Whether the sector may contain this. */
    boolean allows(long sector, long checksum) {
        return isUnknown(sector) || checksum == accepted(sector) || checksum == proposed(sector);
    }

    /** Whether the sector is in doubt and may not contain this: then it cannot be proposed. */
    boolean mustBeReadBefore(long sector, long checksum) {
        return isInDoubt(sector) && !allows(sector, checksum);
    }

    boolean isInDoubt(long sector) {
        return !isUnknown(sector) && proposed(sector) != SectorChecksum.NONE;
    }

    /** This is about to be written. Not if the sector {@link #mustBeReadBefore}. */
    void propose(long sector, long checksum) {
        if (!isInDoubt(sector)) {
            setProposed(sector, checksum);
        }
    }

    /** The sector contains this and nothing else. */
    void settle(long sector, long checksum) {
        setAccepted(sector, checksum);
        setProposed(sector, SectorChecksum.NONE);
    }

    /** The sector does not contain what was proposed: it was seen to contain nothing that it may. */
    void withdraw(long sector) {
        setProposed(sector, SectorChecksum.NONE);
    }

    private long accepted(long sector) {
        return kept.int64(entry(sector) + ACCEPTED_OFFSET);
    }

    private long proposed(long sector) {
        return kept.int64(entry(sector) + PROPOSED_OFFSET);
    }

    private void setAccepted(long sector, long checksum) {
        kept.setInt64(entry(sector) + ACCEPTED_OFFSET, checksum);
    }

    private void setProposed(long sector, long checksum) {
        kept.setInt64(entry(sector) + PROPOSED_OFFSET, checksum);
    }

    private static long entry(long sector) {
        return HEAD_BYTES + sector * ENTRY_BYTES;
    }
}
