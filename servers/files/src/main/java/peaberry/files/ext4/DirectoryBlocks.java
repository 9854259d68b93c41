package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/** Blocks of directories that an operation changes. */
final class DirectoryBlocks {

    private final Volume volume;
    private final BlockMap map;
    private final BlockAllocator allocator;
    private final ExtentWriter extents;
    private Outcome outcome = Outcome.DONE;

    DirectoryBlocks(Volume volume, BlockAllocator allocator, ExtentWriter extents) {
        this.volume = volume;
        map = new BlockMap(volume);
        this.allocator = allocator;
        this.extents = extents;
    }

    /** Where a block is in memory until the operation ends; {@link ChunkCache#NOWHERE} if it cannot be had: {@link #outcome} says why. */
    long change(Transaction transaction, Inode directory, long index) {
        if (map.locate(directory, index) == ChunkCache.NOWHERE) {
            outcome = map.outcome();
            return ChunkCache.NOWHERE;
        }
        long at = transaction.change(map.block());
        outcome = at == ChunkCache.NOWHERE ? volume.trouble() : Outcome.DONE;
        return at;
    }

    /** The same of one block more, which is all zeros. */
    long append(Transaction transaction, Inode directory) {
        int blockBytes = volume.superblock().blockBytes();
        if (!directory.hasExtents()) {
            outcome = Outcome.READ_ONLY;
            return ChunkCache.NOWHERE;
        }
        long index = count(directory);
        outcome = allocator.allocate(transaction, allocator.goal(map, directory, index), 1);
        if (outcome != Outcome.DONE) {
            return ChunkCache.NOWHERE;
        }
        long block = allocator.first();
        outcome = extents.add(transaction, directory, index, block, 1);
        if (outcome != Outcome.DONE) {
            return ChunkCache.NOWHERE;
        }
        directory.addBlocks(1);
        directory.setSize(directory.size() + blockBytes);
        long at = transaction.create(block);
        outcome = at == ChunkCache.NOWHERE ? volume.trouble() : Outcome.DONE;
        return at;
    }

    /** How many there are. */
    long count(Inode directory) {
        return directory.size() / volume.superblock().blockBytes();
    }

    /** Why the last one could not be had. */
    Outcome outcome() {
        return outcome;
    }
}
