package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/**
 * Writes transactions to the journal ({@link JournalFile} has the format). One at a time: what is held in the cache is the transaction to come.
 *
 * <pre>
 * what is told                  before it is written, so that a loss of power at any time does no harm
 * "the journal counts"          nothing: it is empty
 * the log                       all data, so that no file is seen with what was in its blocks before
 * the commit block              the log, in which zeros are in its place
 * blocks in their places        the commit block
 * "the journal is empty"        the blocks
 * "the journal does not count"  that it is empty
 * </pre>
 */
final class Journal implements ChunkCache.Visitor {

    private static final int MOST_STAGED = 64;
    /** Blocks of a transaction: more than what operations change before they ask whether there is room, and what is given up. */
    private static final int LEAST_CAPACITY = 128;

    private final Volume volume;
    private final JournalFile file;
    private final JournalSuperblock head;
    private final JournalTags tags;
    /** Which blocks of the disk those in the spare memory are to be written to; how many there are; where a descriptor among them is. */
    private final long[] staged = new long[MOST_STAGED];
    private int stagedCount;
    private long descriptor;
    /** The number of the transaction to come, the journal's block that it begins at, and how many blocks are in use. */
    private int sequence;
    private long position;
    private long used;
    private boolean usable;
    private boolean active;
    private boolean broken;
    private Outcome failure = Outcome.DONE;

    Journal(Volume volume) {
        this.volume = volume;
        file = new JournalFile(volume);
        head = file.head();
        tags = new JournalTags(head);
    }

    /** Finds the journal, in which there is nothing to be replayed. One that cannot be written is none. */
    void open() {
        active = false;
        broken = false;
        usable = volume.superblock().journalInode() != 0 && file.open() == Outcome.DONE && head.start() == 0 && capacity() >= LEAST_CAPACITY;
        sequence = head.sequence();
    }

    /** Whether there is one that can be written. */
    boolean isUsable() {
        return usable && !broken;
    }

    /** Whether the disk says that it counts. */
    boolean isActive() {
        return active && !broken;
    }

    /** How many blocks a transaction can have. */
    long capacity() {
        return (head.length() - head.first()) / 4;
    }

    /** Has the disk say that the journal counts, if it does not yet. Before anything is changed. */
    Outcome activate() {
        if (active) {
            return Outcome.DONE;
        }
        Outcome outcome = volume.writeRecovery(true);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        head.prepare(volume.superblock().has(Feature.BITS_64), volume.superblock().has(Feature.METADATA_CHECKSUMS));
        position = head.first();
        used = 0;
        active = true;
        return Outcome.DONE;
    }

    /** Makes all that was changed survive a loss of power. After one that failed nothing can be changed any more: nobody knows how much of it is on the disk. */
    Outcome commit() {
        if (broken) {
            return Outcome.DEVICE_ERROR;
        }
        Outcome outcome = write();
        broken = outcome != Outcome.DONE;
        return outcome;
    }

    private Outcome write() {
        Outcome outcome = volume.applyFreed();
        if (outcome == Outcome.DONE && volume.cache().heldBlocks() > 0) {
            outcome = volume.holdSuperblock();
        }
        if (outcome == Outcome.DONE) {
            outcome = volume.writeAll();
        }
        if (outcome != Outcome.DONE || volume.cache().heldBlocks() == 0) {
            return outcome == Outcome.DONE ? volume.flush() : outcome;
        }
        outcome = writeLog();
        if (outcome == Outcome.DONE) {
            outcome = writeCommit();
        }
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        volume.cache().release();
        volume.freed().forget();
        sequence++;
        return used > (head.length() - head.first()) / 2 ? empty() : Outcome.DONE;
    }

    /** Writes everything where it belongs, and has the disk say that the journal does not count. All was committed. */
    Outcome close() {
        if (!active || broken) {
            return broken ? Outcome.DEVICE_ERROR : Outcome.DONE;
        }
        Outcome outcome = empty();
        if (outcome == Outcome.DONE) {
            active = false;
            outcome = volume.writeRecovery(false);
        }
        broken = outcome != Outcome.DONE;
        return outcome;
    }

    /** Writes everything where it belongs, and begins the journal anew. */
    private Outcome empty() {
        Outcome outcome = volume.writeAll();
        if (outcome == Outcome.DONE) {
            outcome = volume.flush();
        }
        if (outcome == Outcome.DONE) {
            outcome = file.writeHead(sequence, 0);
        }
        if (outcome == Outcome.DONE) {
            position = head.first();
            used = 0;
        }
        return outcome;
    }

    private Outcome writeLog() {
        Outcome outcome = used == 0 ? file.writeHead(sequence, position) : Outcome.DONE;
        stagedCount = 0;
        descriptor = ChunkCache.NOWHERE;
        failure = Outcome.DONE;
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (!stageRevocations() || !volume.cache().visitHeld(this) || !endDescriptor()) {
            return failure;
        }
        long zeros = stage();
        if (zeros == ChunkCache.NOWHERE) {
            return failure;
        }
        volume.clear(zeros);
        outcome = writeStaged();
        return outcome == Outcome.DONE ? volume.flush() : outcome;
    }

    /** Which blocks are not to be replayed any more, in as many blocks as that takes. */
    private boolean stageRevocations() {
        Freed freed = volume.freed();
        Region memory = volume.memory();
        int blockBytes = volume.superblock().blockBytes();
        int bytes = head.hasLongNumbers() ? Long.BYTES : Integer.BYTES;
        int most = (blockBytes - JournalFile.REVOKED - Integer.BYTES) / bytes;
        for (int from = 0; from < freed.revocations(); from += most) {
            long at = stage();
            if (at == ChunkCache.NOWHERE) {
                return false;
            }
            int count = Math.min(most, freed.revocations() - from);
            volume.clear(at);
            begin(at, JournalFile.REVOCATIONS);
            memory.setInt32(at + JournalFile.REVOKED_BYTES, Integer.reverseBytes(JournalFile.REVOKED + count * bytes));
            for (int i = 0; i < count; i++) {
                long number = freed.revoked(from + i);
                long entry = at + JournalFile.REVOKED + (long) i * bytes;
                if (head.hasLongNumbers()) {
                    memory.setInt32(entry, Integer.reverseBytes((int) (number >>> Integer.SIZE)));
                }
                memory.setInt32(entry + bytes - Integer.BYTES, Integer.reverseBytes((int) number));
            }
            file.seal(at);
        }
        return true;
    }

    /** A block that is held becomes part of the log. */
    @Override
    public boolean visit(long block, long offset) {
        if (descriptor != ChunkCache.NOWHERE && (!tags.hasRoom() || stagedCount == mostStaged()) && !endDescriptor()) {
            return false;
        }
        if (descriptor == ChunkCache.NOWHERE && !beginDescriptor()) {
            return false;
        }
        long copy = stage();
        if (copy == ChunkCache.NOWHERE) {
            return false;
        }
        Region memory = volume.memory();
        volume.copy(offset, copy);
        boolean escaped = JournalSuperblock.big(memory, copy) == JournalSuperblock.MAGIC;
        if (escaped) {
            memory.setInt32(copy, 0);
        }
        tags.append(memory, block, escaped, file.sumOfCopy(sequence, copy));
        return true;
    }

    private boolean beginDescriptor() {
        failure = writeStaged();
        descriptor = failure == Outcome.DONE ? stage() : ChunkCache.NOWHERE;
        if (descriptor == ChunkCache.NOWHERE) {
            return false;
        }
        volume.clear(descriptor);
        begin(descriptor, JournalFile.DESCRIPTOR);
        tags.begin(descriptor, volume.superblock().blockBytes());
        return true;
    }

    private boolean endDescriptor() {
        tags.end(volume.memory());
        file.seal(descriptor);
        descriptor = ChunkCache.NOWHERE;
        failure = writeStaged();
        return failure == Outcome.DONE;
    }

    /** The commit block is a sector; what is behind it are the zeros that are there. */
    private Outcome writeCommit() {
        long at = volume.cache().spare();
        volume.clear(at);
        begin(at, JournalFile.COMMIT);
        file.seal(at);
        return volume.writeFirstSectorThrough(staged[0], at);
    }

    private void begin(long at, int type) {
        Region memory = volume.memory();
        memory.setInt32(at, Integer.reverseBytes(JournalSuperblock.MAGIC));
        memory.setInt32(at + JournalFile.TYPE, Integer.reverseBytes(type));
        memory.setInt32(at + JournalFile.SEQUENCE, Integer.reverseBytes(sequence));
    }

    private int mostStaged() {
        return Math.min(MOST_STAGED, ChunkCache.CHUNK_BYTES / volume.superblock().blockBytes());
    }

    /** Where the journal's next block is prepared; {@link ChunkCache#NOWHERE} if there is none. */
    private long stage() {
        if (stagedCount == mostStaged()) {
            failure = writeStaged();
            if (failure != Outcome.DONE) {
                return ChunkCache.NOWHERE;
            }
        }
        failure = used < head.length() - head.first() ? file.locate(position) : Outcome.NO_SPACE;
        if (failure != Outcome.DONE) {
            return ChunkCache.NOWHERE;
        }
        staged[stagedCount] = file.place();
        position = head.next(position);
        used++;
        return volume.cache().spare() + (long) stagedCount++ * volume.superblock().blockBytes();
    }

    /** Writes what was prepared, blocks in a row together. The last one's place stays known as the first. */
    private Outcome writeStaged() {
        int from = 0;
        while (from < stagedCount) {
            int to = from + 1;
            while (to < stagedCount && staged[to] == staged[to - 1] + 1) {
                to++;
            }
            Outcome outcome = volume.write(staged[from], to - from, volume.cache().spare() + (long) from * volume.superblock().blockBytes());
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            from = to;
        }
        if (stagedCount > 0) {
            staged[0] = staged[stagedCount - 1];
        }
        stagedCount = 0;
        return Outcome.DONE;
    }
}
