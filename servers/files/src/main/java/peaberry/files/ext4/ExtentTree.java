package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/** Where the blocks of a file are that has a tree of extents ({@link ExtentNodes}). */
final class ExtentTree {

    private static final long END = 1L << Integer.SIZE;

    private final Volume volume;
    private final ExtentNodes nodes;
    private long block;
    private long unwritten;
    private long run;
    private boolean isUnwritten;

    ExtentTree(Volume volume) {
        this.volume = volume;
        nodes = new ExtentNodes(volume);
    }

    Outcome find(Inode inode, long index) {
        nodes.use(inode);
        block = BlockMap.HOLE;
        isUnwritten = false;
        run = Math.max(1, END - index);
        if (index >= END) {
            return Outcome.DONE;
        }
        long node = ExtentNodes.ROOT;
        int depth = nodes.depth(node);
        if (depth > ExtentNodes.MAX_DEPTH || !nodes.isNode(node, depth)) {
            return Outcome.DAMAGED;
        }
        for (; depth > 0; depth--) {
            int entry = search(node, index);
            if (entry < 0) {
                return Outcome.DONE;
            }
            node = volume.find(nodes.child(node, entry));
            if (node == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            if (!nodes.isNode(node, depth - 1)) {
                return Outcome.DAMAGED;
            }
        }
        int entry = search(node, index);
        return entry < 0 ? Outcome.DONE : take(node, entry, index);
    }

    /** The entry that the block belongs to; -1 if there is none. {@link #run} ends where the next one begins. */
    private int search(long node, long index) {
        int entry = nodes.search(node, index);
        if (entry + 1 < nodes.entries(node)) {
            run = Math.min(run, nodes.key(node, entry + 1) - index);
        }
        return entry;
    }

    private Outcome take(long leaf, int entry, long index) {
        long length = nodes.count(leaf, entry);
        long skipped = index - nodes.key(leaf, entry);
        if (skipped >= length) {
            return Outcome.DONE;
        }
        long first = nodes.first(leaf, entry);
        if (first <= 0 || first + length > volume.superblock().blocks()) {
            return Outcome.DAMAGED;
        }
        run = Math.min(run, length - skipped);
        isUnwritten = !nodes.isWritten(leaf, entry);
        unwritten = first + skipped;
        block = isUnwritten ? BlockMap.HOLE : unwritten;
        return Outcome.DONE;
    }

    long block() {
        return block;
    }

    long run() {
        return run;
    }

    /** Whether the file has a block there, in which nothing was ever written. */
    boolean isUnwritten() {
        return isUnwritten;
    }

    /** The block that {@link #isUnwritten}. */
    long unwritten() {
        return unwritten;
    }
}
