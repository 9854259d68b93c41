package peaberry.processes;

import peaberry.abi.RegionKind;
import peaberry.runtime.Badges;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/**
 * For each number by which the server knows who speaks: how many had it. It is in memory that outlives the server; so a capability that was given to somebody who is no more is never taken
 * for another one's.
 */
final class Epochs {

    /** In place of an epoch when a number was given as often as it can be. */
    static final int NONE = 0;
    /** The first number of children, of ends of pipes, and of clients whose groups are controlled. */
    static final int CHILDREN = 0;
    static final int HOLDERS = CHILDREN + Children.MOST;
    static final int CLIENTS = HOLDERS + Pipes.MOST_HOLDERS;

    /** The declaration's name. */
    private static final String KEPT = "epochs";

    private final Region kept = new Region();

    void open() {
        if (!Regions.open(kept, KEPT, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for epochs");
        }
    }

    /** The next one of a number, from 1; {@link #NONE} if there is none any more. */
    int next(int number) {
        int next = current(number) + 1;
        if (next > Badges.LAST_EPOCH) {
            return NONE;
        }
        kept.setInt32((long) number * Integer.BYTES, next);
        return next;
    }

    /** The last one of a number. */
    int current(int number) {
        return kept.int32((long) number * Integer.BYTES);
    }
}
