package peaberry.files.ext4;

/**
 * Which blocks the journal says are not to be replayed, and up to which transaction. There may be more than there is room for: then they are dealt with in several
 * shares, of which each has its own blocks.
 */
final class Revocations {

    private static final int ROOM = 4096;
    /** Of the room, what may be in use. */
    private static final int MOST = ROOM / 2;
    /** A prime, so that blocks in a row come to different places. */
    private static final long SPREAD = 2_654_435_761L;
    private static final long FREE = -1;

    private final long[] blocks = new long[ROOM];
    private final int[] sequences = new int[ROOM];
    private long shares;
    private long share;
    private int used;

    /** Begins with a share. @param all how many revocations there are at most */
    void begin(long all, long number) {
        shares = shares(all);
        share = number;
        used = 0;
        for (int i = 0; i < ROOM; i++) {
            blocks[i] = FREE;
        }
    }

    /** How many shares make so many revocations. */
    static long shares(long all) {
        return all / (MOST / 2) + 1;
    }

    /** Whether a block is in this share. */
    boolean covers(long block) {
        return (block * SPREAD >>> Integer.SIZE) % shares == share;
    }

    /** Notes that what transactions up to this one wrote to a block is not to be replayed. @return whether there was room */
    boolean add(long block, int sequence) {
        int place = place(block);
        if (blocks[place] == FREE) {
            if (used == MOST) {
                return false;
            }
            used++;
            blocks[place] = block;
            sequences[place] = sequence;
        } else if (sequence - sequences[place] > 0) {
            sequences[place] = sequence;
        }
        return true;
    }

    /** Whether what a transaction wrote to a block is not to be replayed. */
    boolean isRevoked(long block, int sequence) {
        int place = place(block);
        return blocks[place] == block && sequence - sequences[place] <= 0;
    }

    /** Where a block is, or would be. */
    private int place(long block) {
        int place = (int) (block * SPREAD >>> 7 & ROOM - 1);
        while (blocks[place] != FREE && blocks[place] != block) {
            place = place + 1 & ROOM - 1;
        }
        return place;
    }
}
