package peaberry.files.ext4;

import peaberry.runtime.Region;

/** What a journal says about itself. All its numbers are big-endian. Linux, Documentation/filesystems/ext4/journal.rst, "Super Block". */
final class JournalSuperblock {

    /** What each block of the journal begins with that is none of the file system's. */
    static final int MAGIC = 0xC03B_3998;
    /** Bytes. */
    static final int SIZE = 1024;

    private static final int TYPE = 0x4;
    private static final int TYPE_SECOND_VERSION = 4;
    private static final int BLOCK_BYTES = 0xC;
    private static final int LENGTH = 0x10;
    private static final int FIRST = 0x14;
    private static final int SEQUENCE = 0x18;
    private static final int START = 0x1C;
    private static final int COMPATIBLE = 0x24;
    private static final int INCOMPATIBLE = 0x28;
    private static final int IDENTIFIER = 0x30;
    private static final int IDENTIFIER_BYTES = 16;
    /** How many file systems use it. */
    private static final int USERS = 0x40;
    private static final int CHECKSUM_TYPE = 0x50;
    private static final int CHECKSUM = 0xFC;
    private static final int CRC32C = 4;

    private static final int FEATURE_REVOCATIONS = 0x1;
    private static final int FEATURE_64_BITS = 0x2;
    private static final int FEATURE_ASYNCHRONOUS = 0x4;
    private static final int FEATURE_CHECKSUMS_2 = 0x8;
    private static final int FEATURE_CHECKSUMS_3 = 0x10;
    private static final int KNOWN = FEATURE_REVOCATIONS | FEATURE_64_BITS | FEATURE_ASYNCHRONOUS | FEATURE_CHECKSUMS_2 | FEATURE_CHECKSUMS_3;

    private int features;
    private int compatible;
    private int checksumType;
    private long length;
    private long first;
    private int sequence;
    private long start;
    private int seed;

    /** Reads and checks it. @param blockBytes of the file system @param blocks that the journal's file has @return whether it can be replayed here */
    boolean read(Region bytes, long at, int blockBytes, long blocks) {
        if (big(bytes, at) != MAGIC || big(bytes, at + TYPE) != TYPE_SECOND_VERSION || big(bytes, at + BLOCK_BYTES) != blockBytes) {
            return false;
        }
        features = big(bytes, at + INCOMPATIBLE);
        compatible = big(bytes, at + COMPATIBLE);
        checksumType = bytes.unsignedByte(at + CHECKSUM_TYPE);
        length = big(bytes, at + LENGTH) & 0xFFFF_FFFFL;
        first = big(bytes, at + FIRST) & 0xFFFF_FFFFL;
        sequence = big(bytes, at + SEQUENCE);
        start = big(bytes, at + START) & 0xFFFF_FFFFL;
        seed = Crc32c.add(Crc32c.START, bytes, at + IDENTIFIER, IDENTIFIER_BYTES);
        boolean isPossible = first >= 1 && first < length && length <= blocks && (start == 0 || start >= first && start < length);
        return (features & ~KNOWN) == 0 && isPossible && isSumRight(bytes, at);
    }

    private boolean isSumRight(Region bytes, long at) {
        return !hasChecksums() || bytes.unsignedByte(at + CHECKSUM_TYPE) == CRC32C && sum(bytes, at) == big(bytes, at + CHECKSUM);
    }

    private static int sum(Region bytes, long at) {
        int sum = Crc32c.addZeros(Crc32c.add(Crc32c.START, bytes, at, CHECKSUM), Integer.BYTES);
        return Crc32c.add(sum, bytes, at + CHECKSUM + Integer.BYTES, SIZE - CHECKSUM - Integer.BYTES);
    }

    /** Writes that of a new journal, in which there is nothing to be replayed, to where zeros are. @param identifier of the file system */
    static void create(Region bytes, long at, int blockBytes, int blocks, byte[] identifier) {
        bytes.setInt32(at, Integer.reverseBytes(MAGIC));
        bytes.setInt32(at + TYPE, Integer.reverseBytes(TYPE_SECOND_VERSION));
        bytes.setInt32(at + BLOCK_BYTES, Integer.reverseBytes(blockBytes));
        bytes.setInt32(at + LENGTH, Integer.reverseBytes(blocks));
        bytes.setInt32(at + FIRST, Integer.reverseBytes(1));
        bytes.setInt32(at + SEQUENCE, Integer.reverseBytes(1));
        for (int i = 0; i < IDENTIFIER_BYTES; i++) {
            bytes.setByte(at + IDENTIFIER + i, identifier[i]);
        }
        bytes.setInt32(at + USERS, Integer.reverseBytes(1));
    }

    /** Switches on what whoever writes this journal needs, in which there is nothing to be replayed. It is written with the next {@link #begin}. */
    void prepare(boolean longNumbers, boolean checksums) {
        features = FEATURE_REVOCATIONS | (longNumbers ? FEATURE_64_BITS : 0) | (checksums ? FEATURE_CHECKSUMS_3 : 0);
        compatible = 0;
        checksumType = checksums ? CRC32C : 0;
    }

    /** Changes the one at {@code at} so that transactions are replayed from a block on. @param next the number of the transaction to come @param block 0 if there is nothing to be replayed */
    void begin(Region bytes, long at, int next, long block) {
        sequence = next;
        start = block;
        bytes.setInt32(at + INCOMPATIBLE, Integer.reverseBytes(features));
        bytes.setInt32(at + COMPATIBLE, Integer.reverseBytes(compatible));
        bytes.setByte(at + CHECKSUM_TYPE, checksumType);
        bytes.setInt32(at + SEQUENCE, Integer.reverseBytes(next));
        bytes.setInt32(at + START, Integer.reverseBytes((int) block));
        if (hasChecksums()) {
            bytes.setInt32(at + CHECKSUM, Integer.reverseBytes(sum(bytes, at)));
        }
    }

    /** A big-endian number. */
    static int big(Region bytes, long offset) {
        return Integer.reverseBytes(bytes.int32(offset));
    }

    boolean hasChecksums() {
        return (features & (FEATURE_CHECKSUMS_2 | FEATURE_CHECKSUMS_3)) != 0;
    }

    /** Whether what describes a block has all 32 bits of its checksum. */
    boolean hasLongChecksums() {
        return (features & FEATURE_CHECKSUMS_3) != 0;
    }

    /** Whether numbers of blocks have more than 32 bits. */
    boolean hasLongNumbers() {
        return (features & FEATURE_64_BITS) != 0;
    }

    /** The block behind another one: the journal is a ring. */
    long next(long block) {
        return block + 1 < length ? block + 1 : first;
    }

    /** The first block behind this one. */
    long first() {
        return first;
    }

    /** How many blocks it has. */
    long length() {
        return length;
    }

    /** The number of the first transaction. */
    int sequence() {
        return sequence;
    }

    /** The first block of the first transaction; 0 if there is none. */
    long start() {
        return start;
    }

    /** What checksums begin with. */
    int seed() {
        return seed;
    }
}
