package peaberry.files.ext4;

import static peaberry.files.ext4.JournalSuperblock.big;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/**
 * Does what transactions in the journal ({@link JournalFile}) say that were committed before the power went, and what nobody knows to have been done.
 *
 * <p>The transactions that count are those from the first on without a gap up to the last that has a commit. To do it twice does no harm, so it may be
 * interrupted at any time: the journal is emptied when everything is written.
 */
final class JournalReplay {

    /** What is done along the way. */
    private enum Pass { COUNT, REVOKE, WRITE }

    private final Volume volume;
    private final JournalFile file;
    private final JournalSuperblock journal;
    private final JournalTags tags;
    private final Revocations revocations = new Revocations();
    /** Behind the last transaction that counts; and how many revocations there are. */
    private int end;
    private long revoked;
    /** The block behind those of the descriptor that was taken last. */
    private long behind;

    JournalReplay(Volume volume) {
        this.volume = volume;
        file = new JournalFile(volume);
        journal = file.head();
        tags = new JournalTags(journal);
    }

    /** Replays the journal, and empties it. What is in the cache is not what is on the disk after that. {@link Outcome#UNKNOWN_FORMAT} if it cannot be replayed here. */
    Outcome run() {
        Outcome outcome = file.open();
        if (outcome == Outcome.DONE) {
            outcome = writeAll();
        }
        return outcome == Outcome.DONE ? empty() : outcome;
    }

    private Outcome writeAll() {
        end = journal.sequence();
        revoked = 0;
        Outcome outcome = go(Pass.COUNT);
        if (outcome == Outcome.DONE) {
            outcome = volume.flush(); // if it was the server that died, a commit block that is read may not survive a loss of power yet
        }
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
        return outcome == Outcome.DONE ? file.writeHead(end + 1, 0) : outcome;
    }

    /** Goes along the transactions that count; with {@link Pass#COUNT} finds out which these are. */
    private Outcome go(Pass pass) {
        int sequence = journal.sequence();
        long block = journal.start();
        for (long steps = 0; block != 0 && steps < journal.length() && (pass == Pass.COUNT || sequence != end); steps++) {
            long at = file.find(block);
            if (at == ChunkCache.NOWHERE) {
                return file.outcome();
            }
            Region memory = volume.memory();
            if (big(memory, at) != JournalSuperblock.MAGIC || big(memory, at + JournalFile.SEQUENCE) != sequence || !file.isSumRight(at)) {
                return Outcome.DONE;
            }
            switch (big(memory, at + JournalFile.TYPE)) {
                case JournalFile.DESCRIPTOR -> {
                    Outcome outcome = takeDescriptor(pass, block, sequence);
                    if (outcome != Outcome.DONE) {
                        return outcome;
                    }
                    block = behind;
                }
                case JournalFile.COMMIT -> {
                    sequence++;
                    end = pass == Pass.COUNT ? sequence : end;
                    block = journal.next(block);
                }
                case JournalFile.REVOCATIONS -> {
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
        tags.begin(file.find(descriptor), blockBytes);
        while (tags.advance(volume.memory())) {
            long data = behind;
            behind = journal.next(behind);
            if (pass == Pass.WRITE && revocations.covers(tags.block()) && !revocations.isRevoked(tags.block(), sequence)) {
                Outcome outcome = write(data, sequence);
                if (outcome != Outcome.DONE) {
                    return outcome;
                }
                // The descriptor may have made room for the block.
                tags.moveTo(file.find(descriptor));
            }
        }
        return Outcome.DONE;
    }

    private Outcome write(long data, int sequence) {
        long at = file.find(data);
        if (at == ChunkCache.NOWHERE) {
            return file.outcome();
        }
        Region memory = volume.memory();
        if (journal.hasChecksums() && !tags.hasSum(file.sumOfCopy(sequence, at))) {
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
        long used = big(memory, at + JournalFile.REVOKED_BYTES) & 0xFFFF_FFFFL;
        if (used > volume.superblock().blockBytes()) {
            return false;
        }
        for (long offset = JournalFile.REVOKED; offset + bytes <= used; offset += bytes) {
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
}
