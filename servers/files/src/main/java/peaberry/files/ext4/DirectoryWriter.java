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
    private final BlockAllocator allocator;
    private final ExtentWriter extents;
    private final DirectoryIndex index;
    private final Text dots = new Text(2);
    private Outcome failure = Outcome.DONE;

    DirectoryWriter(Volume volume, BlockAllocator allocator, ExtentWriter extents) {
        this.volume = volume;
        map = new BlockMap(volume);
        entries = new DirectoryEntries(volume);
        this.allocator = allocator;
        this.extents = extents;
        index = new DirectoryIndex(volume);
    }

    /** Adds an entry, as part of an operation. The directory has none of that name; it is to be written after that. */
    Outcome add(Transaction transaction, Inode directory, Text name, long number, NodeType type) {
        int blockBytes = volume.superblock().blockBytes();
        if (directory.isIndexed()) {
            Outcome outcome = addByIndex(transaction, directory, name, number, type);
            if (outcome == Outcome.NO_SPACE && index.isFlat()) {
                outcome = giveUpIndex(transaction, directory);
            }
            if (outcome != Outcome.DONE || directory.isIndexed()) {
                return outcome;
            }
        }
        for (long position = 0; position < directory.size(); position += blockBytes) {
            Outcome outcome = addTo(transaction, directory, position / blockBytes, name, number, type);
            if (outcome != Outcome.NO_SPACE) {
                return outcome;
            }
        }
        long at = append(transaction, directory);
        if (at == ChunkCache.NOWHERE) {
            return failure;
        }
        entries.put(at, entries.room(), name, number, type);
        entries.seal(directory, at);
        return Outcome.DONE;
    }

    private Outcome addByIndex(Transaction transaction, Inode directory, Text name, long number, NodeType type) {
        if (index.find(directory, name, 0, name.length()) != Outcome.DONE) {
            return Outcome.DAMAGED;
        }
        return addTo(transaction, directory, index.leaf(), name, number, type);
    }

    /** Makes of a directory with an index of one block one without: the block has entries from now on. */
    private Outcome giveUpIndex(Transaction transaction, Inode directory) {
        long at = change(transaction, directory, 0);
        if (at == ChunkCache.NOWHERE) {
            return failure;
        }
        int first = entries.length(at);
        if (first != DirectoryEntries.needed(1)) {
            return Outcome.DAMAGED;
        }
        entries.setLength(at + first, entries.room() - first);
        directory.setIndexed(false);
        entries.seal(directory, at);
        return Outcome.DONE;
    }

    /** Adds an entry to a block of the directory. @return {@link Outcome#NO_SPACE} if there is no room in it */
    private Outcome addTo(Transaction transaction, Inode directory, long block, Text name, long number, NodeType type) {
        volume.begin();
        long at = map.locate(directory, block);
        if (at == ChunkCache.NOWHERE) {
            return map.outcome();
        }
        int needed = DirectoryEntries.needed(name.length());
        long end = at + entries.room();
        for (long entry = at; entry < end; entry += entries.length(entry)) {
            if (!entries.isEntry(entry, at + volume.superblock().blockBytes())) {
                return Outcome.DAMAGED;
            }
            int used = entries.used(entry);
            int free = (int) Math.min(entries.length(entry), end - entry) - used;
            if (free >= needed) {
                if (transaction.change(map.block()) == ChunkCache.NOWHERE) {
                    return volume.trouble();
                }
                if (used > 0) {
                    entries.setLength(entry, used);
                }
                entries.put(entry + used, free, name, number, type);
                entries.seal(directory, at);
                return Outcome.DONE;
            }
        }
        return Outcome.NO_SPACE;
    }

    /** Takes the entry out that was found, as part of an operation. @param found where it is in the directory */
    Outcome remove(Transaction transaction, Inode directory, long found) {
        int blockBytes = volume.superblock().blockBytes();
        long at = change(transaction, directory, found / blockBytes);
        if (at == ChunkCache.NOWHERE) {
            return failure;
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
        long at = change(transaction, directory, found / blockBytes);
        if (at == ChunkCache.NOWHERE) {
            return failure;
        }
        entries.name(at + found % blockBytes, number, type);
        if (!directory.isIndexed() || found >= blockBytes) {
            entries.seal(directory, at);
        } else {
            index.seal(directory, at);
        }
        return Outcome.DONE;
    }

    private long change(Transaction transaction, Inode directory, long block) {
        if (map.locate(directory, block) == ChunkCache.NOWHERE) {
            failure = map.outcome();
            return ChunkCache.NOWHERE;
        }
        long at = transaction.change(map.block());
        failure = at == ChunkCache.NOWHERE ? volume.trouble() : Outcome.DONE;
        return at;
    }

    /** Makes a new directory's only block. */
    Outcome start(Transaction transaction, Inode directory, long parent) {
        long at = append(transaction, directory);
        if (at == ChunkCache.NOWHERE) {
            return failure;
        }
        int first = DirectoryEntries.needed(1);
        entries.put(at, first, dots.clear().append("."), directory.number(), NodeType.DIRECTORY);
        entries.put(at + first, entries.room() - first, dots.append("."), parent, NodeType.DIRECTORY);
        entries.seal(directory, at);
        return Outcome.DONE;
    }

    /** Gives the directory one block more. */
    private long append(Transaction transaction, Inode directory) {
        int blockBytes = volume.superblock().blockBytes();
        if (!directory.hasExtents()) {
            failure = Outcome.READ_ONLY;
            return ChunkCache.NOWHERE;
        }
        long block = directory.size() / blockBytes;
        failure = allocator.allocate(transaction, allocator.goal(map, directory, block), 1);
        if (failure != Outcome.DONE) {
            return ChunkCache.NOWHERE;
        }
        long first = allocator.first();
        failure = extents.add(transaction, directory, block, first, 1);
        if (failure != Outcome.DONE) {
            return ChunkCache.NOWHERE;
        }
        directory.addBlocks(1);
        directory.setSize(directory.size() + blockBytes);
        long at = transaction.create(first);
        failure = at == ChunkCache.NOWHERE ? volume.trouble() : Outcome.DONE;
        return at;
    }
}
