package peaberry.bench;

import peaberry.runtime.SystemCalls;
import peaberry.runtime.Time;

/**
 * Measures what a thread does alone. Here as elsewhere a figure is in ticks, which are instructions when the machine counts
 * them: the smallest of many runs, less what looking at the clock takes.
 */
final class Paths {

    private static final int RUNS = 500;

    private Paths() {
    }

    static long nullSystemCall() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            SystemCalls.nothing();
            least = Math.min(least, Time.ticks() - start);
        }
        return least - clock();
    }

    static long yieldAlone() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            SystemCalls.yieldProcessor();
            least = Math.min(least, Time.ticks() - start);
        }
        return least - clock();
    }

    /** What looking at the clock takes. */
    static long clock() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            least = Math.min(least, Time.ticks() - start);
        }
        return least;
    }
}
