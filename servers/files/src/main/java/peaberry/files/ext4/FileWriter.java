package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/** Changes what is in a file, and gives it blocks where it has none. Contents are on the disk before the commit of what says where they are. */
final class FileWriter {

    private final Volume volume;
    private final BlockMap map;
    private final BlockAllocator allocator;
    private final ExtentWriter extents;
    /** Blocks that the file was given just now, or that were unwritten until now. */
    private long fresh;
    private int freshCount;
    private long unfilled;
    private int allocations;
    private int bytes;

    FileWriter(Volume volume, BlockAllocator allocator, ExtentWriter extents) {
        this.volume = volume;
        map = new BlockMap(volume);
        this.allocator = allocator;
        this.extents = extents;
    }

    /**
     * Writes the first bytes of a range, as part of an operation. Of what was in the file before nothing is lost if the source fails.
     *
     * @param most how long the range is, at least 1
     * @param done how much was got from the source before
     */
    Outcome write(Transaction transaction, Inode inode, long position, int most, Changes.Source source, long done) {
        int blockBytes = volume.superblock().blockBytes();
        long index = position / blockBytes;
        long within = position % blockBytes;
        volume.begin();
        Outcome outcome = map.find(inode, index);
        boolean isHole = outcome == Outcome.DONE && map.block() == BlockMap.HOLE;
        if (isHole && !inode.hasExtents()) {
            outcome = Outcome.READ_ONLY;
        } else if (isHole) {
            int wanted = (int) Math.min((within + most + blockBytes - 1) / blockBytes, map.run());
            outcome = map.isUnwritten() ? convert(transaction, inode, index, wanted) : extend(transaction, inode, index, wanted);
        }
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long block = isHole ? fresh : map.block();
        boolean isFresh = block >= fresh && block < fresh + freshCount;
        long run = isFresh ? fresh + freshCount - block : map.run();
        bytes = (int) Math.min(most, Math.min(run * blockBytes - within, ChunkCache.CHUNK_BYTES));
        return isFresh ? fill(block, within, source, done) : overwrite(block, within, source, done);
    }

    /** An operation begins: no block is fresh. */
    void begin() {
        freshCount = 0;
        unfilled = 0;
        allocations = 0;
    }

    /** How often the file's tree of extents was added to in this operation. */
    int allocations() {
        return allocations;
    }

    /** Whether the file was given blocks that nothing was put into yet: an operation must not end before that. */
    boolean hasUnfilled() {
        return unfilled > 0;
    }

    /** Fills blocks in which nothing was, as far as they are in one chunk. */
    private Outcome fill(long first, long within, Changes.Source source, long done) {
        int blockBytes = volume.superblock().blockBytes();
        long blocksInChunk = ChunkCache.CHUNK_BYTES / blockBytes;
        long blocks = Math.min((within + bytes + blockBytes - 1) / blockBytes, blocksInChunk - first % blocksInChunk);
        long start = volume.cache().claim(first);
        if (start == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        for (long block = first; block < first + blocks; block++) {
            volume.cache().claim(block);
            volume.cache().change(block);
        }
        bytes = (int) Math.min(bytes, blocks * blockBytes - within);
        volume.memory().clear(start, within);
        volume.memory().clear(start + within + bytes, blocks * blockBytes - within - bytes);
        unfilled = fresh + freshCount - first - blocks;
        return source.get(volume.memory(), start + within, bytes, done) ? Outcome.DONE : Outcome.BAD_WINDOW;
    }

    /** Writes over what is there, by way of memory of our own: only what is there as a whole is put into the file. */
    private Outcome overwrite(long first, long within, Changes.Source source, long done) {
        long from = volume.cache().spare();
        if (!source.get(volume.memory(), from, bytes, done)) {
            return Outcome.BAD_WINDOW;
        }
        return put(first, within, from, bytes);
    }

    private Outcome put(long first, long within, long from, int count) {
        int blockBytes = volume.superblock().blockBytes();
        int put = 0;
        for (long block = first; put < count; block++) {
            long skipped = block == first ? within : 0;
            int some = (int) Math.min(count - put, blockBytes - skipped);
            long at = some == blockBytes ? volume.cache().claim(block) : volume.find(block);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            volume.cache().change(block);
            volume.memory().copy(from + put, at + skipped, some);
            put += some;
        }
        return Outcome.DONE;
    }

    /** Gives the file blocks in a row, up to as many as are wanted: something is put into each of them in this operation. */
    private Outcome extend(Transaction transaction, Inode inode, long index, int wanted) {
        allocations++;
        Outcome outcome = allocator.allocate(transaction, allocator.goal(map, inode, index), wanted);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        fresh = allocator.first();
        freshCount = allocator.count();
        unfilled = freshCount;
        inode.addBlocks(freshCount);
        return extents.add(transaction, inode, index, fresh, freshCount);
    }

    /** The same with blocks of an unwritten extent. */
    private Outcome convert(Transaction transaction, Inode inode, long index, int wanted) {
        allocations += 2;
        fresh = map.unwritten();
        freshCount = wanted;
        unfilled = freshCount;
        return extents.convert(transaction, inode, index, fresh, freshCount);
    }

    /** Fills the rest of the block with zeros that the file ends in, before something is written behind it. */
    Outcome clearEnd(Inode inode) {
        int blockBytes = volume.superblock().blockBytes();
        long within = inode.size() % blockBytes;
        if (within == 0) {
            return Outcome.DONE;
        }
        Outcome outcome = map.find(inode, inode.size() / blockBytes);
        if (outcome != Outcome.DONE || map.block() == BlockMap.HOLE) {
            return outcome;
        }
        long at = volume.find(map.block());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        volume.memory().clear(at + within, blockBytes - within);
        volume.cache().change(map.block());
        return Outcome.DONE;
    }

    /** How many bytes were written: at least 1. */
    int bytes() {
        return bytes;
    }
}
