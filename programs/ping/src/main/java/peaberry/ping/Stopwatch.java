package peaberry.ping;

import peaberry.runtime.Time;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** Time that passes, in microseconds. */
class Stopwatch {

    private final SystemControlClient system = new SystemControlClient("system");
    private long ticksPerMicrosecond = 1;
    private long start;

    /** Starts from 0. */
    void start() {
        if (system.uptime() == SystemControl.Outcome.DONE) {
            ticksPerMicrosecond = Math.max(1, system.uptimeTicksPerMicrosecond());
        }
        start = Time.ticks();
    }

    /** What has passed since it was started. */
    long microseconds() {
        return (Time.ticks() - start) / ticksPerMicrosecond;
    }
}
