package peaberry.files.ext4;

import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Text;

/** Adds entries to directories ({@link DirectoryEntries}). */
final class DirectoryWriter {

    private final Volume volume;
    private final BlockMap map;
    private final DirectoryEntries entries;
    private final DirectoryBlocks blocks;
    private final DirectoryIndex index;
    private final DirectoryIndexNodes nodes;
    private final DirectoryIndexWriter indices;
    private final Text dots = new Text(2);

    DirectoryWriter(Volume volume, BlockAllocator allocator, ExtentWriter extents) {
        this.volume = volume;
        map = new BlockMap(volume);
        entries = new DirectoryEntries(volume);
        blocks = new DirectoryBlocks(volume, allocator, extents);
        index = new DirectoryIndex(volume);
        nodes = new DirectoryIndexNodes(volume);
        indices = new DirectoryIndexWriter(volume, blocks);
    }

    /** Adds an entry, as part of an operation. The directory has none of that name; it is to be written after that. */
    Outcome add(Transaction transaction, Inode directory, Text name, long number, NodeType type) {
        if (directory.isIndexed()) {
            return addByIndex(transaction, directory, name, number, type);
        }
        long count = blocks.count(directory);
        for (long block = 0; block < count; block++) {
            Outcome outcome = addTo(transaction, directory, block, name, number, type);
            if (outcome != Outcome.NO_SPACE) {
                return outcome;
            }
        }
        if (count == 1 && volume.superblock().makesIndices()) {
            Outcome outcome = indices.make(transaction, directory);
            return outcome == Outcome.DONE ? addByIndex(transaction, directory, name, number, type) : outcome;
        }
        long at = blocks.append(transaction, directory);
        if (at == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        entries.put(at, entries.room(), name, number, type);
        entries.seal(directory, at);
        return Outcome.DONE;
    }

    private Outcome addByIndex(Transaction transaction, Inode directory, Text name, long number, NodeType type) {
        Outcome outcome = addToLeaf(transaction, directory, name, number, type);
        if (outcome == Outcome.NO_SPACE) {
            outcome = indices.makeRoom(transaction, directory, name);
            outcome = outcome == Outcome.DONE ? addToLeaf(transaction, directory, name, number, type) : outcome;
        }
        return outcome;
    }

    private Outcome addToLeaf(Transaction transaction, Inode directory, Text name, long number, NodeType type) {
        Outcome outcome = index.findPlace(directory, name);
        return outcome == Outcome.DONE ? addTo(transaction, directory, index.leaf(), name, number, type) : outcome;
    }

    /** Adds an entry to a block of the directory. @return {@link Outcome#NO_SPACE} if there is no room in it */
    private Outcome addTo(Transaction transaction, Inode directory, long block, Text name, long number, NodeType type) {
        volume.begin();
        long at = map.locate(directory, block);
        if (at == ChunkCache.NOWHERE) {
            return map.outcome();
        }
        long entry = entries.findFree(at, DirectoryEntries.needed(name.length()));
        if (entry < 0) {
            return entry == DirectoryEntries.NONE ? Outcome.NO_SPACE : Outcome.DAMAGED;
        }
        if (transaction.change(map.block()) == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        int used = entries.used(entry);
        int free = entries.free(entry, at + entries.room());
        if (used > 0) {
            entries.setLength(entry, used);
        }
        entries.put(entry + used, free, name, number, type);
        entries.seal(directory, at);
        return Outcome.DONE;
    }

    /** Takes the entry out that was found, as part of an operation. @param found where it is in the directory */
    Outcome remove(Transaction transaction, Inode directory, long found) {
        int blockBytes = volume.superblock().blockBytes();
        long at = blocks.change(transaction, directory, found / blockBytes);
        if (at == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        long wanted = at + found % blockBytes;
        long before = ChunkCache.NOWHERE;
        long entry = at;
        while (entry < wanted) {
            if (!entries.isEntry(entry, wanted)) {
                return Outcome.DAMAGED;
            }
            before = entry;
            entry += entries.length(entry);
        }
        if (before == ChunkCache.NOWHERE) {
            entries.clear(at);
        } else {
            entries.setLength(before, entries.length(before) + entries.length(wanted));
        }
        entries.seal(directory, at);
        return Outcome.DONE;
    }

    /** Has the entry that was found name something else. */
    Outcome replace(Transaction transaction, Inode directory, long found, long number, NodeType type) {
        int blockBytes = volume.superblock().blockBytes();
        long at = blocks.change(transaction, directory, found / blockBytes);
        if (at == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        entries.name(at + found % blockBytes, number, type);
        if (!directory.isIndexed() || found >= blockBytes) {
            entries.seal(directory, at);
        } else {
            nodes.seal(directory, at, true);
        }
        return Outcome.DONE;
    }

    /** Makes a new directory's only block. */
    Outcome start(Transaction transaction, Inode directory, long parent) {
        long at = blocks.append(transaction, directory);
        if (at == ChunkCache.NOWHERE) {
            return blocks.outcome();
        }
        int first = DirectoryEntries.needed(1);
        entries.put(at, first, dots.clear().append("."), directory.number(), NodeType.DIRECTORY);
        entries.put(at + first, entries.room() - first, dots.append("."), parent, NodeType.DIRECTORY);
        entries.seal(directory, at);
        return Outcome.DONE;
    }
}
