package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/** Where the blocks of a file are. */
final class BlockMap {

    /** In place of a block: nothing was ever written there, and zeros are read. */
    static final long HOLE = 0;

    private final Volume volume;
    private final ExtentTree extents;
    private final BlockTable table;
    private long block;
    private long run;
    private boolean unwritten;
    private Outcome outcome = Outcome.DONE;

    BlockMap(Volume volume) {
        this.volume = volume;
        extents = new ExtentTree(volume);
        table = new BlockTable(volume);
    }

    /** Finds the {@link #block()} that a file has at a place. @param index 0 or more */
    Outcome find(Inode inode, long index) {
        if (inode.hasExtents()) {
            Outcome found = extents.find(inode, index);
            block = extents.block();
            run = extents.run();
            unwritten = extents.isUnwritten();
            return found;
        }
        Outcome found = table.find(inode, index);
        block = table.block();
        run = 1;
        unwritten = false;
        return found;
    }

    /**
     * Finds a block of a file that has no holes, as a directory or the journal, and what is in it.
     *
     * @return where it is in memory; {@link ChunkCache#NOWHERE} if it cannot be had: {@link #outcome} says why
     */
    long locate(Inode inode, long index) {
        outcome = find(inode, index);
        if (outcome == Outcome.DONE && block == HOLE) {
            outcome = Outcome.DAMAGED;
        }
        long at = outcome == Outcome.DONE ? volume.find(block) : ChunkCache.NOWHERE;
        if (outcome == Outcome.DONE && at == ChunkCache.NOWHERE) {
            outcome = volume.trouble();
        }
        return at;
    }

    /** How the last {@link #locate} ended. */
    Outcome outcome() {
        return outcome;
    }

    /** Its number, or {@link #HOLE}; any number. */
    long block() {
        return block;
    }

    /** Whether the file has a block there though it is a hole: nothing was ever written to it. */
    boolean isUnwritten() {
        return unwritten;
    }

    /** The block that {@link #isUnwritten}. */
    long unwritten() {
        return extents.unwritten();
    }

    /** How many blocks from this one on follow each other on the disk, or are all holes: at least 1. */
    long run() {
        return run;
    }
}
