package peaberry.kernel;

/**
 * A moment at which its owner is to be told: a thread that it waited long enough, a scheduling context that budget comes
 * back. A node of the heap that {@link Alarms} keeps; only that class writes the links.
 */
final class Alarm {

    /** A thread or a scheduling context. */
    private KernelObject owner;

    /** When, in ticks; counts while {@link #set}. */
    long time;
    boolean set;
    Alarm parent;
    Alarm left;
    Alarm right;
    /** How many steps it takes from here to the next missing child: one more than that of {@code right}. */
    int rank = 1;

    /** Tells a new alarm whose it is. */
    void settle(KernelObject whose) {
        owner = whose;
    }

    KernelObject owner() {
        return owner;
    }
}
