package peaberry.runtime;

/** When a process failed lately: decides when making it anew is pointless. */
public final class CrashHistory {

    /** As many failures ... */
    public static final int LIMIT = 5;
    /** ... within this time, in microseconds, are too many. */
    public static final long WINDOW = 1_000_000;

    private final long[] times = new long[LIMIT];
    private int failures;

    /** Notes a failure. @param microseconds now, of any clock that goes on @return whether that is too much in too short a time */
    public boolean fails(long microseconds) {
        times[failures % LIMIT] = microseconds;
        failures++;
        return failures >= LIMIT && microseconds - times[failures % LIMIT] <= WINDOW;
    }
}
