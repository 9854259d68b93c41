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

    private static final int LEVELS = 2;
    private static final int LEVELS_OF_LARGE = 3;

    private final Volume volume;
    private final BlockMap map;
    private final DirectoryIndexNodes form;
    private final DirectoryHash hash = new DirectoryHash();
    private Inode inode;
    /** From the root down: the block of the directory that a node is, and which of its entries was taken. */
    private final long[] nodes = new long[LEVELS_OF_LARGE];
    private final int[] taken = new int[LEVELS_OF_LARGE];
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
     * @return {@link Outcome#NOT_FOUND} if its root is not one that is known here
     */
    Outcome find(Inode of, Text path, int start, int end) {
        Outcome outcome = begin(of);
        if (outcome == Outcome.DONE) {
            volume.superblock().startHash(hash);
            wanted = hash.of(function, path, start, end);
            outcome = descend(0, true);
        }
        return outcome;
    }

    /** The same for a hash: there, or in the {@link #next} leaves, are all names whose hashes are not less. */
    Outcome find(Inode of, int first) {
        wanted = first;
        Outcome outcome = begin(of);
        return outcome == Outcome.DONE ? descend(0, true) : outcome;
    }

    /** How many levels of nodes an index may have. */
    int mostLevels() {
        return volume.superblock().has(Feature.LARGE_DIRECTORIES) ? LEVELS_OF_LARGE : LEVELS;
    }

    /** As {@link #find}, of a directory that says that it has an index: where a name is to be added. */
    Outcome findPlace(Inode of, Text name) {
        Outcome outcome = find(of, name, 0, name.length());
        return outcome == Outcome.NOT_FOUND ? Outcome.DAMAGED : outcome;
    }

    private Outcome begin(Inode of) {
        inode = of;
        if (of.size() > volume.totalBytes()) {
            return Outcome.DAMAGED;
        }
        long root = enter(0);
        if (root == ChunkCache.NOWHERE) {
            return trouble();
        }
        if (!form.isRoot(root) || form.levels(root) >= mostLevels()) {
            return Outcome.NOT_FOUND;
        }
        depth = form.levels(root) + 1;
        nodes[0] = 0;
        function = form.function(root);
        left = of.size() / volume.superblock().blockBytes();
        return Outcome.DONE;
    }

    /** Goes to the next leaf, if names of the same hash may be there. @return {@link Outcome#NOT_FOUND} if they may not */
    Outcome advance() {
        return advance(wanted);
    }

    /** Goes to the next leaf, if names of a hash may be there. @return {@link Outcome#NOT_FOUND} if they may not */
    Outcome advance(int sameHash) {
        wanted = sameHash;
        return go(true);
    }

    /** Goes to the next leaf. @return {@link Outcome#NOT_FOUND} if there is none */
    Outcome next() {
        return go(false);
    }

    private Outcome go(boolean sameHash) {
        if (left-- <= 0) {
            return Outcome.DAMAGED;
        }
        for (int level = depth - 1; level >= 0; level--) {
            long at = enter(nodes[level]);
            if (at == ChunkCache.NOWHERE || !form.isNode(at, level == 0)) {
                return trouble();
            }
            taken[level]++;
            if (taken[level] < form.count(at, level == 0)) {
                boolean mayBe = !sameHash || (form.hash(at, level == 0, taken[level]) & ~1) == wanted;
                return mayBe ? descend(level, false) : Outcome.NOT_FOUND;
            }
        }
        return Outcome.NOT_FOUND;
    }

    /** Goes from a node down to a leaf. @param search whether the node's entry is to be found, or is the one that was taken; further down the first one is taken then */
    private Outcome descend(int from, boolean search) {
        for (int level = from; level < depth; level++) {
            long at = enter(nodes[level]);
            if (at == ChunkCache.NOWHERE || !form.isNode(at, level == 0)) {
                return trouble();
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
        return Outcome.DONE;
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

    /** Why a node is none. */
    private Outcome trouble() {
        return map.outcome() == Outcome.DONE ? Outcome.DAMAGED : map.outcome();
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
