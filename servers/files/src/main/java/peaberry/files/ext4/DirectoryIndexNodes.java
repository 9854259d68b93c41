package peaberry.files.ext4;

import peaberry.runtime.Region;

/**
 * Nodes of a directory's index, each by where it is in memory. The first block of the directory is the root; another is a node if it looks like one entry that is none. Linux,
 * Documentation/filesystems/ext4/directory.rst, "Hash Tree Directories".
 *
 * <pre>
 * root   entries for . and .., then u32 0, u8 hash function, u8 8, u8 levels of nodes below, u8
 * node   one entry that is none
 * both   u16 how many entries there may be, u16 how many there are, u32 block of the first one; then u32 hash, u32 block for each other one
 * tail   of both, behind the last entry that there may be, if there are checksums: u32, u32 checksum
 * </pre>
 */
final class DirectoryIndexNodes {

    private static final int ABOVE = DirectoryEntries.needed(1);
    private static final int ROOT_HEAD = 0x18;
    private static final int ROOT_FUNCTION = 0x1C;
    private static final int ROOT_HEAD_BYTES = 0x1D;
    private static final int ROOT_LEVELS = 0x1E;
    private static final int HEAD_BYTES = 8;
    private static final int ROOT_ENTRIES = 0x20;
    private static final int NODE_ENTRIES = 0x8;
    private static final int COUNT = 2;
    private static final int ENTRY_BYTES = 8;
    private static final int BLOCK = 4;
    private static final int BLOCK_MASK = 0x0FFF_FFFF;
    private static final int TAIL_SUM = 4;
    private static final int TAIL_BYTES = 8;

    private final Volume volume;
    private final DirectoryEntries entries;

    DirectoryIndexNodes(Volume volume) {
        this.volume = volume;
        entries = new DirectoryEntries(volume);
    }

    private static int first(boolean isRoot) {
        return isRoot ? ROOT_ENTRIES : NODE_ENTRIES;
    }

    private static long entry(long node, boolean isRoot, int index) {
        return node + first(isRoot) + (long) index * ENTRY_BYTES;
    }

    /** Whether a block of a directory that has an index belongs to it. @param block where it is in memory */
    boolean isOfIndex(long block, boolean isFirst) {
        return isFirst || entries.number(block) == 0 && entries.length(block) == volume.superblock().blockBytes();
    }

    /** Whether a root is as it should be, its entries aside. */
    boolean isRoot(long root) {
        Region memory = volume.memory();
        return memory.int32(root + ROOT_HEAD) == 0 && memory.unsignedByte(root + ROOT_HEAD_BYTES) == HEAD_BYTES && DirectoryHash.isKnown(function(root));
    }

    /** Whether a node has as many entries as it says. */
    boolean isNode(long node, boolean isRoot) {
        int most = most(node, isRoot);
        return most <= room(isRoot) && count(node, isRoot) >= 1 && count(node, isRoot) <= most;
    }

    /** How names are hashed. */
    int function(long root) {
        return volume.memory().unsignedByte(root + ROOT_FUNCTION);
    }

    /** How many levels of nodes are below the root. */
    int levels(long root) {
        return volume.memory().unsignedByte(root + ROOT_LEVELS);
    }

    void setLevels(long root, int levels) {
        volume.memory().setByte(root + ROOT_LEVELS, levels);
    }

    /** How many entries there may be. */
    int most(long node, boolean isRoot) {
        return volume.memory().unsignedShort(node + first(isRoot));
    }

    /** How many entries there are. */
    int count(long node, boolean isRoot) {
        return volume.memory().unsignedShort(node + first(isRoot) + COUNT);
    }

    void setCount(long node, boolean isRoot, int count) {
        volume.memory().setInt16(node + first(isRoot) + COUNT, count);
    }

    /** Of an entry but the first one. */
    int hash(long node, boolean isRoot, int index) {
        return volume.memory().int32(entry(node, isRoot, index));
    }

    /** The block of the directory that an entry is for. */
    long block(long node, boolean isRoot, int index) {
        return volume.memory().int32(entry(node, isRoot, index) + BLOCK) & BLOCK_MASK;
    }

    /** Makes a root out of the directory's first block: with {@code .} and {@code ..} in it, the first two entries, and nothing else. */
    void startRoot(long root, int function) {
        Region memory = volume.memory();
        entries.setLength(root + ABOVE, volume.superblock().blockBytes() - ABOVE);
        memory.setInt32(root + ROOT_HEAD, 0);
        memory.setByte(root + ROOT_FUNCTION, function);
        memory.setByte(root + ROOT_HEAD_BYTES, HEAD_BYTES);
        memory.setInt16(root + ROOT_LEVELS, 0);
        start(root, true);
    }

    /** Makes a node of a block of zeros. */
    void startNode(long node) {
        entries.setLength(node, volume.superblock().blockBytes());
        start(node, false);
    }

    private void start(long node, boolean isRoot) {
        volume.memory().setInt16(node + first(isRoot), room(isRoot));
        setCount(node, isRoot, 0);
    }

    private int room(boolean isRoot) {
        return (volume.superblock().blockBytes() - first(isRoot) - (hasSums() ? TAIL_BYTES : 0)) / ENTRY_BYTES;
    }

    /** Adds an entry. @param index its place, 0 to the count @param hash not used for the first one */
    void insert(long node, boolean isRoot, int index, int hash, long block) {
        Region memory = volume.memory();
        int count = count(node, isRoot);
        for (int i = count; i > index; i--) {
            memory.setInt64(entry(node, isRoot, i), memory.int64(entry(node, isRoot, i - 1)));
        }
        if (index > 0) {
            memory.setInt32(entry(node, isRoot, index), hash);
        }
        memory.setInt32(entry(node, isRoot, index) + BLOCK, (int) block);
        setCount(node, isRoot, count + 1);
    }

    /** Moves the entries from {@code index} on to a node that has none, which is not the root. */
    void move(long node, boolean isRoot, int index, long to) {
        int count = count(node, isRoot);
        for (int i = index; i < count; i++) {
            insert(to, false, i - index, hash(node, isRoot, i), block(node, isRoot, i));
        }
        setCount(node, isRoot, index);
    }

    private boolean hasSums() {
        return volume.superblock().has(Feature.METADATA_CHECKSUMS);
    }

    /** Whether the checksum is right. */
    boolean isSumRight(Inode directory, long node, boolean isRoot) {
        if (!hasSums()) {
            return true;
        }
        long tail = entry(node, isRoot, most(node, isRoot));
        boolean fits = count(node, isRoot) <= most(node, isRoot) && tail + TAIL_BYTES <= node + volume.superblock().blockBytes();
        return fits && (volume.isVerified(node) || volume.verified(node, sum(directory, node, isRoot) == volume.memory().int32(tail + TAIL_SUM)));
    }

    /** Makes it right, in what is a node. */
    void seal(Inode directory, long node, boolean isRoot) {
        if (hasSums() && isNode(node, isRoot)) {
            volume.memory().setInt32(entry(node, isRoot, most(node, isRoot)) + TAIL_SUM, sum(directory, node, isRoot));
        }
    }

    private int sum(Inode directory, long node, boolean isRoot) {
        long end = entry(node, isRoot, count(node, isRoot));
        int sum = Crc32c.add(directory.sumOfNumber(), volume.memory(), node, end - node);
        return Crc32c.addZeros(Crc32c.add(sum, volume.memory(), entry(node, isRoot, most(node, isRoot)), TAIL_SUM), Integer.BYTES);
    }
}
