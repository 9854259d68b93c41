package peaberry.kernel;

import peaberry.machine.Footprint;

/**
 * A piece of time in the {@link Cycle}, in which one partition runs. A partition runs once a cycle for each of its windows.
 *
 * <p>Invariant: a window that is in the cycle has a partition, is in that partition's list, and its neighbours in the ring
 * name it; one that is not in the cycle names nobody.
 */
@Footprint(128)
final class TimeWindow extends KernelObject {

    private Partition partition;
    private long length;

    /** The neighbours in the ring; itself if it is alone. Only {@link Cycle} writes these. */
    TimeWindow next;
    TimeWindow previous;

    /** The neighbours among the windows of a partition. Only {@link Partition} writes these. */
    TimeWindow nextOfPartition;
    TimeWindow previousOfPartition;

    /** Whether it is in the cycle. */
    boolean isInCycle() {
        return partition != null;
    }

    /** Who runs in it; null if it is not in the cycle. */
    Partition partition() {
        return partition;
    }

    /** Ticks from when it opens to when it is to end. */
    long length() {
        return length;
    }

    /** Becomes a window of this partition, of so many ticks; it is not in the cycle. */
    void assign(Partition owner, long ticks) {
        partition = owner;
        length = ticks;
        owner.add(this);
    }

    /** Is no partition's window any more. */
    void release() {
        partition.remove(this);
        partition = null;
        length = 0;
    }
}
