package peaberry.processes;

import peaberry.abi.RegionKind;
import peaberry.runtime.Badges;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** Numbers of which none comes twice, in memory that outlives the server: by them the server knows a capability that it gave to somebody who is no more. */
final class Epochs {

    /** The declaration's name. */
    private static final String KEPT = "epochs";

    private final Region kept = new Region();

    void open() {
        if (!Regions.open(kept, KEPT, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for epochs");
        }
    }

    /** The next one, from 1. After as many as there can be there is none: a fault. */
    int next() {
        int next = kept.int32(0) + 1;
        if (next > Badges.LAST_EPOCH) {
            throw new IllegalStateException("there are no epochs any more");
        }
        kept.setInt32(0, next);
        return next;
    }
}
