package peaberry.files.ext4;

/**
 * The nodes of a file's tree, whose leaves are extents, blocks in a row; each by where it is in memory, the root as {@link #ROOT}. Linux,
 * Documentation/filesystems/ext4/ifork.rst, "Extent tree".
 *
 * <pre>
 * node     a header and entries of 12 bytes each; one in a block of its own ends with a checksum
 * header   u16 0xF30A, u16 how many entries, u16 how many there may be, u16 levels below, u32
 * index    u32 first block of the file, u32 the node's block, u16 its bits 32 to 47, u16
 * extent   u32 first block of the file, u16 how many, u16 bits 32 to 47 of the first block's number, u32 the others
 * </pre>
 */
final class ExtentNodes {

    /** The node that is in the inode. */
    static final long ROOT = -2;
    /** More levels no tree has: five make 2^32 blocks, even the smallest. */
    static final int MAX_DEPTH = 5;
    /** A longer extent was never written, and is so much shorter. */
    static final int MAX_WRITTEN = 32768;

    private static final int MAGIC = 0xF30A;
    private static final int ENTRIES = 2;
    private static final int MAX_ENTRIES = 4;
    private static final int DEPTH = 6;
    private static final int ENTRY_BYTES = 12;
    private static final int CHILD_LOW = 4;
    private static final int CHILD_HIGH = 8;
    private static final int COUNT = 4;
    private static final int FIRST_HIGH = 6;
    private static final int FIRST_LOW = 8;

    private final Volume volume;
    private Inode inode;

    ExtentNodes(Volume volume) {
        this.volume = volume;
        inode = new Inode(volume);
    }

    /** From here on, the nodes are those of this file. */
    void use(Inode of) {
        inode = of;
    }

    /** Makes a node without entries. @param levels below it */
    void begin(long node, int levels) {
        setShort(node, 0, MAGIC);
        setShort(node, ENTRIES, 0);
        setShort(node, MAX_ENTRIES, room(node) / ENTRY_BYTES - 1);
        setShort(node, DEPTH, levels);
    }

    /** Whether it is a node, and its checksum is right. @param levels that must be below it */
    boolean isNode(long node, int levels) {
        boolean isHeader = unsignedShort(node, 0) == MAGIC && depth(node) == levels && entries(node) <= maxEntries(node) && (levels == 0 || entries(node) > 0);
        return isHeader && at(maxEntries(node)) <= room(node) && isSumRight(node);
    }

    private boolean isSumRight(long node) {
        return !hasSum(node) || volume.isVerified(node) || volume.verified(node, volume.memory().int32(node + at(maxEntries(node))) == sum(node));
    }

    /** Makes the checksum right. */
    void seal(long node) {
        if (hasSum(node)) {
            volume.memory().setInt32(node + at(maxEntries(node)), sum(node));
        }
    }

    private boolean hasSum(long node) {
        return node != ROOT && volume.superblock().has(Feature.METADATA_CHECKSUMS);
    }

    private int sum(long node) {
        return Crc32c.add(inode.sumOfNumber(), volume.memory(), node, at(maxEntries(node)));
    }

    /** Bytes for the header and the entries. */
    private int room(long node) {
        return node == ROOT ? InodeMap.BYTES : volume.superblock().blockBytes() - (hasSum(node) ? Integer.BYTES : 0);
    }

    int depth(long node) {
        return unsignedShort(node, DEPTH);
    }

    void setDepth(long node, int levels) {
        setShort(node, DEPTH, levels);
    }

    int entries(long node) {
        return unsignedShort(node, ENTRIES);
    }

    /** Has the node end behind so many entries. */
    void setEntries(long node, int count) {
        setShort(node, ENTRIES, count);
    }

    boolean isFull(long node) {
        return entries(node) == maxEntries(node);
    }

    /** How many entries there may be. */
    int maxEntries(long node) {
        return unsignedShort(node, MAX_ENTRIES);
    }

    /** The last entry that does not begin behind a block of the file; -1 if there is none. */
    int search(long node, long index) {
        int low = 0;
        int high = entries(node);
        while (low < high) {
            int middle = (low + high) / 2;
            if (key(node, middle) <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The first block of the file that an entry is for. */
    long key(long node, int entry) {
        return unsignedInt(node, at(entry));
    }

    void setKey(long node, int entry, long index) {
        setInt(node, at(entry), (int) index);
    }

    /** The block of the node below. */
    long child(long node, int entry) {
        return number(node, at(entry) + CHILD_LOW, at(entry) + CHILD_HIGH);
    }

    void setChild(long node, int entry, long block) {
        setInt(node, at(entry) + CHILD_LOW, (int) block);
        setShort(node, at(entry) + CHILD_HIGH, (int) (block >>> Integer.SIZE));
        setShort(node, at(entry) + CHILD_HIGH + Short.BYTES, 0);
    }

    /** Whether something was written to the blocks of an extent; if not, zeros are read. */
    boolean isWritten(long node, int entry) {
        return unsignedShort(node, at(entry) + COUNT) <= MAX_WRITTEN;
    }

    /** How many blocks an extent has. */
    int count(long node, int entry) {
        int noted = unsignedShort(node, at(entry) + COUNT);
        return noted > MAX_WRITTEN ? noted - MAX_WRITTEN : noted;
    }

    /** Has an extent so many blocks; whether they were written stays as it is. */
    void setCount(long node, int entry, int count) {
        setShort(node, at(entry) + COUNT, isWritten(node, entry) ? count : count + MAX_WRITTEN);
    }

    /** The first block of an extent. */
    long first(long node, int entry) {
        return number(node, at(entry) + FIRST_LOW, at(entry) + FIRST_HIGH);
    }

    /** Makes an entry an extent. @param written whether something was written to it */
    void putExtent(long node, int entry, long index, long first, int count, boolean written) {
        setKey(node, entry, index);
        setShort(node, at(entry) + COUNT, written ? count : count + MAX_WRITTEN);
        setShort(node, at(entry) + FIRST_HIGH, (int) (first >>> Integer.SIZE));
        setInt(node, at(entry) + FIRST_LOW, (int) first);
    }

    /** Makes room for an entry: it and those behind it move up. */
    void shift(long node, int from) {
        for (int i = entries(node); i > from; i--) {
            copy(node, i - 1, node, i);
        }
        setEntries(node, entries(node) + 1);
    }

    /** Takes an entry out: those behind it move down. */
    void remove(long node, int entry) {
        for (int i = entry; i + 1 < entries(node); i++) {
            copy(node, i + 1, node, i);
        }
        setEntries(node, entries(node) - 1);
    }

    void copy(long from, int source, long to, int target) {
        for (int offset = 0; offset < ENTRY_BYTES; offset += Integer.BYTES) {
            setInt(to, at(target) + offset, (int) unsignedInt(from, at(source) + offset));
        }
    }

    private static long at(int entry) {
        return (entry + 1L) * ENTRY_BYTES;
    }

    private long number(long node, long low, long high) {
        return unsignedInt(node, low) | (long) unsignedShort(node, high) << Integer.SIZE;
    }

    private int unsignedShort(long node, long offset) {
        return node == ROOT ? inode.map().unsignedShort(offset) : volume.memory().unsignedShort(node + offset);
    }

    private long unsignedInt(long node, long offset) {
        return (node == ROOT ? inode.map().int32(offset) : volume.memory().int32(node + offset)) & 0xFFFF_FFFFL;
    }

    private void setShort(long node, long offset, int value) {
        if (node == ROOT) {
            inode.setMapByte(offset, value);
            inode.setMapByte(offset + 1, value >>> Byte.SIZE);
        } else {
            volume.memory().setInt16(node + offset, value);
        }
    }

    private void setInt(long node, long offset, int value) {
        setShort(node, offset, value);
        setShort(node, offset + Short.BYTES, value >>> Short.SIZE);
    }
}
