package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/** The descriptors of the groups of blocks, of which one at a time is looked at. Linux, Documentation/filesystems/ext4/group_descr.rst. */
final class GroupTable {

    private static final int BLOCK_BITMAP = 0x0;
    private static final int INODE_BITMAP = 0x4;
    private static final int INODE_TABLE = 0x8;
    private static final int FREE_BLOCKS = 0xC;
    private static final int FREE_INODES = 0xE;
    private static final int DIRECTORIES = 0x10;
    private static final int FLAGS = 0x12;
    private static final int BLOCK_BITMAP_SUM = 0x18;
    private static final int INODE_BITMAP_SUM = 0x1A;
    private static final int UNUSED_INODES = 0x1C;
    private static final int CHECKSUM = 0x1E;
    /** From here on in longer descriptors: the upper halves. */
    private static final int BEHIND_CHECKSUM = 0x20;
    private static final int BLOCK_BITMAP_HIGH = 0x20;
    private static final int INODE_BITMAP_HIGH = 0x24;
    private static final int INODE_TABLE_HIGH = 0x28;
    private static final int FREE_BLOCKS_HIGH = 0x2C;
    private static final int FREE_INODES_HIGH = 0x2E;
    private static final int DIRECTORIES_HIGH = 0x30;
    private static final int UNUSED_INODES_HIGH = 0x32;
    private static final int BLOCK_BITMAP_SUM_HIGH = 0x38;
    private static final int INODE_BITMAP_SUM_HIGH = 0x3A;
    private static final int FLAG_NO_INODES = 0x1;
    private static final int FLAG_NO_BLOCKS = 0x2;
    /** Inodes that were never used are zeros. */
    private static final int FLAG_ZEROED = 0x4;
    private static final int CHECKSUM_MASK = 0xFFFF;

    private final Volume volume;
    private long group;
    private long blockBitmap;
    private long inodeBitmap;
    private long inodeTable;
    private int freeBlocks;
    private int freeInodes;
    private int directories;
    private int flags;
    private int unusedInodes;
    private int blockBitmapSum;
    private int inodeBitmapSum;

    GroupTable(Volume volume) {
        this.volume = volume;
    }

    /** Reads and checks a group's descriptor. @param number 0 to {@link Superblock#groups} - 1 */
    Outcome read(long number) {
        long block = volume.find(block(number));
        if (block == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        Region memory = volume.memory();
        long at = block + offset(number);
        if (!isSumRight(memory, at, number)) {
            return Outcome.DAMAGED;
        }
        group = number;
        blockBitmap = address(memory, at, BLOCK_BITMAP, BLOCK_BITMAP_HIGH);
        inodeBitmap = address(memory, at, INODE_BITMAP, INODE_BITMAP_HIGH);
        inodeTable = address(memory, at, INODE_TABLE, INODE_TABLE_HIGH);
        freeBlocks = number(memory, at, FREE_BLOCKS, FREE_BLOCKS_HIGH);
        freeInodes = number(memory, at, FREE_INODES, FREE_INODES_HIGH);
        directories = number(memory, at, DIRECTORIES, DIRECTORIES_HIGH);
        flags = hasSums() ? memory.unsignedShort(at + FLAGS) : 0;
        unusedInodes = hasSums() ? number(memory, at, UNUSED_INODES, UNUSED_INODES_HIGH) : 0;
        blockBitmapSum = number(memory, at, BLOCK_BITMAP_SUM, BLOCK_BITMAP_SUM_HIGH);
        inodeBitmapSum = number(memory, at, INODE_BITMAP_SUM, INODE_BITMAP_SUM_HIGH);
        return Outcome.DONE;
    }

    /** Writes the descriptor of a group in which nothing was ever used but the blocks that describe it: a bitmap of blocks, one of inodes, and the inodes, all zeros, follow each other. @param free how many blocks are left */
    Outcome create(Transaction transaction, long number, long firstBlock, int free) {
        long block = transaction.change(block(number));
        if (block == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        group = number;
        blockBitmap = firstBlock;
        inodeBitmap = firstBlock + 1;
        inodeTable = firstBlock + 2;
        freeBlocks = free;
        freeInodes = (int) volume.superblock().inodesInGroup();
        directories = 0;
        flags = FLAG_NO_BLOCKS | FLAG_NO_INODES | FLAG_ZEROED;
        unusedInodes = freeInodes;
        blockBitmapSum = 0;
        inodeBitmapSum = 0;
        long at = block + offset(number);
        putAddress(at, BLOCK_BITMAP, BLOCK_BITMAP_HIGH, blockBitmap);
        putAddress(at, INODE_BITMAP, INODE_BITMAP_HIGH, inodeBitmap);
        putAddress(at, INODE_TABLE, INODE_TABLE_HIGH, inodeTable);
        return write(transaction);
    }

    private void putAddress(long at, int low, int high, long address) {
        volume.memory().setInt32(at + low, (int) address);
        if (isLong()) {
            volume.memory().setInt32(at + high, (int) (address >>> Integer.SIZE));
        }
    }

    /** Writes what was changed about the group that was read, as part of an operation. */
    Outcome write(Transaction transaction) {
        long block = transaction.change(block(group));
        if (block == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        Region memory = volume.memory();
        long at = block + offset(group);
        put(memory, at, FREE_BLOCKS, FREE_BLOCKS_HIGH, freeBlocks);
        put(memory, at, FREE_INODES, FREE_INODES_HIGH, freeInodes);
        put(memory, at, DIRECTORIES, DIRECTORIES_HIGH, directories);
        if (hasSums()) {
            memory.setInt16(at + FLAGS, flags);
            put(memory, at, UNUSED_INODES, UNUSED_INODES_HIGH, unusedInodes);
            put(memory, at, BLOCK_BITMAP_SUM, BLOCK_BITMAP_SUM_HIGH, blockBitmapSum);
            put(memory, at, INODE_BITMAP_SUM, INODE_BITMAP_SUM_HIGH, inodeBitmapSum);
            memory.setInt16(at + CHECKSUM, sum(memory, at, group));
        }
        return Outcome.DONE;
    }

    private long block(long number) {
        Superblock superblock = volume.superblock();
        return superblock.firstBlock() + 1 + number * superblock.descriptorBytes() / superblock.blockBytes();
    }

    private long offset(long number) {
        return number * volume.superblock().descriptorBytes() % volume.superblock().blockBytes();
    }

    private boolean isLong() {
        return volume.superblock().has(Feature.BITS_64);
    }

    private boolean hasSums() {
        return volume.superblock().has(Feature.METADATA_CHECKSUMS) || volume.superblock().has(Feature.GROUP_CHECKSUMS);
    }

    private long address(Region memory, long at, int low, int high) {
        return memory.int32(at + low) & 0xFFFF_FFFFL | (isLong() ? (long) memory.int32(at + high) << Integer.SIZE : 0);
    }

    private int number(Region memory, long at, int low, int high) {
        return memory.unsignedShort(at + low) | (isLong() ? memory.unsignedShort(at + high) << Short.SIZE : 0);
    }

    private void put(Region memory, long at, int low, int high, int value) {
        memory.setInt16(at + low, value);
        if (isLong()) {
            memory.setInt16(at + high, value >>> Short.SIZE);
        }
    }

    private boolean isSumRight(Region memory, long at, long number) {
        return !hasSums() || sum(memory, at, number) == memory.unsignedShort(at + CHECKSUM);
    }

    private int sum(Region memory, long at, long number) {
        Superblock superblock = volume.superblock();
        int rest = superblock.descriptorBytes() - BEHIND_CHECKSUM;
        if (superblock.has(Feature.METADATA_CHECKSUMS)) {
            int sum = Crc32c.add(Crc32c.addInt(superblock.seed(), (int) number), memory, at, CHECKSUM);
            return Crc32c.add(Crc32c.addZeros(sum, Short.BYTES), memory, at + BEHIND_CHECKSUM, rest) & CHECKSUM_MASK;
        }
        int sum = Crc16.add(Crc16.addInt(Crc16.of(superblock.identifier()), (int) number), memory, at, CHECKSUM);
        return Crc16.add(sum, memory, at + BEHIND_CHECKSUM, rest);
    }

    /** Whether a bitmap has the checksum that is noted of it. @param at where it is in memory */
    boolean isBlockBitmapRight(long at) {
        return !volume.superblock().has(Feature.METADATA_CHECKSUMS) || volume.isVerified(at) || volume.verified(at, noted(blockBitmapSum(at)) == blockBitmapSum);
    }

    boolean isInodeBitmapRight(long at) {
        return !volume.superblock().has(Feature.METADATA_CHECKSUMS) || volume.isVerified(at) || volume.verified(at, noted(inodeBitmapSum(at)) == inodeBitmapSum);
    }

    private int blockBitmapSum(long at) {
        return Crc32c.add(volume.superblock().seed(), volume.memory(), at, volume.superblock().blocksInGroup() / Byte.SIZE);
    }

    private int inodeBitmapSum(long at) {
        return Crc32c.add(volume.superblock().seed(), volume.memory(), at, volume.superblock().inodesInGroup() / Byte.SIZE);
    }

    private int noted(int sum) {
        return isLong() ? sum : sum & CHECKSUM_MASK;
    }

    /** Blocks were taken from the group, or given back. @param at where its bitmap is in memory, changed */
    void takeBlocks(int count, long at) {
        freeBlocks -= count;
        flags &= ~FLAG_NO_BLOCKS;
        blockBitmapSum = noted(blockBitmapSum(at));
    }

    /** An inode was taken from the group. @param index its place in it @param at where the bitmap is in memory, changed */
    void takeInode(long index, boolean directory, long at) {
        freeInodes--;
        directories += directory ? 1 : 0;
        if (hasSums()) {
            unusedInodes = (int) Math.min(hasNoInodes() ? volume.superblock().inodesInGroup() : unusedInodes, volume.superblock().inodesInGroup() - index - 1);
            flags &= ~FLAG_NO_INODES;
        }
        inodeBitmapSum = noted(inodeBitmapSum(at));
    }

    /** An inode was given back to the group. @param at where the bitmap is in memory, changed */
    void giveInode(boolean directory, long at) {
        freeInodes++;
        directories -= directory ? 1 : 0;
        inodeBitmapSum = noted(inodeBitmapSum(at));
    }

    /** Of the group that was read. */
    long number() {
        return group;
    }

    /** The block of the bitmap of blocks; any number. */
    long blockBitmap() {
        return blockBitmap;
    }

    long inodeBitmap() {
        return inodeBitmap;
    }

    /** The first block of its inodes; any number. */
    long inodeTable() {
        return inodeTable;
    }

    int freeBlocks() {
        return freeBlocks;
    }

    int freeInodes() {
        return freeInodes;
    }

    /** Whether the bitmap of blocks was never written. */
    boolean hasNoBlocks() {
        return (flags & FLAG_NO_BLOCKS) != 0;
    }

    /** Whether no inode was ever used, nor their bitmap written. */
    boolean hasNoInodes() {
        return (flags & FLAG_NO_INODES) != 0;
    }

    /** How many inodes were ever used, from the first one on; behind them is anything. May be negative. */
    long usedInodes() {
        return volume.superblock().inodesInGroup() - (hasNoInodes() ? volume.superblock().inodesInGroup() : unusedInodes);
    }
}
