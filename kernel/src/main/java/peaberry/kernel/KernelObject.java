package peaberry.kernel;

/**
 * What a capability can name besides plain memory. An object lives as long as capabilities name it: {@link Deletion}
 * destroys it together with the last one.
 */
abstract sealed class KernelObject permits CNode, Tcb, Endpoint, Notification, Reply, VSpace, IrqHandler {

    /** How many capabilities name this object. Only {@link Slot} and {@link Deletion} change it. */
    int capabilities;

    /** The next object that waits for its destruction, while this one does. Only {@link Deletion} uses it. */
    KernelObject nextDoomed;
}
