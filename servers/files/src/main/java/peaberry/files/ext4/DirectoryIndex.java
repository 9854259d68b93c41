package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;
import peaberry.runtime.Text;

/**
 * The index of a large directory: a tree of hashes of names, whose leaves are the blocks with the entries. Linux,
 * Documentation/filesystems/ext4/directory.rst, "Hash Tree Directories".
 *
 * <pre>
 * root     entries for . and .., then u32 0, u8 hash function, u8 8, u8 levels of nodes below, u8
 * node     one entry that is none
 * both     u16 how many entries there may be, u16 how many there are, u32 block of the first one; then u32 hash, u32 block for each other one
 * </pre>
 *
 * <p>Names with one hash may go on in the next leaf. An index that is not as it should be is none: then the directory is read from its beginning.
 */
final class DirectoryIndex {

    private static final int ROOT_FUNCTION = 0x1C;
    private static final int ROOT_HEAD_BYTES = 0x1D;
    private static final int ROOT_LEVELS = 0x1E;
    private static final int HEAD_BYTES = 8;
    private static final int BLOCK = 4;
    private static final int BLOCK_MASK = 0x0FFF_FFFF;
    private static final int MAX_LEVELS = 3;

    private final Volume volume;
    private final BlockMap map;
    private final DirectoryIndexSum sum;
    private final DirectoryHash hash = new DirectoryHash();
    private Inode inode;
    /** From the root down: the block of the directory that a node is, and which of its entries was taken. */
    private final long[] nodes = new long[MAX_LEVELS];
    private final int[] taken = new int[MAX_LEVELS];
    private int depth;
    private int wanted;
    private long leaf;

    DirectoryIndex(Volume volume) {
        this.volume = volume;
        map = new BlockMap(volume);
        sum = new DirectoryIndexSum(volume);
        inode = new Inode(volume);
    }

    /**
     * Goes to the first {@link #leaf()} in which a name may be.
     *
     * @param of a directory that has an index
     * @return {@link Outcome#NOT_FOUND} if the index cannot be used
     */
    Outcome find(Inode of, Text path, int start, int end) {
        inode = of;
        long at = enter(0);
        if (at == ChunkCache.NOWHERE) {
            return Outcome.NOT_FOUND;
        }
        Region memory = volume.memory();
        int function = memory.unsignedByte(at + ROOT_FUNCTION);
        depth = memory.unsignedByte(at + ROOT_LEVELS) + 1;
        if (function > DirectoryHash.TEA || depth > MAX_LEVELS || memory.unsignedByte(at + ROOT_HEAD_BYTES) != HEAD_BYTES || memory.int32(at + ROOT_FUNCTION - Integer.BYTES) != 0) {
            return Outcome.NOT_FOUND;
        }
        volume.superblock().startHash(hash);
        wanted = hash.of(function, path, start, end);
        nodes[0] = 0;
        return descend(0, true) ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    /** Goes to the next leaf, if names of the same hash may be there. @return whether they may */
    boolean advance() {
        int level = depth - 1;
        while (level >= 0) {
            long at = enter(nodes[level]);
            if (at == ChunkCache.NOWHERE) {
                return false;
            }
            taken[level]++;
            if (taken[level] < count(at, level)) {
                return (hashOf(at, level, taken[level]) & ~1) == wanted && descend(level, false);
            }
            level--;
        }
        return false;
    }

    /** Goes from a node down to a leaf. @param search whether the node's entry is to be found, or is the one that was taken; further down the first one is taken then */
    private boolean descend(int from, boolean search) {
        for (int level = from; level < depth; level++) {
            long at = enter(nodes[level]);
            if (at == ChunkCache.NOWHERE || !isNode(at, level)) {
                return false;
            }
            if (search) {
                taken[level] = search(at, level);
            } else if (level > from) {
                taken[level] = 0;
            }
            long block = volume.memory().int32(entry(at, level, taken[level]) + BLOCK) & BLOCK_MASK;
            if (level + 1 < depth) {
                nodes[level + 1] = block;
            } else {
                leaf = block;
            }
        }
        return true;
    }

    /** The last entry whose hash is not behind the one that is wanted; the first one has none. */
    private int search(long at, int level) {
        int low = 1;
        int high = count(at, level);
        while (low < high) {
            int middle = (low + high) / 2;
            if (Integer.compareUnsigned(hashOf(at, level, middle), wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private boolean isNode(long at, int level) {
        int most = volume.memory().unsignedShort(at + entries(level));
        boolean fits = entries(level) + most * DirectoryIndexSum.ENTRY_BYTES <= volume.superblock().blockBytes();
        return fits && count(at, level) >= 1 && count(at, level) <= most;
    }

    private int count(long at, int level) {
        return volume.memory().unsignedShort(at + entries(level) + DirectoryIndexSum.COUNT);
    }

    private int hashOf(long at, int level, int index) {
        return volume.memory().int32(entry(at, level, index));
    }

    private static long entry(long at, int level, int index) {
        return at + entries(level) + (long) index * DirectoryIndexSum.ENTRY_BYTES;
    }

    private static int entries(int level) {
        return DirectoryIndexSum.entries(level == 0);
    }

    /** Where a block of the directory is in memory that belongs to the index. */
    private long enter(long block) {
        volume.begin();
        long at = map.locate(inode, block);
        boolean isFine = at != ChunkCache.NOWHERE && (!volume.superblock().has(Feature.METADATA_CHECKSUMS) || sum.isRight(inode, at, block == 0));
        return isFine ? at : ChunkCache.NOWHERE;
    }

    /** Whether the root is all there is of it. */
    boolean isFlat() {
        return depth == 1;
    }

    /** Makes the checksum of the root right. @param at where it is in memory */
    void seal(Inode directory, long at) {
        if (volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            sum.set(directory, at, true);
        }
    }

    /** The block of the directory with the entries. */
    long leaf() {
        return leaf;
    }
}
