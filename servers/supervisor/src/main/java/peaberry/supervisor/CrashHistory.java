package peaberry.root;

/** When a process failed lately: decides when starting it again is pointless. */
final class CrashHistory {

    /** As many failures ... */
    static final int LIMIT = 5;
    /** ... within this time, in microseconds, are too many. */
    static final long WINDOW = 1_000_000;

    private final long[] times = new long[LIMIT];
    private int count;

    /** Notes a failure. @param microseconds now, since boot @return whether that is too many in too short a time */
    boolean isTooMuch(long microseconds) {
        int oldest = count % LIMIT;
        times[oldest] = microseconds;
        count++;
        return count >= LIMIT && microseconds - times[count % LIMIT] <= WINDOW;
    }

    /** Forgets everything. */
    void clear() {
        count = 0;
    }
}
