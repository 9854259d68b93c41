package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;

/** Where the blocks of a file are. */
final class BlockMap {

    /** In place of a block: nothing was ever written there, and zeros are read. */
    static final long HOLE = 0;

    private final ExtentTree extents;
    private final BlockTable table;
    private long block;
    private long run;
    private boolean reserved;

    BlockMap(Volume volume) {
        extents = new ExtentTree(volume);
        table = new BlockTable(volume);
    }

    /** Finds the {@link #block()} that a file has at a place. @param index 0 or more */
    Outcome find(Inode inode, long index) {
        if (inode.hasExtents()) {
            Outcome outcome = extents.find(inode, index);
            block = extents.block();
            run = extents.run();
            reserved = extents.isReserved();
            return outcome;
        }
        Outcome outcome = table.find(inode, index);
        block = table.block();
        run = 1;
        reserved = false;
        return outcome;
    }

    /** Its number, or {@link #HOLE}; any number. */
    long block() {
        return block;
    }

    /** Whether the file has a block there though it is a hole: nothing was ever written to it. */
    boolean isReserved() {
        return reserved;
    }

    /** How many blocks from this one on follow each other on the disk, or are all holes: at least 1. */
    long run() {
        return run;
    }
}
