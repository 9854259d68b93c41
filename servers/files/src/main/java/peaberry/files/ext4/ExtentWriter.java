package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/**
 * Adds extents to a file's tree ({@link ExtentNodes}). Where there is no room for one a node is split, or the root moves down; after each such step
 * the way down is looked for anew.
 */
final class ExtentWriter {

    private static final long LAST_BLOCK = 0xFFFF_FFFFL;
    /** Extents that one operation gives up. */
    private static final int MOST_AT_ONCE = 64;
    /** Blocks of directories that it gives up. */
    private static final int MOST_REVOKED = 100;

    private final Volume volume;
    private final BlockAllocator allocator;
    private final ExtentNodes nodes;
    private Transaction transaction;
    private Inode inode;
    /** From the root down: the block that a node is in, and which of its entries was taken; -1 if all are behind. */
    private final long[] blocks = new long[ExtentNodes.MAX_DEPTH + 1];
    private final int[] taken = new int[ExtentNodes.MAX_DEPTH + 1];
    private int depth;
    /** Where the leaf is that the way leads to, which is going to be changed. */
    private long leaf;
    private int budget;
    private boolean damaged;

    ExtentWriter(Volume volume, BlockAllocator allocator) {
        this.volume = volume;
        this.allocator = allocator;
        nodes = new ExtentNodes(volume);
    }

    /** Makes the tree of a file that has no blocks. */
    void start(Inode of) {
        of.clearMap();
        nodes.use(of);
        nodes.begin(ExtentNodes.ROOT, 0);
    }

    /** Says where blocks of a file are that were nowhere, as part of an operation. The inode is to be written after that. */
    Outcome add(Transaction with, Inode of, long index, long first, int count) {
        begin(with, of);
        return add(index, first, count, true);
    }

    /**
     * Says that something is written to blocks of a file that were unwritten, as part of an operation: to some of one extent, which becomes up to three. The inode is to be written after that.
     *
     * @param first where the first one is
     */
    Outcome convert(Transaction with, Inode of, long index, long first, int count) {
        begin(with, of);
        Outcome outcome = findLeaf(index);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        int entry = taken[depth];
        int before = (int) (index - nodes.key(leaf, entry));
        int behind = nodes.count(leaf, entry) - before - count;
        if (before > 0) {
            nodes.setCount(leaf, entry, before);
        } else {
            nodes.remove(leaf, entry);
        }
        nodes.seal(leaf);
        if (behind > 0) {
            outcome = add(index + count, first + count, behind, false);
        }
        return outcome == Outcome.DONE ? add(index, first, count, true) : outcome;
    }

    private void begin(Transaction with, Inode of) {
        transaction = with;
        inode = of;
        nodes.use(of);
    }

    private Outcome add(long index, long first, int count, boolean written) {
        for (int steps = 0; steps < 2 * ExtentNodes.MAX_DEPTH + 2; steps++) {
            Outcome outcome = findLeaf(index);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            if (written && merge(index, first, count)) {
                return Outcome.DONE;
            }
            if (!nodes.isFull(leaf)) {
                return insert(index, first, count, written);
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
        begin(with, of);
        Outcome outcome = findLeaf(LAST_BLOCK);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        boolean some = false;
        budget = MOST_REVOKED;
        damaged = false;
        for (int i = 0; i < MOST_AT_ONCE && budget > 0 && !volume.freed().isCrowded() && nodes.entries(leaf) > 0 && shorten(nodes.entries(leaf) - 1, from); i++) {
            some = true;
        }
        if (damaged) {
            return Outcome.DAMAGED;
        }
        nodes.seal(leaf);
        if (nodes.entries(leaf) == 0 && depth > 0) {
            outcome = removeLeaf();
        } else if (!some) {
            return Outcome.NOT_FOUND;
        }
        return outcome == Outcome.DONE ? pullUp() : outcome;
    }

    /** Gives up the blocks of the last extent that are to go. @return whether there were any */
    private boolean shorten(int entry, long from) {
        int length = nodes.count(leaf, entry);
        long start = nodes.first(leaf, entry);
        Superblock superblock = volume.superblock();
        damaged = length == 0 || start <= superblock.firstBlock() || start > superblock.blocks() - length;
        int kept = (int) Math.max(0, Math.min(length, from - nodes.key(leaf, entry)));
        if (damaged || kept == length) {
            return false;
        }
        // What is in one group at a time.
        kept = (int) Math.max(kept, superblock.start(superblock.group(start + length - 1)) - start);
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
        nodes.setCount(leaf, entry, kept);
        if (kept == 0) {
            nodes.setEntries(leaf, entry);
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
            if (nodes.entries(at) > 0) {
                return Outcome.DONE;
            }
            giveUpNode(blocks[level]);
            long parent = node(level - 1);
            if (parent == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            nodes.setEntries(parent, nodes.entries(parent) - 1);
            nodes.seal(parent);
        }
        if (nodes.entries(ExtentNodes.ROOT) == 0) {
            nodes.setDepth(ExtentNodes.ROOT, 0);
        }
        return Outcome.DONE;
    }

    private void giveUpNode(long block) {
        volume.freed().revoke(block);
        inode.addBlocks(-1);
    }

    /** A root with a single node below it takes that one's entries as soon as it has room for them: {@code e2fsck} has something to say against a tree that could be lower. */
    private Outcome pullUp() {
        while (nodes.depth(ExtentNodes.ROOT) > 0 && nodes.entries(ExtentNodes.ROOT) == 1) {
            long block = nodes.child(ExtentNodes.ROOT, 0);
            int levels = nodes.depth(ExtentNodes.ROOT) - 1;
            long at = volume.find(block);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            if (!nodes.isNode(at, levels)) {
                return Outcome.DAMAGED;
            }
            if (nodes.entries(at) > nodes.maxEntries(ExtentNodes.ROOT)) {
                return Outcome.DONE;
            }
            for (int i = 0; i < nodes.entries(at); i++) {
                nodes.copy(at, i, ExtentNodes.ROOT, i);
            }
            nodes.setEntries(ExtentNodes.ROOT, nodes.entries(at));
            nodes.setDepth(ExtentNodes.ROOT, levels);
            giveUpNode(block);
        }
        return Outcome.DONE;
    }

    /** Finds the {@link #leaf} that a block of the file belongs into. */
    private Outcome findLeaf(long index) {
        Outcome outcome = descend(index);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        leaf = node(depth);
        return leaf == ChunkCache.NOWHERE ? volume.trouble() : Outcome.DONE;
    }

    /** Finds the way down to the leaf that a block of the file belongs into. */
    private Outcome descend(long index) {
        depth = nodes.depth(ExtentNodes.ROOT);
        if (depth > ExtentNodes.MAX_DEPTH) {
            return Outcome.DAMAGED;
        }
        for (int level = 0; level <= depth; level++) {
            long at = level == 0 ? ExtentNodes.ROOT : volume.find(blocks[level]);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            if (!nodes.isNode(at, depth - level)) {
                return Outcome.DAMAGED;
            }
            taken[level] = nodes.search(at, index);
            if (level < depth) {
                blocks[level + 1] = nodes.child(at, Math.max(0, taken[level]));
            }
        }
        return Outcome.DONE;
    }

    /** Where a node on the way is, which is going to be changed. */
    private long node(int level) {
        return level == 0 ? ExtentNodes.ROOT : transaction.change(blocks[level]);
    }

    /** Makes the extent before it longer, if the blocks follow it on the disk, too. */
    private boolean merge(long index, long first, int count) {
        int entry = taken[depth];
        if (entry < 0 || !nodes.isWritten(leaf, entry)) {
            return false;
        }
        int length = nodes.count(leaf, entry);
        if (length + count > ExtentNodes.MAX_WRITTEN || nodes.key(leaf, entry) + length != index || nodes.first(leaf, entry) + length != first) {
            return false;
        }
        nodes.setCount(leaf, entry, length + count);
        nodes.seal(leaf);
        return true;
    }

    private Outcome insert(long index, long first, int count, boolean written) {
        int entry = taken[depth] + 1;
        nodes.shift(leaf, entry);
        nodes.putExtent(leaf, entry, index, first, count, written);
        nodes.seal(leaf);
        for (int level = depth - 1; level >= 0 && taken[level] < 0; level--) {
            long at = node(level);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            nodes.setKey(at, 0, index);
            nodes.seal(at);
        }
        return Outcome.DONE;
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
        long at = level == 0 ? ExtentNodes.ROOT : volume.find(blocks[level]);
        return at != ChunkCache.NOWHERE && nodes.isFull(at);
    }

    private Outcome deepen(long fresh, long block) {
        if (depth == ExtentNodes.MAX_DEPTH) {
            return Outcome.NO_SPACE;
        }
        nodes.begin(fresh, depth);
        for (int i = 0; i < nodes.entries(ExtentNodes.ROOT); i++) {
            nodes.copy(ExtentNodes.ROOT, i, fresh, i);
        }
        nodes.setEntries(fresh, nodes.entries(ExtentNodes.ROOT));
        nodes.seal(fresh);
        nodes.setDepth(ExtentNodes.ROOT, depth + 1);
        nodes.setEntries(ExtentNodes.ROOT, 1);
        nodes.setChild(ExtentNodes.ROOT, 0, block);
        return Outcome.DONE;
    }

    /** Moves the entries behind the one that was taken, or none if it is the last one, to a new node beside theirs. */
    private Outcome split(int level, long fresh, long block, long index) {
        long old = node(level);
        long parent = node(level - 1);
        if (old == ChunkCache.NOWHERE || parent == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        if (!nodes.isNode(old, depth - level) || !nodes.isNode(parent, depth - level + 1) || nodes.isFull(parent)) {
            return Outcome.DAMAGED; // on a disk that lies, an allocation may have changed them
        }
        int kept = Math.max(1, taken[level] + 1 == nodes.entries(old) ? nodes.entries(old) : nodes.entries(old) / 2);
        boolean appends = kept == nodes.entries(old);
        if (appends && level < depth) {
            kept--; // a node above others has one below it
        }
        nodes.begin(fresh, depth - level);
        for (int i = kept; i < nodes.entries(old); i++) {
            nodes.copy(old, i, fresh, i - kept);
        }
        long key = kept < nodes.entries(old) ? nodes.key(old, kept) : index;
        nodes.setEntries(fresh, nodes.entries(old) - kept);
        nodes.setEntries(old, kept);
        nodes.seal(fresh);
        nodes.seal(old);
        int entry = Math.max(0, taken[level - 1]) + 1;
        nodes.shift(parent, entry);
        nodes.setKey(parent, entry, key);
        nodes.setChild(parent, entry, block);
        nodes.seal(parent);
        return Outcome.DONE;
    }
}
