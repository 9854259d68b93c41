package peaberry.files.ext4;

import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;
import peaberry.runtime.Text;

/** Adds entries to directories ({@link Directory} has the format). */
final class DirectoryWriter {

    private static final int LENGTH = 4;
    private static final int NAME_BYTES = 6;
    private static final int TYPE = 7;
    private static final int NAME = 8;
    private static final int ALIGNMENT = 4;
    private static final int TAIL_BYTES = 12;
    private static final int TAIL_TYPE = 0xDE;
    private static final int TAIL_SUM = 8;

    private final Volume volume;
    private final BlockMap map;
    private final BlockAllocator allocator;
    private final ExtentWriter extents;
    private final DirectoryIndex index;
    private Outcome failure = Outcome.DONE;

    DirectoryWriter(Volume volume, BlockAllocator allocator, ExtentWriter extents) {
        this.volume = volume;
        map = new BlockMap(volume);
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
        put(at, 0, room(), name, number, type);
        seal(directory, at);
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
        int first = volume.memory().unsignedShort(at + LENGTH);
        if (first != length(1)) {
            return Outcome.DAMAGED;
        }
        volume.memory().setInt16(at + first + LENGTH, room() - first);
        directory.setIndexed(false);
        seal(directory, at);
        return Outcome.DONE;
    }

    /** Adds an entry to a block of the directory. @return {@link Outcome#NO_SPACE} if there is no room in it */
    private Outcome addTo(Transaction transaction, Inode directory, long block, Text name, long number, NodeType type) {
        volume.begin();
        long at = map.locate(directory, block);
        if (at == ChunkCache.NOWHERE) {
            return map.outcome();
        }
        int needed = length(name.length());
        int offset = 0;
        while (offset < room()) {
            Region memory = volume.memory();
            int length = memory.unsignedShort(at + offset + LENGTH);
            if (length < NAME || length % ALIGNMENT != 0 || offset + length > volume.superblock().blockBytes()) {
                return Outcome.DAMAGED;
            }
            int used = memory.int32(at + offset) == 0 ? 0 : length(memory.unsignedByte(at + offset + NAME_BYTES));
            int behind = Math.min(offset + length, room());
            if (behind - offset - used >= needed) {
                at = transaction.change(map.block());
                if (at == ChunkCache.NOWHERE) {
                    return volume.trouble();
                }
                if (used > 0) {
                    volume.memory().setInt16(at + offset + LENGTH, used);
                }
                put(at, offset + used, behind - offset - used, name, number, type);
                seal(directory, at);
                return Outcome.DONE;
            }
            offset += length;
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
        Region memory = volume.memory();
        int wanted = (int) (found % blockBytes);
        int before = -1;
        int offset = 0;
        while (offset < wanted) {
            before = offset;
            offset += Math.max(NAME, memory.unsignedShort(at + offset + LENGTH));
        }
        if (offset != wanted) {
            return Outcome.DAMAGED;
        }
        if (before < 0) {
            memory.setInt32(at, 0);
        } else {
            memory.setInt16(at + before + LENGTH, memory.unsignedShort(at + before + LENGTH) + memory.unsignedShort(at + wanted + LENGTH));
        }
        seal(directory, at);
        return Outcome.DONE;
    }

    /** Has the entry that was found name something else. */
    Outcome replace(Transaction transaction, Inode directory, long found, long number, NodeType type) {
        int blockBytes = volume.superblock().blockBytes();
        long at = change(transaction, directory, found / blockBytes);
        if (at == ChunkCache.NOWHERE) {
            return failure;
        }
        volume.memory().setInt32(at + found % blockBytes, (int) number);
        volume.memory().setByte(at + found % blockBytes + TYPE, type(type));
        if (!directory.isIndexed() || found >= blockBytes) {
            seal(directory, at);
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
        int first = length(1);
        putDots(at, 0, first, directory.number(), 1);
        putDots(at, first, room() - first, parent, 2);
        seal(directory, at);
        return Outcome.DONE;
    }

    private void putDots(long at, int offset, int length, long number, int count) {
        Region memory = volume.memory();
        memory.setInt32(at + offset, (int) number);
        memory.setInt16(at + offset + LENGTH, length);
        memory.setByte(at + offset + NAME_BYTES, count);
        memory.setByte(at + offset + TYPE, type(NodeType.DIRECTORY));
        for (int i = 0; i < count; i++) {
            memory.setByte(at + offset + NAME + i, '.');
        }
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

    private void put(long at, int offset, int length, Text name, long number, NodeType type) {
        Region memory = volume.memory();
        memory.setInt32(at + offset, (int) number);
        memory.setInt16(at + offset + LENGTH, length);
        memory.setByte(at + offset + NAME_BYTES, name.length());
        memory.setByte(at + offset + TYPE, type(type));
        for (int i = 0; i < name.length(); i++) {
            memory.setByte(at + offset + NAME + i, name.byteAt(i));
        }
    }

    /** 0 where entries do not say of which type they name something. */
    private int type(NodeType type) {
        if (!volume.superblock().has(Feature.FILE_TYPE)) {
            return 0;
        }
        return switch (type) {
            case FILE -> 1;
            case DIRECTORY -> 2;
            case CHARACTER_DEVICE -> 3;
            case BLOCK_DEVICE -> 4;
            case PIPE -> 5;
            case SOCKET -> 6;
            case LINK -> 7;
        };
    }

    private static int length(int nameBytes) {
        return (NAME + nameBytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Bytes for entries in a block. */
    private int room() {
        return volume.superblock().blockBytes() - (volume.superblock().has(Feature.METADATA_CHECKSUMS) ? TAIL_BYTES : 0);
    }

    /** Makes the checksum of a block of entries right. */
    private void seal(Inode directory, long at) {
        if (!volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            return;
        }
        Region memory = volume.memory();
        long tail = at + room();
        memory.setInt32(tail, 0);
        memory.setInt16(tail + LENGTH, TAIL_BYTES);
        memory.setByte(tail + NAME_BYTES, 0);
        memory.setByte(tail + TYPE, TAIL_TYPE);
        memory.setInt32(tail + TAIL_SUM, Crc32c.add(directory.sumOfNumber(), memory, at, room()));
    }
}
