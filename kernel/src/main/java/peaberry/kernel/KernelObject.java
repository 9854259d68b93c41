package peaberry.kernel;

import peaberry.machine.Trusted;

/**
 * What a capability can name besides plain memory. An object lives as long as capabilities name it: {@link Deletion}
 * destroys it when the last one is gone.
 */
abstract sealed class KernelObject permits CNode, Tcb, SchedContext, Partition, TimeWindow, Endpoint, Notification, Reply, AddressSpace, IrqHandler {

    private int capabilities;

    /** The next object that waits for its destruction, while this one does. Only {@link Deletion} uses it. */
    KernelObject nextDoomed;

    /** How many capabilities name this object. */
    int capabilities() {
        return capabilities;
    }

    /** Counts a slot that has come to name this object (1) or does so no more (-1). */
    @Trusted
    void count(int change) {
        capabilities += change;
    }
}
