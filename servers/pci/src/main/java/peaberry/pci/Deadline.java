package peaberry.pci;

import peaberry.runtime.Time;

/**
 * How long something is waited for. It is looked at all the time at first, since most devices are done at once, then once a millisecond, and in
 * between the processor is free for others.
 *
 * <p>The time is told by the processor's clock, of which nobody said how fast it ticks. What is known is that none ticks faster than
 * {@link #FASTEST}, and how far this one came while the kernel let the server sleep, which may have been longer than it should. So
 * everything is waited for as long as was asked or somewhat longer, never shorter.
 */
class Deadline {

    /** In ticks of a microsecond. */
    private static final long FASTEST = 6_000;
    /** How long it is looked at all the time. */
    private static final long BUSY_MICROSECONDS = 50;
    private static final long NAP_MICROSECONDS = 1_000;

    private final Nap nap;
    private long ticksPerMicrosecond = FASTEST;
    private long start;
    private long limit;

    Deadline(Nap nap) {
        this.nap = nap;
    }

    /** Starts to count. */
    final void set(long microseconds) {
        start = ticks();
        limit = microseconds;
    }

    /** Lets a moment pass, unless the time is over. @return whether it was not: then it is time for another look */
    final boolean pause() {
        long now = ticks();
        if (hasPassed(now, limit)) {
            return false;
        }
        if (hasPassed(now, BUSY_MICROSECONDS) && nap.take(NAP_MICROSECONDS)) {
            ticksPerMicrosecond = Math.min(ticksPerMicrosecond, (ticks() - now + NAP_MICROSECONDS - 1) / NAP_MICROSECONDS);
        }
        return true;
    }

    /** Returns when so much time is over. */
    final void await(long microseconds) {
        set(microseconds);
        while (pause()) {
            // Nothing is looked at.
        }
    }

    private boolean hasPassed(long now, long microseconds) {
        return now - start >= microseconds * ticksPerMicrosecond;
    }

    long ticks() {
        return Time.ticks();
    }
}
