package peaberry.clock;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;

/** The time of day. */
@Interface(outcomes = Clock.Outcome.class)
public interface Clock {

    /** What the clock shows now; {@link Outcome#NO_TIME} if that is no time. Nobody knows the clock's time zone. */
    @Idempotent
    DateTime read();

    /** A moment of the Gregorian calendar: the day is one of its month. */
    record DateTime(@Range(max = 9999) int year, @Range(min = 1, max = 12) int month, @Range(min = 1, max = 31) int day,
            @Range(max = 23) int hour, @Range(max = 59) int minute, @Range(max = 59) int second) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** The clock is not there, does not run, or lost its time. */
        NO_TIME
    }
}
