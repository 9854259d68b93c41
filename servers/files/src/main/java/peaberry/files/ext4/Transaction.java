package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/**
 * Operations that change what describes the files, each as a whole or not at all. What an operation changes stays in memory until it is committed with all others
 * before it; what it changed before it failed is put back.
 */
final class Transaction {

    /** The most blocks that one operation changes: copies of them are kept meanwhile. */
    private static final int MOST_BLOCKS = 2 * ChunkCache.CHUNK_BYTES / 4096;
    /** What an operation may need besides those that are held; and how many may be in use together in any case. */
    private static final int LEFT_CHUNKS = 12;
    private static final int MIN_CHUNKS = 16;
    /** With fewer free blocks, those that were given up are waited for. */
    private static final int SCARCE = 512;

    private final Volume volume;
    private final Journal journal;
    private final long[] blocks = new long[MOST_BLOCKS];
    /** Whether a block was to be written already, and whether it was held. */
    private final boolean[] changed = new boolean[MOST_BLOCKS];
    private final boolean[] held = new boolean[MOST_BLOCKS];
    private int count;
    private long operations;
    private long freeBlocks;
    private long freeInodes;
    private long lastOrphan;

    Transaction(Volume volume, Journal journal) {
        this.volume = volume;
        this.journal = journal;
    }

    /** Begins an operation. @return {@link Outcome#READ_ONLY} if nothing can be changed */
    Outcome begin() {
        if (!volume.isWritable()) {
            return Outcome.READ_ONLY;
        }
        Outcome outcome = volume.countFree();
        if (outcome == Outcome.DONE && isFull()) {
            outcome = journal.commit();
        }
        if (outcome == Outcome.DONE) {
            outcome = journal.activate();
        }
        count = 0;
        operations++;
        freeBlocks = volume.superblock().freeBlocks();
        freeInodes = volume.superblock().freeInodes();
        lastOrphan = volume.superblock().lastOrphan();
        volume.freed().begin();
        return outcome;
    }

    private boolean isFull() {
        boolean isScarce = volume.superblock().freeBlocks() < SCARCE && !volume.freed().isEmpty();
        return isScarce || volume.freed().isFull() || volume.cache().heldBlocks() + MOST_BLOCKS > journal.capacity()
                || volume.cache().heldChunks() + LEFT_CHUNKS > Math.max(volume.cache().places() / 2, MIN_CHUNKS);
    }

    /** How many operations have begun. */
    long operations() {
        return operations;
    }

    /** What was changed until now stays, whatever becomes of the rest: a commit is being made. */
    void keep() {
        count = 0;
    }

    /** Where a block is in memory that the operation changes from now on; {@link ChunkCache#NOWHERE} if it cannot be had. */
    long change(long block) {
        long at = volume.find(block);
        return at == ChunkCache.NOWHERE || isAmong(block) || copyBefore(block, at) ? at : ChunkCache.NOWHERE;
    }

    /** The same of a block that nothing was in: it is all zeros. */
    long create(long block) {
        long at = volume.cache().claim(block);
        if (at == ChunkCache.NOWHERE || !isAmong(block) && !copyBefore(block, at)) {
            return ChunkCache.NOWHERE;
        }
        volume.clear(at);
        return at;
    }

    private boolean isAmong(long block) {
        for (int i = 0; i < count; i++) {
            if (blocks[i] == block) {
                return true;
            }
        }
        return false;
    }

    private boolean copyBefore(long block, long at) {
        if (count == MOST_BLOCKS) {
            volume.setTooMuch();
            return false;
        }
        blocks[count] = block;
        changed[count] = volume.cache().isChanged(block);
        held[count] = volume.cache().isHeld(block);
        volume.copy(at, place(count));
        count++;
        volume.cache().hold(block);
        return true;
    }

    /** Puts back what the operation changed. */
    private void undo() {
        volume.superblock().setFree(freeBlocks, freeInodes);
        volume.superblock().setLastOrphan(lastOrphan);
        volume.freed().undo();
        while (count > 0) {
            count--;
            volume.copy(place(count), volume.find(blocks[count]));
            if (!held[count]) {
                volume.cache().letGo(blocks[count], changed[count]);
            }
        }
    }

    /** Ends an operation. @param outcome of all of it; what it changed is put back if that is not well */
    Outcome end(Outcome outcome) {
        if (outcome == Outcome.DONE) {
            volume.forgetFreed();
        } else {
            undo();
        }
        count = 0;
        return outcome;
    }

    private long place(int index) {
        return volume.cache().copies() + (long) index * volume.superblock().blockBytes();
    }
}
