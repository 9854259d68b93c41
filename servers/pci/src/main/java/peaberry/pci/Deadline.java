package peaberry.pci;

import peaberry.runtime.Time;

/**
 * How long something is waited for. The server does not know how fast the processor's clock ticks, only that none ticks faster than
 * {@link #MOST_TICKS}: with a slower one everything is waited for longer, never shorter.
 */
class Deadline {

    /** In a microsecond. */
    private static final long MOST_TICKS = 6_000;

    private long start;
    private long patience;

    /** Starts to count. */
    final void set(long microseconds) {
        start = ticks();
        patience = microseconds * MOST_TICKS;
    }

    final boolean hasPassed() {
        return ticks() - start >= patience;
    }

    /** Returns when so much time is over. */
    final void await(long microseconds) {
        set(microseconds);
        while (!hasPassed()) {
            // Time goes by.
        }
    }

    long ticks() {
        return Time.ticks();
    }
}
