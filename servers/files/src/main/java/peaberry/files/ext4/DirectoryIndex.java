package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Text;

/**
 * The index of a large directory: a tree of hashes of names ({@link DirectoryIndexNodes}), whose leaves are the blocks with the entries.
 *
 * <p>Names with one hash may go on in the next leaf. An index that is not as it should be is none: then the directory is read from its beginning.
 */
final class DirectoryIndex {

    private static final int MAX_LEVELS = 3;

    private final Volume volume;
    private final BlockMap map;
    private final DirectoryIndexNodes form;
    private final DirectoryHash hash = new DirectoryHash();
    private Inode inode;
    /** From the root down: the block of the directory that a node is, and which of its entries was taken. */
    private final long[] nodes = new long[MAX_LEVELS];
    private final int[] taken = new int[MAX_LEVELS];
    private int depth;
    private int function;
    private int wanted;
    private long leaf;
    /** How many leaves may still be gone to: no more than the directory has blocks. */
    private long left;

    DirectoryIndex(Volume volume) {
        this.volume = volume;
        map = new BlockMap(volume);
        form = new DirectoryIndexNodes(volume);
        inode = new Inode(volume);
    }

    /**
     * Goes to the first {@link #leaf()} in which a name may be.
     *
     * @param of of a directory that has an index
     * @return {@link Outcome#NOT_FOUND} if the index cannot be used
     */
    Outcome find(Inode of, Text path, int start, int end) {
        if (!begin(of)) {
            return Outcome.NOT_FOUND;
        }
        volume.superblock().startHash(hash);
        wanted = hash.of(function, path, start, end);
        return descend(0, true) ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    /** The same for a hash: there, or in the {@link #next} leaves, are all names whose hashes are not less. */
    Outcome find(Inode of, int first) {
        wanted = first;
        return begin(of) && descend(0, true) ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    private boolean begin(Inode of) {
        inode = of;
        long root = enter(0);
        if (root == ChunkCache.NOWHERE || !form.isRoot(root) || form.levels(root) >= MAX_LEVELS) {
            return false;
        }
        depth = form.levels(root) + 1;
        nodes[0] = 0;
        function = form.function(root);
        left = of.size() / volume.superblock().blockBytes();
        return true;
    }

    /** Goes to the next leaf, if names of the same hash may be there. @return whether they may */
    boolean advance() {
        return advance(wanted);
    }

    /** Goes to the next leaf, if names of a hash may be there. @return whether they may */
    boolean advance(int sameHash) {
        wanted = sameHash;
        return go(true);
    }

    /** Goes to the next leaf. @return whether there is one */
    boolean next() {
        return go(false);
    }

    private boolean go(boolean sameHash) {
        int level = left-- > 0 ? depth - 1 : -1;
        while (level >= 0) {
            long at = enter(nodes[level]);
            if (at == ChunkCache.NOWHERE || !form.isNode(at, level == 0)) {
                return false;
            }
            taken[level]++;
            if (taken[level] < form.count(at, level == 0)) {
                return (!sameHash || (form.hash(at, level == 0, taken[level]) & ~1) == wanted) && descend(level, false);
            }
            level--;
        }
        return false;
    }

    /** Goes from a node down to a leaf. @param search whether the node's entry is to be found, or is the one that was taken; further down the first one is taken then */
    private boolean descend(int from, boolean search) {
        for (int level = from; level < depth; level++) {
            long at = enter(nodes[level]);
            if (at == ChunkCache.NOWHERE || !form.isNode(at, level == 0)) {
                return false;
            }
            if (search) {
                taken[level] = search(at, level == 0);
            } else if (level > from) {
                taken[level] = 0;
            }
            long block = form.block(at, level == 0, taken[level]);
            if (level + 1 < depth) {
                nodes[level + 1] = block;
            } else {
                leaf = block;
            }
        }
        return true;
    }

    /** The last entry whose hash is not behind the one that is wanted; the first one has none. */
    private int search(long at, boolean isRoot) {
        int low = 1;
        int high = form.count(at, isRoot);
        while (low < high) {
            int middle = (low + high) / 2;
            if (Integer.compareUnsigned(form.hash(at, isRoot, middle), wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Where a block of the directory is in memory that belongs to the index. */
    private long enter(long block) {
        volume.begin();
        long at = map.locate(inode, block);
        return at != ChunkCache.NOWHERE && form.isSumRight(inode, at, block == 0) ? at : ChunkCache.NOWHERE;
    }

    /** How names are hashed. */
    int function() {
        return function;
    }

    /** How many nodes lead to the leaf. */
    int depth() {
        return depth;
    }

    /** The block of the directory that one of them is. @param level 0 is the root */
    long node(int level) {
        return nodes[level];
    }

    /** Which of its entries leads to the leaf. */
    int taken(int level) {
        return taken[level];
    }

    /** The block of the directory with the entries. */
    long leaf() {
        return leaf;
    }
}
