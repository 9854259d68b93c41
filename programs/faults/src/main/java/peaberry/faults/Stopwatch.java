package peaberry.faults;

/** Ticks of the processor's clock as time. */
final class Stopwatch {

    private long ticksPerMicrosecond = 1;

    /** @param ticks in a microsecond, at least 1 */
    void calibrate(long ticks) {
        ticksPerMicrosecond = ticks;
    }

    long microseconds(long ticks) {
        return ticks / ticksPerMicrosecond;
    }
}
