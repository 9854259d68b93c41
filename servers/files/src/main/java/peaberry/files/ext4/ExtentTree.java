package peaberry.files.ext4;

import peaberry.abi.ByteSource;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/**
 * Where the blocks of a file are on ext4: a tree whose leaves are extents, blocks in a row. Linux, Documentation/filesystems/ext4/ifork.rst, "Extent tree".
 *
 * <pre>
 * node     a header and entries of 12 bytes each; one in a block of its own ends with a checksum
 * header   u16 0xF30A, u16 how many entries, u16 how many there may be, u16 levels below, u32
 * index    u32 first block of the file, u32 the node's block, u16 its bits 32 to 47, u16
 * extent   u32 first block of the file, u16 how many, u16 bits 32 to 47 of the first block's number, u32 the others
 * </pre>
 */
final class ExtentTree {

    private static final int MAGIC = 0xF30A;
    private static final int ENTRIES = 2;
    private static final int MAX_ENTRIES = 4;
    private static final int DEPTH = 6;
    private static final int ENTRY_BYTES = 12;
    private static final int INDEX_LOW = 4;
    private static final int INDEX_HIGH = 8;
    private static final int EXTENT_COUNT = 4;
    private static final int EXTENT_HIGH = 6;
    private static final int EXTENT_LOW = 8;
    /** More levels no tree has: five make 2^32 blocks, even the smallest. */
    private static final int MAX_DEPTH = 5;
    /** A longer extent was never written, and is so much shorter. */
    private static final int MAX_WRITTEN = 32768;
    private static final long END = 1L << Integer.SIZE;

    private final Volume volume;
    private ByteSource bytes;
    private long node;
    private long block;
    private long run;
    private boolean reserved;

    ExtentTree(Volume volume) {
        this.volume = volume;
        bytes = volume.memory();
    }

    Outcome find(Inode inode, long index) {
        bytes = inode.map();
        node = 0;
        block = BlockMap.HOLE;
        reserved = false;
        run = Math.max(1, END - index);
        if (index >= END) {
            return Outcome.DONE;
        }
        int depth = depth();
        if (depth > MAX_DEPTH || !isNode(Inode.MAP_BYTES, depth)) {
            return Outcome.DAMAGED;
        }
        for (; depth > 0; depth--) {
            int entry = search(index);
            if (entry < 0) {
                return Outcome.DONE;
            }
            Outcome outcome = descend(inode, entry, depth - 1);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        int entry = search(index);
        return entry < 0 ? Outcome.DONE : take(entry, index);
    }

    /** The last entry that does not begin behind the block; -1 if there is none. {@link #run} ends where the next one begins. */
    private int search(long index) {
        int low = 0;
        int high = entries();
        while (low < high) {
            int middle = (low + high) / 2;
            if (firstOf(middle) <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < entries()) {
            run = Math.min(run, firstOf(low) - index);
        }
        return low - 1;
    }

    private Outcome descend(Inode inode, int entry, int depth) {
        long child = number(at(entry) + INDEX_LOW, at(entry) + INDEX_HIGH);
        long place = volume.find(child);
        if (place == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        bytes = volume.memory();
        node = place;
        boolean isFine = isNode(volume.superblock().blockBytes(), depth) && isSumRight(inode);
        return isFine ? Outcome.DONE : Outcome.DAMAGED;
    }

    private Outcome take(int entry, long index) {
        int count = bytes.unsignedShort(at(entry) + EXTENT_COUNT);
        boolean isWritten = count <= MAX_WRITTEN;
        long length = isWritten ? count : count - MAX_WRITTEN;
        long skipped = index - firstOf(entry);
        if (skipped >= length) {
            return Outcome.DONE;
        }
        long first = number(at(entry) + EXTENT_LOW, at(entry) + EXTENT_HIGH);
        if (first <= 0 || first + length > volume.superblock().blocks()) {
            return Outcome.DAMAGED;
        }
        run = Math.min(run, length - skipped);
        block = isWritten ? first + skipped : BlockMap.HOLE;
        reserved = !isWritten;
        return Outcome.DONE;
    }

    /** @param room bytes that the node has */
    private boolean isNode(int room, int depth) {
        int most = bytes.unsignedShort(node + MAX_ENTRIES);
        return bytes.unsignedShort(node) == MAGIC && depth() == depth && entries() <= most && (most + 1) * ENTRY_BYTES <= room && (depth == 0 || entries() > 0);
    }

    /** Where there is a checksum, it is right behind the entries. */
    private boolean isSumRight(Inode inode) {
        if (!volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            return true;
        }
        long length = (bytes.unsignedShort(node + MAX_ENTRIES) + 1L) * ENTRY_BYTES;
        boolean hasRoom = length + Integer.BYTES <= volume.superblock().blockBytes();
        return hasRoom && Crc32c.add(inode.sumOfNumber(), volume.memory(), node, length) == bytes.int32(node + length);
    }

    private int depth() {
        return bytes.unsignedShort(node + DEPTH);
    }

    private int entries() {
        return bytes.unsignedShort(node + ENTRIES);
    }

    private long at(int entry) {
        return node + (entry + 1L) * ENTRY_BYTES;
    }

    private long firstOf(int entry) {
        return bytes.int32(at(entry)) & 0xFFFF_FFFFL;
    }

    private long number(long low, long high) {
        return bytes.int32(low) & 0xFFFF_FFFFL | (long) bytes.unsignedShort(high) << Integer.SIZE;
    }

    long block() {
        return block;
    }

    long run() {
        return run;
    }

    /** Whether the file has a block there, in which nothing was ever written. */
    boolean isReserved() {
        return reserved;
    }
}
