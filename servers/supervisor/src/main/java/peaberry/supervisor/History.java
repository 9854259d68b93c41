package peaberry.supervisor;

import peaberry.runtime.CrashHistory;

/** A process's past, in memory that outlives the supervisor: decides when making it again is pointless. */
final class History {

    /** The pause before a process is made anew that failed before, in microseconds: this, then four times as long after each further failure. */
    private static final long FIRST_PAUSE = 1_000;

    private static final int BYTES = 128;
    private static final int RESTARTS = 0;
    private static final int FAULTS = 8;
    private static final int FAILURES = 16;
    private static final int ENDED = 24;
    private static final int DETECTION = 32;
    private static final int HEARD_AT = 40;
    private static final int RAN_AT = 48;
    private static final int TIMES = 56;
    private static final int DUE = TIMES + CrashHistory.LIMIT * Long.BYTES;
    private static final int RESTLESS = DUE + Long.BYTES;

    private final int place;

    /** @param number of the process */
    History(int number) {
        place = Kept.HISTORIES + number * BYTES;
    }

    /** How often it was made anew. */
    long restarts() {
        return get(RESTARTS);
    }

    void countRestart() {
        set(RESTARTS, restarts() + 1);
    }

    /** How often it failed. */
    long faults() {
        return get(FAULTS);
    }

    /** Notes a failure. @param detection the ordinal of how it was noticed @param ticks of the clock */
    void countFault(int detection, long ticks) {
        set(FAULTS, faults() + 1);
        set(DETECTION, detection);
        set(HEARD_AT, ticks);
    }

    /** The ordinal of how its last failure was noticed. */
    int detection() {
        return (int) get(DETECTION);
    }

    /** When its last failure was noticed, in ticks of the clock. */
    long heardAt() {
        return get(HEARD_AT);
    }

    /** When it was launched last, in ticks of the clock. */
    long ranAt() {
        return get(RAN_AT);
    }

    void noteRun(long ticks) {
        set(RAN_AT, ticks);
    }

    /** Whether it is to stay away: it was given up, or its policy is so. */
    boolean hasEnded() {
        return get(ENDED) != 0;
    }

    void setEnded(boolean ended) {
        set(ENDED, ended ? 1 : 0);
    }

    /** Whether it runs but is to be made anew, because one that it follows was. */
    boolean isDue() {
        return get(DUE) != 0;
    }

    void setDue(boolean due) {
        set(DUE, due ? 1 : 0);
    }

    /** Whether its device was to come to rest and did not. */
    boolean isRestless() {
        return get(RESTLESS) != 0;
    }

    void setRestless(boolean restless) {
        set(RESTLESS, restless ? 1 : 0);
    }

    /** Notes a failure that counts. @param microseconds now, since boot @return how many of the last ones lie within {@link CrashHistory#WINDOW}, at most {@link CrashHistory#LIMIT} */
    int failedAt(long microseconds) {
        long count = Math.max(0, get(FAILURES));
        set(TIMES + (int) (count % CrashHistory.LIMIT) * Long.BYTES, microseconds);
        set(FAILURES, count + 1);
        int recent = 0;
        for (int i = 0; i < Math.min(count + 1, CrashHistory.LIMIT); i++) {
            if (microseconds - get(TIMES + i * Long.BYTES) <= CrashHistory.WINDOW) {
                recent++;
            }
        }
        return recent;
    }

    /** How long a process stays away, in microseconds. @param recent how many failures of it lie within {@link CrashHistory#WINDOW}, fewer than {@link CrashHistory#LIMIT} */
    static long pause(int recent) {
        return recent < 2 ? 0 : FIRST_PAUSE << 2 * (recent - 2);
    }

    /** Forgets failures, not restarts. */
    void forgive() {
        set(FAILURES, 0);
    }

    private long get(int field) {
        return Kept.MEMORY.int64(place + field);
    }

    private void set(int field, long value) {
        Kept.MEMORY.setInt64(place + field, value);
    }
}
