package peaberry.faults;

import peaberry.abi.Timeout;
import peaberry.runtime.Time;

/** What uses a driver while faults are injected into it, knows what has to come back, and counts how its requests end. */
abstract class Load {

    /** How long a request waits for its answer: longer than it takes to notice that a driver hangs, and to make it anew. */
    static final Timeout PATIENCE = Timeout.of(200_000);
    /** No request was served. */
    static final long NEVER = Long.MAX_VALUE;

    /** The most requests of one round. */
    private static final int ROUND = 256;

    private final long[] endings = new long[Ending.count()];
    private final long[] served = new long[ROUND];
    private int servedCount;
    private long wrong;
    private long lost;
    private long doubled;

    /** Makes ready what the requests need. @return whether it could */
    boolean prepare() {
        return true;
    }

    /** A round begins: {@link #servedAfter} forgets what was before. */
    final void begin() {
        servedCount = 0;
    }

    /** Makes one request. */
    final Ending request() {
        Ending ending = attempt();
        endings[ending.ordinal()]++;
        if (ending == Ending.SERVED) {
            noteServed();
        }
        return ending;
    }

    /** The driver carried something out just now: a request, or its share in one that somebody else has to answer, too. */
    protected final void noteServed() {
        if (servedCount < ROUND) {
            served[servedCount++] = Time.ticks();
        }
    }

    /** When the driver first carried something out in this round after a moment; {@link #NEVER} if it did not. */
    final long servedAfter(long ticks) {
        for (int i = 0; i < servedCount; i++) {
            if (served[i] > ticks) {
                return served[i];
            }
        }
        return NEVER;
    }

    /** How many requests ended so. */
    final long ended(Ending ending) {
        return endings[ending.ordinal()];
    }

    /** How often something wrong was found, each thing once. */
    final long wrong() {
        return wrong;
    }

    protected final void countWrong(long more) {
        wrong += more;
    }

    /** How much got lost that has to be sent again. */
    final long lost() {
        return lost;
    }

    protected final void countLost() {
        lost++;
    }

    /** How much came once more than it was sent. */
    final long doubled() {
        return doubled;
    }

    protected final void countDoubled() {
        doubled++;
    }

    /** Checks all that is to be there, counts what is wrong, and puts it right. @return whether all is right now, and requests are served */
    abstract boolean settle();

    /** How often calls were repeated, because the driver was destroyed before it answered. */
    abstract long repeated();

    /** One request, and a look at what came of it. */
    protected abstract Ending attempt();
}
