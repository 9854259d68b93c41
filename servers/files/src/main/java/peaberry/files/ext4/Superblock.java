package peaberry.files.ext4;

import peaberry.runtime.Region;

/**
 * What a disk says about itself as a whole, checked. Linux, Documentation/filesystems/ext4/super.rst; offsets are from the superblock's first byte, which is
 * byte 1,024 of the partition.
 */
final class Superblock {

    /** Bytes. */
    static final int SIZE = 1024;
    /** Of the partition, to the superblock. */
    static final int POSITION = 1024;
    /** The inode of the first directory. */
    static final int ROOT_INODE = 2;

    private static final int INODES = 0x0;
    private static final int BLOCKS = 0x4;
    private static final int FREE_BLOCKS = 0xC;
    private static final int FREE_INODES = 0x10;
    private static final int FIRST_BLOCK = 0x14;
    /** The base-2 logarithm, less 10. */
    private static final int LOG_BLOCK_BYTES = 0x18;
    private static final int BLOCKS_IN_GROUP = 0x20;
    private static final int INODES_IN_GROUP = 0x28;
    private static final int MAGIC_OFFSET = 0x38;
    private static final int REVISION = 0x4C;
    private static final int INODE_BYTES = 0x58;
    private static final int INCOMPATIBLE = 0x60;
    private static final int READ_ONLY = 0x64;
    private static final int IDENTIFIER = 0x68;
    private static final int JOURNAL_INODE = 0xE0;
    private static final int HASH_SEED = 0xEC;
    private static final int DESCRIPTOR_BYTES = 0xFE;
    private static final int BLOCKS_HIGH = 0x150;
    private static final int FREE_BLOCKS_HIGH = 0x158;
    private static final int FLAGS = 0x160;
    private static final int CHECKSUM_TYPE = 0x175;
    private static final int SEED = 0x270;
    private static final int CHECKSUM = 0x3FC;

    private static final int MAGIC = 0xEF53;
    private static final int MIN_LOG_BLOCK = 10;
    private static final int MAX_LOG_BLOCK = 12;
    private static final int OLD_INODE_BYTES = 128;
    private static final int OLD_DESCRIPTOR_BYTES = 32;
    private static final int NEW_DESCRIPTOR_BYTES = 64;
    private static final int MAX_DESCRIPTOR_BYTES = 1024;
    private static final int IDENTIFIER_BYTES = 16;
    private static final int CRC32C = 1;
    /** The bytes of names are unsigned where they are hashed. */
    private static final int FLAG_UNSIGNED = 0x2;

    private int incompatible;
    private int readOnly;
    private int blockBytes;
    private long blocks;
    private long firstBlock;
    private long blocksInGroup;
    private long inodes;
    private long inodesInGroup;
    private int inodeBytes;
    private int descriptorBytes;
    private long freeBlocks;
    private long freeInodes;
    private int seed;
    private long journalInode;
    private final int[] hashSeed = new int[4];
    private boolean hashesSigned;
    private final byte[] identifier = new byte[IDENTIFIER_BYTES];

    /** How far a disk can be used. */
    enum Verdict {
        FINE(""),
        NONE("has no ext4"),
        UNKNOWN_FEATURE("has features that are not known here:"),
        /** The journal has to be replayed before anything is read. */
        NOT_REPLAYED("was not unmounted, and its journal cannot be replayed here"),
        DAMAGED("has a superblock that contradicts itself, or its checksum");

        final String text;

        Verdict(String text) {
            this.text = text;
        }
    }

    /** Reads and checks it. @param sectors bytes of the partition, divided by 512 */
    Verdict read(Region bytes, long at, long sectors) {
        if (bytes.unsignedShort(at + MAGIC_OFFSET) != MAGIC) {
            return Verdict.NONE;
        }
        boolean isDynamic = bytes.int32(at + REVISION) > 0;
        incompatible = isDynamic ? bytes.int32(at + INCOMPATIBLE) : 0;
        readOnly = isDynamic ? bytes.int32(at + READ_ONLY) : 0;
        if (Feature.unknown(incompatible) != 0) {
            return Verdict.UNKNOWN_FEATURE;
        }
        if (has(Feature.METADATA_CHECKSUMS) && !isSumRight(bytes, at)) {
            return Verdict.DAMAGED;
        }
        readGeometry(bytes, at, isDynamic);
        readSeed(bytes, at);
        for (int i = 0; i < hashSeed.length; i++) {
            hashSeed[i] = bytes.int32(at + HASH_SEED + (long) i * Integer.BYTES);
        }
        hashesSigned = (bytes.int32(at + FLAGS) & FLAG_UNSIGNED) == 0;
        journalInode = unsigned(bytes, at + JOURNAL_INODE);
        if (!isPossible(bytes.int32(at + LOG_BLOCK_BYTES), sectors)) {
            return Verdict.DAMAGED;
        }
        return has(Feature.RECOVERY) ? Verdict.NOT_REPLAYED : Verdict.FINE;
    }

    /** Changes the one at {@code at} to say that the journal was replayed. */
    void setReplayed(Region bytes, long at) {
        bytes.setInt32(at + INCOMPATIBLE, Feature.RECOVERY.takeFrom(bytes.int32(at + INCOMPATIBLE)));
        if (has(Feature.METADATA_CHECKSUMS)) {
            bytes.setInt32(at + CHECKSUM, Crc32c.add(Crc32c.START, bytes, at, CHECKSUM));
        }
    }

    private static boolean isSumRight(Region bytes, long at) {
        return bytes.unsignedByte(at + CHECKSUM_TYPE) == CRC32C && Crc32c.add(Crc32c.START, bytes, at, CHECKSUM) == bytes.int32(at + CHECKSUM);
    }

    private void readGeometry(Region bytes, long at, boolean isDynamic) {
        boolean isLong = has(Feature.BITS_64);
        blockBytes = SIZE << (bytes.int32(at + LOG_BLOCK_BYTES) & 0x1F);
        blocks = number(bytes, at + BLOCKS, isLong ? at + BLOCKS_HIGH : 0);
        freeBlocks = number(bytes, at + FREE_BLOCKS, isLong ? at + FREE_BLOCKS_HIGH : 0);
        firstBlock = unsigned(bytes, at + FIRST_BLOCK);
        blocksInGroup = unsigned(bytes, at + BLOCKS_IN_GROUP);
        inodes = unsigned(bytes, at + INODES);
        freeInodes = unsigned(bytes, at + FREE_INODES);
        inodesInGroup = unsigned(bytes, at + INODES_IN_GROUP);
        inodeBytes = isDynamic ? bytes.unsignedShort(at + INODE_BYTES) : OLD_INODE_BYTES;
        descriptorBytes = isLong ? bytes.unsignedShort(at + DESCRIPTOR_BYTES) : OLD_DESCRIPTOR_BYTES;
    }

    private void readSeed(Region bytes, long at) {
        for (int i = 0; i < IDENTIFIER_BYTES; i++) {
            identifier[i] = (byte) bytes.unsignedByte(at + IDENTIFIER + i);
        }
        seed = has(Feature.CHECKSUM_SEED) ? bytes.int32(at + SEED) : Crc32c.add(Crc32c.START, bytes, at + IDENTIFIER, IDENTIFIER_BYTES);
    }

    private boolean isPossible(int logBlock, long sectors) {
        int log = logBlock + MIN_LOG_BLOCK;
        if (logBlock < 0 || log > MAX_LOG_BLOCK) {
            return false;
        }
        long bitsInBlock = (long) blockBytes * Byte.SIZE;
        boolean isSize = blocks > firstBlock && blocks <= sectors >>> log - 9 && firstBlock == (log == MIN_LOG_BLOCK ? 1 : 0);
        boolean areGroups = blocksInGroup > 0 && blocksInGroup <= bitsInBlock && inodesInGroup > 0 && inodesInGroup <= bitsInBlock && groups() * inodesInGroup == inodes;
        boolean areInodes = isPowerOfTwo(inodeBytes) && inodeBytes >= OLD_INODE_BYTES && inodeBytes <= blockBytes && inodes > ROOT_INODE;
        int least = has(Feature.BITS_64) ? NEW_DESCRIPTOR_BYTES : OLD_DESCRIPTOR_BYTES;
        return isSize && areGroups && areInodes && isPowerOfTwo(descriptorBytes) && descriptorBytes >= least && descriptorBytes <= Math.min(blockBytes, MAX_DESCRIPTOR_BYTES);
    }

    private static boolean isPowerOfTwo(int number) {
        return Integer.bitCount(number) == 1;
    }

    private static long unsigned(Region bytes, long offset) {
        return bytes.int32(offset) & 0xFFFF_FFFFL;
    }

    /** @param high where the upper half is; 0 if there is none */
    private static long number(Region bytes, long low, long high) {
        return unsigned(bytes, low) | (high == 0 ? 0 : unsigned(bytes, high) << Integer.SIZE);
    }

    boolean has(Feature feature) {
        return feature.isIn(incompatible, readOnly);
    }

    /** The bits of incompatible features that nobody here knows. */
    int unknownFeatures() {
        return Feature.unknown(incompatible);
    }

    /** 1,024, 2,048 or 4,096. */
    int blockBytes() {
        return blockBytes;
    }

    long blocks() {
        return blocks;
    }

    /** The block that the superblock is in. */
    long firstBlock() {
        return firstBlock;
    }

    long blocksInGroup() {
        return blocksInGroup;
    }

    long groups() {
        return (blocks - firstBlock + blocksInGroup - 1) / blocksInGroup;
    }

    long inodes() {
        return inodes;
    }

    long inodesInGroup() {
        return inodesInGroup;
    }

    int inodeBytes() {
        return inodeBytes;
    }

    int descriptorBytes() {
        return descriptorBytes;
    }

    long freeBlocks() {
        return freeBlocks;
    }

    long freeInodes() {
        return freeInodes;
    }

    /** The inode of the journal; 0 if it is on another disk, or nowhere. */
    long journalInode() {
        return journalInode;
    }

    /** Has names hashed as they are on this disk. */
    void startHash(DirectoryHash hash) {
        hash.start(hashSeed[0], hashSeed[1], hashSeed[2], hashSeed[3], hashesSigned);
    }

    /** What checksums of metadata begin with. */
    int seed() {
        return seed;
    }

    /** The disk's identifier, of 16 bytes. */
    byte[] identifier() {
        return identifier;
    }
}
