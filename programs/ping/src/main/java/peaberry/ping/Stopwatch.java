package peaberry.ping;

import peaberry.runtime.Time;

/** Time that passes, in microseconds. */
class Stopwatch {

    private long start;

    /** Starts from 0. */
    void start() {
        start = Time.ticks();
    }

    /** What has passed since it was started. */
    long microseconds() {
        return (Time.ticks() - start) / Time.ticksPerMicrosecond();
    }
}
