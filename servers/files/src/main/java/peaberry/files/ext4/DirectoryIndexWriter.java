package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Text;

/**
 * Gives directories an index, and makes room in one: a leaf that is full is split in two by the hashes of its names, and so is a node; if it is the root, it goes down one level.
 */
final class DirectoryIndexWriter {

    /** What it takes if all nodes on the way are full: the root goes down, then each of them is split. */
    private static final int MOST_SPLITS = 3;

    private final Volume volume;
    private final DirectoryEntries entries;
    private final DirectoryIndexNodes form;
    private final DirectoryIndex index;
    private final DirectoryBlocks blocks;
    private final HashedEntries sorted;

    DirectoryIndexWriter(Volume volume, DirectoryBlocks blocks) {
        this.volume = volume;
        entries = new DirectoryEntries(volume);
        form = new DirectoryIndexNodes(volume);
        index = new DirectoryIndex(volume);
        this.blocks = blocks;
        sorted = new HashedEntries(volume);
    }

    /** Gives a directory of one block an index: its entries go to another one, of whose index it is the root. */
    Outcome make(Transaction transaction, Inode directory) {
        long root = blocks.change(transaction, directory, 0);
        long leaf = root == ChunkCache.NOWHERE ? ChunkCache.NOWHERE : blocks.append(transaction, directory);
        if (leaf == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        int function = volume.superblock().hashFunction();
        if (!sorted.read(root, function) || !entries.beginsWithDots(root)) {
            return Outcome.DAMAGED;
        }
        fill(directory, leaf, root, 0, sorted.count());
        form.startRoot(root, function);
        form.insert(root, true, 0, 0, 1);
        form.seal(directory, root, true);
        directory.setIndexed();
        return Outcome.DONE;
    }

    /** Makes room for a name in the leaf that it belongs into. @return {@link Outcome#NO_SPACE} if the index cannot grow any more */
    Outcome makeRoom(Transaction transaction, Inode directory, Text name) {
        Outcome outcome = index.findPlace(directory, name);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long leaf = blocks.change(transaction, directory, index.leaf());
        if (leaf == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        if (index.leaf() == 0 || !sorted.read(leaf, index.function())) {
            return Outcome.DAMAGED;
        }
        long copy = volume.cache().spare();
        volume.copy(leaf, copy);
        if (used(copy) + DirectoryEntries.needed(name.length()) <= entries.room()) {
            fill(directory, leaf, copy, 0, sorted.count());
            return Outcome.DONE;
        }
        outcome = makeRoomInNodes(transaction, directory, name);
        return outcome == Outcome.DONE ? split(transaction, directory, leaf, copy) : outcome;
    }

    private int used(long copy) {
        int used = 0;
        for (int i = 0; i < sorted.count(); i++) {
            used += entries.used(copy + sorted.offset(i));
        }
        return used;
    }

    /** Puts some of the sorted entries of a block into another one. */
    private void fill(Inode directory, long block, long from, int begin, int end) {
        long at = block;
        if (begin == end) {
            entries.clear(block);
            entries.setLength(block, entries.room());
        }
        for (int i = begin; i < end; i++) {
            long entry = from + sorted.offset(i);
            int length = i + 1 < end ? entries.used(entry) : (int) (block + entries.room() - at);
            entries.copy(entry, at, length);
            at += length;
        }
        entries.seal(directory, block);
    }

    private Outcome split(Transaction transaction, Inode directory, long leaf, long copy) {
        long number = blocks.count(directory);
        long other = blocks.append(transaction, directory);
        int level = index.depth() - 1;
        long node = other == ChunkCache.NOWHERE ? ChunkCache.NOWHERE : blocks.change(transaction, directory, index.node(level));
        if (node == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        int middle = middle(copy);
        int hash = HashedEntries.hash(sorted.key(middle));
        int continued = hash == HashedEntries.hash(sorted.key(middle - 1)) ? 1 : 0;
        fill(directory, other, copy, middle, sorted.count());
        fill(directory, leaf, copy, 0, middle);
        if (!hasRoom(node, level)) {
            return Outcome.DAMAGED;
        }
        form.insert(node, level == 0, index.taken(level) + 1, hash | continued, number);
        form.seal(directory, node, level == 0);
        return Outcome.DONE;
    }

    /** The first entry that is to go to another block, so that both have about as many bytes. The block is nearly full, so it has three entries at least. */
    private int middle(long copy) {
        int half = used(copy) / 2;
        int middle = 1;
        int bytes = entries.used(copy + sorted.offset(0));
        while (middle < sorted.count() - 1 && bytes + entries.used(copy + sorted.offset(middle)) / 2 < half) {
            bytes += entries.used(copy + sorted.offset(middle));
            middle++;
        }
        return middle;
    }

    /** Makes room for one entry in the node that leads to the leaf, and finds the way there anew. */
    private Outcome makeRoomInNodes(Transaction transaction, Inode directory, Text name) {
        for (int splits = 0; splits <= MOST_SPLITS; splits++) {
            int level = index.depth() - 1;
            long node = blocks.change(transaction, directory, index.node(level));
            if (node == ChunkCache.NOWHERE) {
                return blocks.outcome();
            }
            if (!isFull(node, level)) {
                return Outcome.DONE;
            }
            Outcome outcome = splitNode(transaction, directory);
            outcome = outcome == Outcome.DONE ? index.findPlace(directory, name) : outcome;
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return Outcome.NO_SPACE;
    }

    /** Once more: on a disk that lies, one of the blocks that an allocation changes may be a node. */
    private boolean hasRoom(long node, int level) {
        return form.isNode(node, level == 0) && !isFull(node, level);
    }

    private boolean isFull(long node, int level) {
        return form.count(node, level == 0) == form.most(node, level == 0);
    }

    /** Splits the lowest of the nodes on the way that is full and is below one that is not; or has the root go down one level. */
    private Outcome splitNode(Transaction transaction, Inode directory) {
        int level = index.depth() - 1;
        long node = blocks.change(transaction, directory, index.node(level));
        long above = ChunkCache.NOWHERE;
        while (level > 0 && node != ChunkCache.NOWHERE) {
            above = blocks.change(transaction, directory, index.node(level - 1));
            if (above == ChunkCache.NOWHERE || !isFull(above, level - 1)) {
                break;
            }
            node = above;
            level--;
        }
        if (node == ChunkCache.NOWHERE || level > 0 && above == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        if (level == 0 && index.depth() == index.mostLevels()) {
            return Outcome.NO_SPACE;
        }
        long number = blocks.count(directory);
        long fresh = blocks.append(transaction, directory);
        if (fresh == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        form.startNode(fresh);
        if (!form.isNode(node, level == 0) || level > 0 && !hasRoom(above, level - 1)) {
            return Outcome.DAMAGED;
        }
        if (level == 0) {
            form.move(node, true, 0, fresh);
            form.insert(node, true, 0, 0, number);
            form.setLevels(node, index.depth());
        } else {
            int middle = form.count(node, false) / 2;
            int hash = form.hash(node, false, middle);
            form.move(node, false, middle, fresh);
            form.insert(above, level == 1, index.taken(level - 1) + 1, hash, number);
            form.seal(directory, above, level == 1);
        }
        form.seal(directory, node, level == 0);
        form.seal(directory, fresh, false);
        return Outcome.DONE;
    }
}
