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
    /** That of the journal, where it is made here. */
    static final int USUAL_JOURNAL_INODE = 8;

    static final int INODES = 0x0;
    static final int BLOCKS = 0x4;
    static final int FIRST_BLOCK = 0x14;
    static final int BLOCKS_IN_GROUP = 0x20;
    /** Of clusters, which are what blocks are given out as. */
    static final int CLUSTERS_IN_GROUP = 0x24;
    static final int INODES_IN_GROUP = 0x28;
    static final int MOST_MOUNTS = 0x36;
    static final int MAGIC_OFFSET = 0x38;
    static final int STATE = 0x3A;
    static final int ERRORS = 0x3C;
    static final int REVISION = 0x4C;
    static final int FIRST_INODE = 0x54;
    static final int INODE_BYTES = 0x58;
    /** In whose group this superblock, or copy of it, is. */
    static final int GROUP = 0x5A;
    static final int COMPATIBLE = 0x5C;
    static final int INCOMPATIBLE = 0x60;
    static final int READ_ONLY = 0x64;
    static final int IDENTIFIER = 0x68;
    static final int LABEL = 0x78;
    static final int JOURNAL_INODE = 0xE0;
    static final int HASH_SEED = 0xEC;
    static final int HASH_FUNCTION = 0xFC;
    /** When the file system was made. */
    static final int MADE = 0x108;
    static final int LEAST_EXTRA_BYTES = 0x15C;
    static final int WANTED_EXTRA_BYTES = 0x15E;
    static final int FLAGS = 0x160;
    static final int CHECKSUM_TYPE = 0x175;
    static final int CHECKSUM = 0x3FC;

    static final int MAGIC = 0xEF53;
    static final int CRC32C = 1;
    /** Large directories have an index. */
    static final int COMPATIBLE_INDEX = 0x20;

    private static final int FREE_BLOCKS = 0xC;
    private static final int FREE_INODES = 0x10;
    /** The base-2 logarithm, less 10. */
    private static final int LOG_BLOCK_BYTES = 0x18;
    private static final int RESERVED_BLOCKS = 0xCE;
    private static final int LAST_ORPHAN = 0xE8;
    private static final int DESCRIPTOR_BYTES = 0xFE;
    private static final int BLOCKS_HIGH = 0x150;
    private static final int FREE_BLOCKS_HIGH = 0x158;
    /** Kibibytes that were ever written: the lower half. */
    private static final int WRITTEN = 0x178;
    private static final int SEED = 0x270;

    private static final int MIN_LOG_BLOCK = 10;
    private static final int MAX_LOG_BLOCK = 12;
    private static final int OLD_INODE_BYTES = 128;
    private static final int OLD_FIRST_INODE = 11;
    /** Descriptors have room to grow. */
    private static final int COMPATIBLE_RESIZE = 0x10;
    /** Copies of the superblock are where it says, and not where they are else. */
    private static final int COMPATIBLE_TWO_COPIES = 0x200;
    private static final int OLD_DESCRIPTOR_BYTES = 32;
    private static final int NEW_DESCRIPTOR_BYTES = 64;
    private static final int MAX_DESCRIPTOR_BYTES = 1024;
    private static final int IDENTIFIER_BYTES = 16;
    private static final int STATE_ERRORS = 0x2;
    /** Blocks in a group, where something is to be changed: as {@code mke2fs} has it. */
    private static final int LEAST_IN_GROUP = 256;
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
    private int firstInode;
    /** In each copy of the descriptors, for more of them. */
    private int reservedBlocks;
    private int compatible;
    private long lastOrphan;
    private final int[] hashSeed = new int[4];
    private boolean hashesSigned;
    private int hashFunction;
    private final byte[] identifier = new byte[IDENTIFIER_BYTES];

    /** How far a disk can be used. */
    enum Verdict {
        FINE(""),
        NONE("has no ext4"),
        /** There are only zeros. */
        BLANK("has no ext4"),
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
            return isBlank(bytes, at) ? Verdict.BLANK : Verdict.NONE;
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
        hashFunction = bytes.unsignedByte(at + HASH_FUNCTION);
        hashesSigned = (bytes.int32(at + FLAGS) & FLAG_UNSIGNED) == 0;
        lastOrphan = unsigned(bytes, at + LAST_ORPHAN);
        journalInode = unsigned(bytes, at + JOURNAL_INODE);
        if (!isPossible(bytes.int32(at + LOG_BLOCK_BYTES), sectors)) {
            return Verdict.DAMAGED;
        }
        return has(Feature.RECOVERY) ? Verdict.NOT_REPLAYED : Verdict.FINE;
    }

    private static boolean isBlank(Region bytes, long at) {
        for (long i = 0; i < SIZE; i += Long.BYTES) {
            if (bytes.int64(at + i) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Changes the one at {@code at} to say whether the journal has to be replayed.
     *
     * <p>The checksum is in another sector than that, and a loss of power between the two would leave a superblock that nobody believes. So the checksum stays: how much was
     * ever written, which nobody needs, becomes what makes it right.
     */
    void setRecovery(Region bytes, long at, boolean wanted) {
        incompatible = Feature.RECOVERY.set(incompatible, wanted);
        bytes.setInt32(at + INCOMPATIBLE, incompatible);
        keepSum(bytes, at);
    }

    private void keepSum(Region bytes, long at) {
        if (has(Feature.METADATA_CHECKSUMS)) {
            long behind = WRITTEN + Integer.BYTES;
            int before = Crc32c.add(Crc32c.START, bytes, at, WRITTEN);
            int after = Crc32c.takeBack(bytes.int32(at + CHECKSUM), bytes, at + behind, CHECKSUM - behind);
            bytes.setInt32(at + WRITTEN, Crc32c.between(before, after));
        }
    }

    /** Whether nothing speaks against changing what is on the disk. */
    boolean allowsWriting(Region bytes, long at) {
        boolean hasErrors = (bytes.unsignedShort(at + STATE) & STATE_ERRORS) != 0;
        return !hasErrors && (readOnly & ~Feature.WRITABLE) == 0 && (compatible & COMPATIBLE_TWO_COPIES) == 0 && has(Feature.EXTENTS)
                && blocksInGroup % Byte.SIZE == 0 && blocksInGroup >= LEAST_IN_GROUP && inodesInGroup % Byte.SIZE == 0
                && firstInode >= OLD_FIRST_INODE && firstInode <= inodesInGroup;
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
        firstInode = isDynamic ? bytes.int32(at + FIRST_INODE) : OLD_FIRST_INODE;
        compatible = isDynamic ? bytes.int32(at + COMPATIBLE) : 0;
        reservedBlocks = (compatible & COMPATIBLE_RESIZE) != 0 ? bytes.unsignedShort(at + RESERVED_BLOCKS) : 0;
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

    /** The group that a block is in. @param block not before {@link #firstBlock()} */
    long group(long block) {
        return (block - firstBlock) / blocksInGroup;
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

    /** How names are hashed in a directory that gets an index. */
    int hashFunction() {
        return hashFunction;
    }

    /** Whether directories that become large get an index here. */
    boolean makesIndices() {
        return (compatible & COMPATIBLE_INDEX) != 0 && DirectoryHash.isKnown(hashFunction);
    }

    /** Blocks were taken. */
    void takeBlocks(int count) {
        freeBlocks -= count;
    }

    /** An inode was taken. */
    void takeInode() {
        freeInodes--;
    }

    /** An inode was given back. */
    void giveInode() {
        freeInodes++;
    }

    /** The first of the inodes that are to be given up, though they have blocks still; 0 if there is none. Each names the next one. */
    long lastOrphan() {
        return lastOrphan;
    }

    void setLastOrphan(long inode) {
        lastOrphan = inode;
    }

    /** Notes how many blocks and inodes are free, as an operation that failed left them. */
    void setFree(long blocksLeft, long inodesLeft) {
        freeBlocks = blocksLeft;
        freeInodes = inodesLeft;
    }

    /** Changes the one at {@code at} to say how many blocks and inodes are free. Its checksum stays ({@link #setRecovery}). */
    void putFree(Region bytes, long at) {
        bytes.setInt32(at + FREE_BLOCKS, (int) freeBlocks);
        if (has(Feature.BITS_64)) {
            bytes.setInt32(at + FREE_BLOCKS_HIGH, (int) (freeBlocks >>> Integer.SIZE));
        }
        bytes.setInt32(at + FREE_INODES, (int) freeInodes);
        bytes.setInt32(at + LAST_ORPHAN, (int) lastOrphan);
        keepSum(bytes, at);
    }

    /** The first block of a group. */
    long start(long group) {
        return firstBlock + group * blocksInGroup;
    }

    /** How many blocks at the beginning of a group have copies of the superblock and of all descriptors, and room for more of these. */
    long copiedBlocks(long group) {
        return hasCopies(group) ? 1 + (groups() * descriptorBytes + blockBytes - 1) / blockBytes + reservedBlocks : 0;
    }

    private boolean hasCopies(long group) {
        return group <= 1 || !has(Feature.SPARSE_SUPERBLOCKS) || isPower(group, 3) || isPower(group, 5) || isPower(group, 7);
    }

    private static boolean isPower(long number, int base) {
        long power = base;
        while (power < number) {
            power *= base;
        }
        return power == number;
    }

    /** The first inode that is not set apart for something. */
    int firstInode() {
        return firstInode;
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
