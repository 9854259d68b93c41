package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/**
 * Adds extents to a file's tree ({@link ExtentTree} has the format). Where there is no room for one a node is split, or the root moves down; after each such step
 * the way down is looked for anew.
 */
final class ExtentWriter {

    private static final int MAGIC = 0xF30A;
    private static final int ENTRIES = 2;
    private static final int MAX_ENTRIES = 4;
    private static final int DEPTH = 6;
    private static final int ENTRY_BYTES = 12;
    private static final int COUNT = 4;
    private static final int LOW = 8;
    private static final int HIGH = 6;
    private static final int INDEX_LOW = 4;
    private static final int INDEX_HIGH = 8;
    private static final int MAX_DEPTH = 5;
    private static final int MAX_COUNT = 32768;
    private static final long LAST_BLOCK = 0xFFFF_FFFFL;
    /** Extents that one operation gives up. */
    private static final int MOST_AT_ONCE = 64;
    /** Blocks of directories that it gives up. */
    private static final int MOST_REVOKED = 100;
    /** In place of a node's offset: it is in the inode. */
    private static final long ROOT = -2;

    private final Volume volume;
    private final BlockAllocator allocator;
    private Transaction transaction;
    private Inode inode;
    /** From the root down: the block that a node is in, and which of its entries was taken; -1 if all are behind. */
    private final long[] blocks = new long[MAX_DEPTH + 1];
    private final int[] taken = new int[MAX_DEPTH + 1];
    private int depth;
    private int budget;
    private boolean damaged;

    ExtentWriter(Volume volume, BlockAllocator allocator) {
        this.volume = volume;
        this.allocator = allocator;
    }

    /** Makes the tree of a file that has no blocks. */
    void start(Inode of) {
        inode = of;
        of.clearMap();
        setShort(ROOT, 0, MAGIC);
        setShort(ROOT, MAX_ENTRIES, Inode.MAP_BYTES / ENTRY_BYTES - 1);
    }

    /** Says where blocks of a file are that were nowhere, as part of an operation. The inode is to be written after that. */
    Outcome add(Transaction with, Inode of, long index, long first, int count) {
        transaction = with;
        inode = of;
        for (int steps = 0; steps < 2 * MAX_DEPTH + 2; steps++) {
            Outcome outcome = descend(index);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            long leaf = node(depth);
            if (leaf == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            if (merge(leaf, index, first, count)) {
                return Outcome.DONE;
            }
            if (entries(leaf) < most(leaf)) {
                insert(leaf, index, first, count);
                return Outcome.DONE;
            }
            outcome = makeRoom(index);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return Outcome.DAMAGED;
    }

    /**
     * Gives up blocks of a file from its end, as part of an operation: some of them, so that it does not become too large. The inode is to be written after that.
     *
     * @param from the first block of the file that is not to be any more
     * @return {@link Outcome#NOT_FOUND} if there were none left
     */
    Outcome shrink(Transaction with, Inode of, long from) {
        transaction = with;
        inode = of;
        Outcome outcome = descend(LAST_BLOCK);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long leaf = node(depth);
        if (leaf == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        boolean some = false;
        budget = MOST_REVOKED;
        damaged = false;
        for (int i = 0; i < MOST_AT_ONCE && budget > 0 && !volume.freed().isCrowded() && entries(leaf) > 0 && shorten(leaf, entries(leaf) - 1, from); i++) {
            some = true;
        }
        if (damaged) {
            return Outcome.DAMAGED;
        }
        seal(leaf);
        if (entries(leaf) == 0 && depth > 0) {
            return removeLeaf();
        }
        return some ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    /** Gives up the blocks of the last extent that are to go. @return whether there were any */
    private boolean shorten(long leaf, int entry, long from) {
        int noted = getShort(leaf, entry(entry) + COUNT);
        int length = noted > MAX_COUNT ? noted - MAX_COUNT : noted;
        long start = getInt(leaf, entry(entry) + LOW) & 0xFFFF_FFFFL | (long) getShort(leaf, entry(entry) + HIGH) << Integer.SIZE;
        Superblock superblock = volume.superblock();
        damaged = length == 0 || start <= superblock.firstBlock() || start > superblock.blocks() - length;
        int kept = (int) Math.max(0, Math.min(length, from - key(leaf, entry)));
        if (damaged || kept == length) {
            return false;
        }
        // What is in one group at a time.
        long group = (start + length - 1 - superblock.firstBlock()) / superblock.blocksInGroup();
        kept = (int) Math.max(kept, superblock.firstBlock() + group * superblock.blocksInGroup() - start);
        volume.freed().touch(group);
        if (inode.hasBlocksThatDescribe()) {
            kept = Math.max(kept, length - budget);
            budget -= length - kept;
            for (int i = kept; i < length; i++) {
                volume.freed().revoke(start + i);
            }
        } else {
            volume.freed().add(start + kept, length - kept);
        }
        inode.addBlocks(kept - length);
        setShort(leaf, entry(entry) + COUNT, noted - length + kept);
        if (kept == 0) {
            setShort(leaf, ENTRIES, entry);
        }
        return true;
    }

    /** Gives up the leaf, in which there is nothing any more, and the nodes above it in which there was nothing else. */
    private Outcome removeLeaf() {
        for (int level = depth; level > 0; level--) {
            long at = node(level);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            if (entries(at) > 0) {
                return Outcome.DONE;
            }
            volume.freed().touch((blocks[level] - volume.superblock().firstBlock()) / volume.superblock().blocksInGroup());
            volume.freed().revoke(blocks[level]);
            inode.addBlocks(-1);
            long parent = node(level - 1);
            if (parent == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            setShort(parent, ENTRIES, entries(parent) - 1);
            seal(parent);
        }
        if (entries(ROOT) == 0) {
            setShort(ROOT, DEPTH, 0);
        }
        return Outcome.DONE;
    }

    /** Finds the way down to the leaf that a block of the file belongs into. */
    private Outcome descend(long index) {
        depth = getShort(ROOT, DEPTH);
        if (depth > MAX_DEPTH || getShort(ROOT, 0) != MAGIC) {
            return Outcome.DAMAGED;
        }
        for (int level = 0; level <= depth; level++) {
            long at = level == 0 ? ROOT : volume.find(blocks[level]);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            boolean isFine = getShort(at, 0) == MAGIC && getShort(at, DEPTH) == depth - level && entries(at) <= most(at) && (level == depth || entries(at) > 0);
            if (!isFine || entry(most(at)) > room(at) || !isSumRight(at)) {
                return Outcome.DAMAGED;
            }
            taken[level] = search(at, index);
            if (level < depth) {
                blocks[level + 1] = child(at, Math.max(0, taken[level]));
            }
        }
        return Outcome.DONE;
    }

    private int room(long at) {
        return at == ROOT ? Inode.MAP_BYTES : volume.superblock().blockBytes() - (volume.superblock().has(Feature.METADATA_CHECKSUMS) ? Integer.BYTES : 0);
    }

    private boolean isSumRight(long at) {
        if (at == ROOT || !volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            return true;
        }
        long length = entry(most(at));
        return volume.memory().int32(at + length) == Crc32c.add(inode.sumOfNumber(), volume.memory(), at, length);
    }

    private int search(long at, long index) {
        int found = -1;
        while (found + 1 < entries(at) && key(at, found + 1) <= index) {
            found++;
        }
        return found;
    }

    /** Where a node on the way is, which is going to be changed. */
    private long node(int level) {
        return level == 0 ? ROOT : transaction.change(blocks[level]);
    }

    /** Makes the extent before it longer, if the blocks follow it on the disk, too. */
    private boolean merge(long leaf, long index, long first, int count) {
        int entry = taken[depth];
        if (entry < 0) {
            return false;
        }
        int length = getShort(leaf, entry(entry) + COUNT);
        long start = getInt(leaf, entry(entry) + LOW) & 0xFFFF_FFFFL | (long) getShort(leaf, entry(entry) + HIGH) << Integer.SIZE;
        if (length + count > MAX_COUNT || key(leaf, entry) + length != index || start + length != first) {
            return false;
        }
        setShort(leaf, entry(entry) + COUNT, length + count);
        seal(leaf);
        return true;
    }

    private void insert(long leaf, long index, long first, int count) {
        int entry = taken[depth] + 1;
        shift(leaf, entry);
        setInt(leaf, entry(entry), (int) index);
        setShort(leaf, entry(entry) + COUNT, count);
        setShort(leaf, entry(entry) + HIGH, (int) (first >>> Integer.SIZE));
        setInt(leaf, entry(entry) + LOW, (int) first);
        seal(leaf);
        for (int level = depth - 1; level >= 0 && taken[level] < 0; level--) {
            long at = node(level);
            if (at != ChunkCache.NOWHERE) {
                setInt(at, entry(0), (int) index);
                seal(at);
            }
        }
    }

    /** Moves the entries from one on a place up. */
    private void shift(long at, int from) {
        for (int i = entries(at); i > from; i--) {
            for (int offset = 0; offset < ENTRY_BYTES; offset += Integer.BYTES) {
                setInt(at, entry(i) + offset, getInt(at, entry(i - 1) + offset));
            }
        }
        setShort(at, ENTRIES, entries(at) + 1);
    }

    /** Splits the uppermost full node above which there is room; if all are full up to the root, that moves down. */
    private Outcome makeRoom(long index) {
        int level = depth;
        while (level > 0 && isFull(level - 1)) {
            level--;
        }
        Outcome outcome = allocator.allocate(transaction, blocks[depth] + 1, 1);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        inode.addBlocks(1);
        long fresh = transaction.create(allocator.first());
        if (fresh == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        return level == 0 ? deepen(fresh, allocator.first()) : split(level, fresh, allocator.first(), index);
    }

    private boolean isFull(int level) {
        long at = level == 0 ? ROOT : volume.find(blocks[level]);
        return at != ChunkCache.NOWHERE && entries(at) == most(at);
    }

    private Outcome deepen(long fresh, long block) {
        if (depth == MAX_DEPTH) {
            return Outcome.NO_SPACE;
        }
        begin(fresh, depth);
        for (int i = 0; i < entries(ROOT); i++) {
            copy(ROOT, i, fresh, i);
        }
        setShort(fresh, ENTRIES, entries(ROOT));
        seal(fresh);
        setShort(ROOT, DEPTH, depth + 1);
        setShort(ROOT, ENTRIES, 1);
        setChild(ROOT, 0, block);
        return Outcome.DONE;
    }

    /** Moves the entries behind the one that was taken, or none if it is the last one, to a new node beside theirs. */
    private Outcome split(int level, long fresh, long block, long index) {
        long old = node(level);
        long parent = node(level - 1);
        if (old == ChunkCache.NOWHERE || parent == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        int kept = Math.max(1, taken[level] + 1 == entries(old) ? entries(old) : entries(old) / 2);
        boolean appends = kept == entries(old);
        if (appends && level < depth) {
            kept--; // a node above others has one below it
        }
        begin(fresh, depth - level);
        for (int i = kept; i < entries(old); i++) {
            copy(old, i, fresh, i - kept);
        }
        long key = kept < entries(old) ? key(old, kept) : index;
        setShort(fresh, ENTRIES, entries(old) - kept);
        setShort(old, ENTRIES, kept);
        seal(fresh);
        seal(old);
        int entry = Math.max(0, taken[level - 1]) + 1;
        shift(parent, entry);
        setInt(parent, entry(entry), (int) key);
        setChild(parent, entry, block);
        seal(parent);
        return Outcome.DONE;
    }

    private void begin(long at, int levels) {
        setShort(at, 0, MAGIC);
        setShort(at, ENTRIES, 0);
        setShort(at, MAX_ENTRIES, room(at) / ENTRY_BYTES - 1);
        setShort(at, DEPTH, levels);
    }

    private void copy(long from, int source, long to, int target) {
        for (int offset = 0; offset < ENTRY_BYTES; offset += Integer.BYTES) {
            setInt(to, entry(target) + offset, getInt(from, entry(source) + offset));
        }
    }

    private long child(long at, int entry) {
        return getInt(at, entry(entry) + INDEX_LOW) & 0xFFFF_FFFFL | (long) getShort(at, entry(entry) + INDEX_HIGH) << Integer.SIZE;
    }

    private void setChild(long at, int entry, long block) {
        setInt(at, entry(entry) + INDEX_LOW, (int) block);
        setInt(at, entry(entry) + INDEX_HIGH, (int) (block >>> Integer.SIZE) & 0xFFFF);
    }

    /** Makes the checksum of a node right. */
    private void seal(long at) {
        if (at != ROOT && volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            long length = entry(most(at));
            volume.memory().setInt32(at + length, Crc32c.add(inode.sumOfNumber(), volume.memory(), at, length));
        }
    }

    private int entries(long at) {
        return getShort(at, ENTRIES);
    }

    private int most(long at) {
        return getShort(at, MAX_ENTRIES);
    }

    private long key(long at, int entry) {
        return getInt(at, entry(entry)) & 0xFFFF_FFFFL;
    }

    private static long entry(int index) {
        return (index + 1L) * ENTRY_BYTES;
    }

    private int getShort(long at, long offset) {
        return at == ROOT ? inode.map().unsignedShort(offset) : volume.memory().unsignedShort(at + offset);
    }

    private int getInt(long at, long offset) {
        return at == ROOT ? inode.map().int32(offset) : volume.memory().int32(at + offset);
    }

    private void setShort(long at, long offset, int value) {
        if (at == ROOT) {
            inode.setMapByte(offset, value);
            inode.setMapByte(offset + 1, value >>> Byte.SIZE);
        } else {
            volume.memory().setInt16(at + offset, value);
        }
    }

    private void setInt(long at, long offset, int value) {
        if (at == ROOT) {
            for (int i = 0; i < Integer.BYTES; i++) {
                inode.setMapByte(offset + i, value >>> i * Byte.SIZE);
            }
        } else {
            Region memory = volume.memory();
            memory.setInt32(at + offset, value);
        }
    }
}
