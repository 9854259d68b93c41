package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;

/**
 * Blocks that operations gave up since the last commit. They are marked as free when the next one begins, and not before: whoever got one of them until then would write
 * into what a loss of power brings back. Those that described files are revoked in the journal as well, so that no older copy of them is replayed into what they are by then.
 */
final class Freed {

    /** So many runs, and revoked blocks, there can be; operations leave {@link #SPARE} of them free for the next one. */
    private static final int MOST = 1024;
    private static final int SPARE = 160;
    /** With so many groups a commit is needed; so many more an operation may add. */
    private static final int MANY_GROUPS = 8;
    private static final int MOST_GROUPS = 2 * MANY_GROUPS + 8;

    private final Superblock superblock;
    private final long[] firsts = new long[MOST];
    private final int[] counts = new int[MOST];
    private final long[] revoked = new long[MOST];
    /** Groups that something was given up in. */
    private final long[] groups = new long[MOST_GROUPS];
    private int groupCount;
    private int runs;
    private int revocations;
    private int runsBefore;
    private int revocationsBefore;

    Freed(Superblock superblock) {
        this.superblock = superblock;
    }

    /** An operation begins. */
    void begin() {
        runsBefore = runs;
        revocationsBefore = revocations;
    }

    /** What the operation gave up it did not. */
    void undo() {
        runs = runsBefore;
        revocations = revocationsBefore;
    }

    /** Whether a commit is needed before the next operation. */
    boolean isFull() {
        return runs > MOST - SPARE || revocations > MOST - SPARE || groupCount >= MANY_GROUPS;
    }

    /** Whether an operation has to leave the rest for the next one. */
    boolean isCrowded() {
        return groupCount >= 2 * MANY_GROUPS;
    }

    /** Something in a group is given up: its bitmap will have to be changed. */
    private void touch(long group) {
        for (int i = 0; i < groupCount; i++) {
            if (groups[i] == group) {
                return;
            }
        }
        if (groupCount < MOST_GROUPS) {
            groups[groupCount++] = group;
        }
    }

    boolean isEmpty() {
        return runs == 0;
    }

    /** Notes blocks with contents of files, which are in one group. */
    void add(long first, int count) {
        touch(superblock.group(first));
        if (runs > 0 && firsts[runs - 1] + counts[runs - 1] == first && runs > runsBefore) {
            counts[runs - 1] += count;
            return;
        }
        firsts[runs] = first;
        counts[runs] = count;
        runs++;
    }

    /** Notes a block that described files. */
    void revoke(long block) {
        add(block, 1);
        revoked[revocations++] = block;
    }

    /** Marks all blocks as free, as part of the transaction that is about to be committed. */
    Outcome apply(Transaction transaction, BlockAllocator allocator) {
        Outcome outcome = Outcome.DONE;
        while (runs > 0 && outcome == Outcome.DONE) {
            outcome = allocator.free(transaction, firsts[runs - 1], counts[runs - 1]);
            runs -= outcome == Outcome.DONE ? 1 : 0;
        }
        return outcome;
    }

    /** The first of the runs of blocks that the operation gave up. */
    int firstRun() {
        return runsBefore;
    }

    int runs() {
        return runs;
    }

    /** The first block of a run. */
    long first(int run) {
        return firsts[run];
    }

    /** How many blocks a run has. */
    int count(int run) {
        return counts[run];
    }

    int revocations() {
        return revocations;
    }

    /** One of the blocks that are revoked. */
    long revoked(int index) {
        return revoked[index];
    }

    /** The transaction is committed. */
    void forget() {
        runs = 0;
        revocations = 0;
        groupCount = 0;
        begin();
    }
}
