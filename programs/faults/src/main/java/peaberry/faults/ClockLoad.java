package peaberry.faults;

import peaberry.clock.Clock;
import peaberry.clock.ClockClient;
import peaberry.runtime.Time;

/** Asks what time it is, and compares with what the processor's clock says has passed. */
final class ClockLoad extends Load {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final long MICROSECONDS = 1_000_000;
    /** Seconds that the two may differ by: they are not read at the same moment, and one shows whole seconds. */
    private static final int TOLERANCE = 2;
    private static final int TRIES = 5;

    private final ClockClient clock = new ClockClient("clock");
    private boolean based;
    private int baseSecond;
    private long baseTicks;

    @Override
    boolean prepare() {
        clock.setPatience(PATIENCE);
        return settle();
    }

    @Override
    boolean settle() {
        for (int i = 0; i < TRIES; i++) {
            if (attempt() == Ending.SERVED) {
                return true;
            }
        }
        return false;
    }

    @Override
    long repeated() {
        return clock.interruptions();
    }

    @Override
    protected Ending attempt() {
        Clock.Outcome outcome = clock.read();
        if (outcome != Clock.Outcome.DONE) {
            return outcome == Clock.Outcome.UNREACHABLE ? Ending.UNANSWERED : Ending.FAILED;
        }
        int second = clock.readHour() * HOUR + clock.readMinute() * MINUTE + clock.readSecond();
        long now = Time.ticks();
        if (!based) {
            based = true;
            baseSecond = second;
            baseTicks = now;
            return Ending.SERVED;
        }
        long passed = (now - baseTicks) / Time.ticksPerMicrosecond() / MICROSECONDS;
        long difference = Math.floorMod(second - baseSecond - passed, (long) DAY);
        return difference <= TOLERANCE || difference >= DAY - TOLERANCE ? Ending.SERVED : spoilt();
    }

    /** The clock itself may have been set by a wild driver: what it shows next counts from then on. */
    private Ending spoilt() {
        based = false;
        countWrong(1);
        return Ending.WRONG;
    }
}
