package peaberry.runtime;

import peaberry.abi.GrantKind;

/** The signs of life of a process that is asked for them: one in each half of the time that the declaration gives it, as long as its message loop runs. */
final class Heartbeat {

    private Capability signal = Capability.NONE;
    private long microseconds;
    private long ticks;
    private long last;

    /** Finds out what is asked. */
    void start() {
        signal = Grants.find(GrantKind.HEARTBEAT, "heartbeat");
        microseconds = Grants.firstNumber(GrantKind.HEARTBEAT, "heartbeat") / 2;
        ticks = Grants.secondNumber(GrantKind.HEARTBEAT, "heartbeat") / 2;
        beat();
    }

    /** Gives a sign if it is time. */
    void beat() {
        if (!signal.isNone() && Time.ticks() - last >= ticks) {
            last = Time.ticks();
            SystemCalls.signal(signal);
        }
    }

    /** How long nothing has to be given: microseconds; 0 for ever. */
    long pause() {
        if (signal.isNone()) {
            return 0;
        }
        long ticksPerMicrosecond = Math.max(1, ticks / Math.max(1, microseconds));
        return Math.max(1, microseconds - (Time.ticks() - last) / ticksPerMicrosecond);
    }
}
