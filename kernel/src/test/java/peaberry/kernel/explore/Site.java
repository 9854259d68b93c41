package peaberry.kernel.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * A place where an object of one class stands from time to time, or always, and its cells in the row of the whole state.
 * The Java object may be another one each time; the site is the same as long as address and class are.
 */
final class Site {

    /** The address of an object that does not stand in the simulated memory. */
    static final long NOWHERE = -1;

    /** From 1 on, in the order in which the sites were met. */
    final int number;
    final Class<?> type;
    final long address;
    /** The outermost object that this one is embedded in, or this one. */
    final Site owner;
    /** Where it is in its owner, for people. */
    final String path;
    /** What was found at the site last. */
    Object instance;

    /** The owner's only: its parts that have cells, itself among them, and its row of cells. The first cell is 1 while it lives. */
    final List<Part> parts = new ArrayList<>();
    /** The owner's only: itself and all that is embedded in it. */
    final List<Site> members = new ArrayList<>();
    int firstCell;
    int endCell;
    /** The owner's only: bytes of memory that it takes; 0 if it is not placed. */
    long footprint;
    /** Bytes of memory instead of an object. */
    boolean isRaw;
    /** The owner's only: the last walk that came by. */
    int seen;
    /** The owner's only: to be loaded from the state that is being restored. */
    boolean marked;

    /** What one class declares of one object; or the elements of an array. */
    record Part(Site site, FieldAccess access, int firstCell) {
    }

    Site(int number, Object instance, long address, Site owner, String path) {
        this.number = number;
        type = instance.getClass();
        this.instance = instance;
        this.address = address;
        this.owner = owner == null ? this : owner;
        this.path = path;
    }

    boolean isPlaced() {
        return address != NOWHERE;
    }

    @Override
    public String toString() {
        return path;
    }
}
