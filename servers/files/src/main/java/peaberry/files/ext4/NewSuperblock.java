package peaberry.files.ext4;

import peaberry.runtime.Region;

/**
 * The superblock of a file system that is made here: blocks of 1 KiB, an inode of 256 bytes for each 4 KiB, and of the features those that files are written with here. It has no feature that
 * would have what describes a group anywhere but at its beginning, nor numbers of blocks of more than 32 bits.
 */
final class NewSuperblock {

    /** The fewest blocks of a disk: the journal, what describes a group, and some for files. */
    static final long LEAST_BLOCKS = 1280;

    private static final int REVISION = 1;
    private static final int BLOCKS_IN_GROUP = Superblock.SIZE * Byte.SIZE;
    /** In a last group with fewer there might not be room for what describes it: it is left out. */
    private static final int LEAST_IN_LAST_GROUP = 640;
    private static final int INODE_BYTES = 256;
    /** As many inodes as that fill whole bytes of a bitmap, and whole blocks. */
    private static final int INODES_AT_ONCE = 8;
    private static final int BLOCKS_FOR_INODE = 4;
    private static final int FIRST_INODE = 11;
    private static final int STATE_CLEAN = 0x1;
    /** When errors are found: go on. */
    private static final int ERRORS_CONTINUE = 1;
    private static final int NEVER = 0xFFFF;
    /** The bytes of names are signed where they are hashed. */
    private static final int FLAG_SIGNED = 0x1;
    /** Bytes of an inode that are in use behind the old ones. */
    private static final int EXTRA_BYTES = 32;
    private static final int COMPATIBLE_JOURNAL = 0x4;
    private static final int LARGE_FILES = 0x2;
    private static final int MANY_SUBDIRECTORIES = 0x20;
    private static final int EXTRA_INODE_BYTES = 0x40;
    private static final String LABEL = "peaberry";
    /** As many as the seed of hashes has. */
    private static final int IDENTIFIER_WORDS = 4;

    private NewSuperblock() {
    }

    /**
     * Writes it, with all blocks and inodes in use ({@link Superblock#putFree} has them free).
     *
     * @param blocks  that the disk has, at least {@link #LEAST_BLOCKS}
     * @param number  that no other file system has: its identifier, and what the hashes of names begin with, follow from it
     * @param seconds since the beginning of 1970
     */
    static void put(Region bytes, long at, long blocks, long number, long seconds) {
        long rest = (blocks - 1) % BLOCKS_IN_GROUP;
        long used = rest < LEAST_IN_LAST_GROUP ? blocks - rest : blocks;
        long groups = (used - 1 + BLOCKS_IN_GROUP - 1) / BLOCKS_IN_GROUP;
        long inodesInGroup = (used / groups / BLOCKS_FOR_INODE + INODES_AT_ONCE - 1) / INODES_AT_ONCE * INODES_AT_ONCE;
        bytes.clear(at, Superblock.SIZE);
        bytes.setInt32(at + Superblock.INODES, (int) (groups * inodesInGroup));
        bytes.setInt32(at + Superblock.BLOCKS, (int) used);
        bytes.setInt32(at + Superblock.FIRST_BLOCK, 1);
        bytes.setInt32(at + Superblock.BLOCKS_IN_GROUP, BLOCKS_IN_GROUP);
        bytes.setInt32(at + Superblock.CLUSTERS_IN_GROUP, BLOCKS_IN_GROUP);
        bytes.setInt32(at + Superblock.INODES_IN_GROUP, (int) inodesInGroup);
        bytes.setInt16(at + Superblock.MOST_MOUNTS, NEVER);
        bytes.setInt16(at + Superblock.MAGIC_OFFSET, Superblock.MAGIC);
        bytes.setInt16(at + Superblock.STATE, STATE_CLEAN);
        bytes.setInt16(at + Superblock.ERRORS, ERRORS_CONTINUE);
        bytes.setInt32(at + Superblock.REVISION, REVISION);
        bytes.setInt32(at + Superblock.FIRST_INODE, FIRST_INODE);
        bytes.setInt16(at + Superblock.INODE_BYTES, INODE_BYTES);
        putFeatures(bytes, at);
        putNames(bytes, at, number);
        bytes.setInt32(at + Superblock.JOURNAL_INODE, Superblock.USUAL_JOURNAL_INODE);
        bytes.setByte(at + Superblock.HASH_FUNCTION, DirectoryHash.HALF_MD4);
        bytes.setInt32(at + Superblock.MADE, (int) seconds);
        bytes.setInt16(at + Superblock.LEAST_EXTRA_BYTES, EXTRA_BYTES);
        bytes.setInt16(at + Superblock.WANTED_EXTRA_BYTES, EXTRA_BYTES);
        bytes.setInt32(at + Superblock.FLAGS, FLAG_SIGNED);
        seal(bytes, at);
    }

    private static void putFeatures(Region bytes, long at) {
        bytes.setInt32(at + Superblock.COMPATIBLE, COMPATIBLE_JOURNAL | Superblock.COMPATIBLE_INDEX);
        bytes.setInt32(at + Superblock.INCOMPATIBLE, Feature.FILE_TYPE.set(Feature.EXTENTS.set(0, true), true));
        int readOnly = LARGE_FILES | MANY_SUBDIRECTORIES | EXTRA_INODE_BYTES;
        bytes.setInt32(at + Superblock.READ_ONLY, Feature.SPARSE_SUPERBLOCKS.set(Feature.METADATA_CHECKSUMS.set(readOnly, true), true));
        bytes.setByte(at + Superblock.CHECKSUM_TYPE, Superblock.CRC32C);
    }

    /** A checksum that begins with another number is another one. */
    private static void putNames(Region bytes, long at, long number) {
        for (int i = 0; i < IDENTIFIER_WORDS; i++) {
            bytes.setInt32(at + Superblock.IDENTIFIER + (long) i * Integer.BYTES, Crc32c.add(i, number));
            bytes.setInt32(at + Superblock.HASH_SEED + (long) i * Integer.BYTES, Crc32c.add(IDENTIFIER_WORDS + i, number));
        }
        for (int i = 0; i < LABEL.length(); i++) {
            bytes.setByte(at + Superblock.LABEL + i, LABEL.charAt(i));
        }
    }

    /** Makes a copy of the superblock that of a group. */
    static void putGroup(Region bytes, long at, long group) {
        bytes.setInt16(at + Superblock.GROUP, (int) group);
        seal(bytes, at);
    }

    private static void seal(Region bytes, long at) {
        bytes.setInt32(at + Superblock.CHECKSUM, Crc32c.add(Crc32c.START, bytes, at, Superblock.CHECKSUM));
    }
}
