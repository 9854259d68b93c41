package peaberry.pci;

import peaberry.abi.RegionKind;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** Some numbers in memory that survives the server, if the declaration gives it any. Without it they are always 0. */
class Journal {

    private final Region kept = new Region();

    /** Opens it. @param name of the memory in the declaration */
    final void start(String name) {
        Regions.open(kept, name, RegionKind.KEPT, 0);
    }

    /** @param index from 0 */
    int read(int index) {
        return kept.int32(at(index));
    }

    /** As {@link #read}. */
    void write(int index, int value) {
        if (at(index) + Integer.BYTES <= kept.size()) {
            kept.setInt32(at(index), value);
        }
    }

    private static long at(int index) {
        return (long) index * Integer.BYTES;
    }
}
