package peaberry.files.ext4;

import static peaberry.files.ext4.JournalSuperblock.big;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/**
 * Does what transactions in the journal say that were committed before the power went, and what nobody knows to have been done. Linux,
 * Documentation/filesystems/ext4/journal.rst.
 *
 * <pre>
 * each block       u32 magic, u32 type, u32 transaction; all big-endian
 * 1, descriptor    what the blocks behind it are ({@link JournalTags})
 * 2, commit        the transaction counts from here on; at 16 its checksum
 * 5, revocations   u32 bytes in use; from 16 on numbers of blocks that earlier transactions, and this one, are not to write
 * </pre>
 *
 * <p>The transactions that count are those from the first on without a gap up to the last that has a commit. To do it twice does no harm, so it may be
 * interrupted at any time: the journal is emptied when everything is written.
 */
final class JournalReplay {

    private static final int TYPE = 4;
    private static final int SEQUENCE = 8;
    private static final int DESCRIPTOR = 1;
    private static final int COMMIT = 2;
    private static final int REVOCATIONS = 5;
    private static final int COMMIT_SUM = 16;
    private static final int REVOKED_BYTES = 12;
    private static final int REVOKED = 16;

    /** What is done along the way. */
    private enum Pass { COUNT, REVOKE, WRITE }

    private final Volume volume;
    private final Inode inode;
    private final BlockMap map;
    private final JournalSuperblock journal = new JournalSuperblock();
    private final JournalTags tags = new JournalTags(journal);
    private final Revocations revocations = new Revocations();
    /** Behind the last transaction that counts; and how many revocations there are. */
    private int end;
    private long revoked;
    /** The block behind those of the descriptor that was taken last. */
    private long behind;

    JournalReplay(Volume volume) {
        this.volume = volume;
        inode = new Inode(volume);
        map = new BlockMap(volume);
    }

    /** Replays the journal, and empties it. What is in the cache is not what is on the disk after that. {@link Outcome#UNKNOWN_FORMAT} if it cannot be replayed here. */
    Outcome run() {
        Outcome outcome = inode.read(volume.superblock().journalInode());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long at = find(0);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        int blockBytes = volume.superblock().blockBytes();
        if (!journal.read(volume.memory(), at, blockBytes, inode.size() / blockBytes)) {
            return Outcome.UNKNOWN_FORMAT;
        }
        outcome = writeAll();
        return outcome == Outcome.DONE ? empty() : outcome;
    }

    private Outcome writeAll() {
        end = journal.sequence();
        revoked = 0;
        Outcome outcome = go(Pass.COUNT);
        for (long share = 0; share < Revocations.shares(revoked) && outcome == Outcome.DONE; share++) {
            revocations.begin(revoked, share);
            outcome = go(Pass.REVOKE);
            if (outcome == Outcome.DONE) {
                outcome = go(Pass.WRITE);
            }
        }
        return outcome;
    }

    /** The number behind that of a transaction that was begun is skipped: what is left of it is there. */
    private Outcome empty() {
        Outcome outcome = volume.flush();
        long at = find(0);
        if (outcome != Outcome.DONE || at == ChunkCache.NOWHERE) {
            return outcome != Outcome.DONE ? outcome : volume.trouble();
        }
        journal.clear(volume.memory(), at, end + 1);
        outcome = volume.write(map.block(), at);
        return outcome == Outcome.DONE ? volume.flush() : outcome;
    }

    /** Goes along the transactions that count; with {@link Pass#COUNT} finds out which these are. */
    private Outcome go(Pass pass) {
        int sequence = journal.sequence();
        long block = journal.start();
        for (long steps = 0; block != 0 && steps < journal.length() && (pass == Pass.COUNT || sequence != end); steps++) {
            long at = find(block);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            Region memory = volume.memory();
            if (big(memory, at) != JournalSuperblock.MAGIC || big(memory, at + SEQUENCE) != sequence || !isSumRight(memory, at)) {
                return Outcome.DONE;
            }
            switch (big(memory, at + TYPE)) {
                case DESCRIPTOR -> {
                    Outcome outcome = takeDescriptor(pass, block, sequence);
                    if (outcome != Outcome.DONE) {
                        return outcome;
                    }
                    block = behind;
                }
                case COMMIT -> {
                    sequence++;
                    end = pass == Pass.COUNT ? sequence : end;
                    block = journal.next(block);
                }
                case REVOCATIONS -> {
                    if (!takeRevocations(pass, memory, at, sequence)) {
                        return Outcome.DAMAGED;
                    }
                    block = journal.next(block);
                }
                default -> {
                    return Outcome.DONE;
                }
            }
        }
        return Outcome.DONE;
    }

    private Outcome takeDescriptor(Pass pass, long descriptor, int sequence) {
        int blockBytes = volume.superblock().blockBytes();
        behind = journal.next(descriptor);
        tags.begin(find(descriptor), blockBytes);
        while (tags.advance(volume.memory())) {
            long data = behind;
            behind = journal.next(behind);
            if (pass == Pass.WRITE && revocations.covers(tags.block()) && !revocations.isRevoked(tags.block(), sequence)) {
                Outcome outcome = write(data, sequence);
                if (outcome != Outcome.DONE) {
                    return outcome;
                }
                // The descriptor may have made room for the block.
                tags.moveTo(find(descriptor));
            }
        }
        return Outcome.DONE;
    }

    private Outcome write(long data, int sequence) {
        long at = find(data);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        Region memory = volume.memory();
        int sum = Crc32c.add(Crc32c.addInt(journal.seed(), Integer.reverseBytes(sequence)), memory, at, volume.superblock().blockBytes());
        if (journal.hasChecksums() && !tags.hasSum(sum)) {
            return Outcome.DAMAGED;
        }
        if (tags.isEscaped()) {
            memory.setInt32(at, Integer.reverseBytes(JournalSuperblock.MAGIC));
        }
        Outcome outcome = volume.write(tags.block(), at);
        if (tags.isEscaped()) {
            memory.setInt32(at, 0);
        }
        return outcome;
    }

    private boolean takeRevocations(Pass pass, Region memory, long at, int sequence) {
        int bytes = journal.hasLongNumbers() ? Long.BYTES : Integer.BYTES;
        long used = big(memory, at + REVOKED_BYTES) & 0xFFFF_FFFFL;
        if (used > volume.superblock().blockBytes()) {
            return false;
        }
        for (long offset = REVOKED; offset + bytes <= used; offset += bytes) {
            long number = big(memory, at + offset) & 0xFFFF_FFFFL;
            if (journal.hasLongNumbers()) {
                number = number << Integer.SIZE | big(memory, at + offset + Integer.BYTES) & 0xFFFF_FFFFL;
            }
            if (pass == Pass.COUNT) {
                revoked++;
            } else if (pass == Pass.REVOKE && revocations.covers(number) && !revocations.add(number, sequence)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a block of the journal that is none of the file system's is as it was written. */
    private boolean isSumRight(Region memory, long at) {
        if (!journal.hasChecksums()) {
            return true;
        }
        int blockBytes = volume.superblock().blockBytes();
        int position = big(memory, at + TYPE) == COMMIT ? COMMIT_SUM : blockBytes - Integer.BYTES;
        int sum = Crc32c.addZeros(Crc32c.add(journal.seed(), memory, at, position), Integer.BYTES);
        sum = Crc32c.add(sum, memory, at + position + Integer.BYTES, (long) blockBytes - position - Integer.BYTES);
        return sum == big(memory, at + position);
    }

    /** Where a block of the journal is in memory. */
    private long find(long block) {
        volume.begin();
        if (map.find(inode, block) != Outcome.DONE || map.block() == BlockMap.HOLE) {
            return ChunkCache.NOWHERE;
        }
        return volume.find(map.block());
    }
}
