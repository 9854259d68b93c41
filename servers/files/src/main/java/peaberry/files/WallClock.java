package peaberry.files;

import peaberry.clock.ClockClient;
import peaberry.runtime.Time;

/** The time of day as files have it. The machine's clock knows seconds; what is between them is counted by the processor's, and the machine's looked at again after a while. Without one it is 1970. */
final class WallClock {

    private static final long MICROSECOND = 1_000;
    private static final long SECOND = 1_000_000_000;
    /** How long the processor's clock is trusted, and how far the machine's is from it at most. */
    private static final long TRUSTED = 60 * SECOND;
    private static final long MOST_APART = 2 * SECOND;
    private static final int FIRST_YEAR = 1970;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAYS_IN_YEAR = 365;
    private static final int FEBRUARY = 2;

    private final ClockClient clock = new ClockClient("clock");
    private boolean known;
    private long ticks;
    /** What it was then. */
    private long then;

    /** Nanoseconds since the beginning of 1970. */
    long now() {
        long since = (Time.ticks() - ticks) / Time.ticksPerMicrosecond() * MICROSECOND;
        if (known && since < TRUSTED) {
            return then + since;
        }
        if (clock.read() == peaberry.clock.Clock.Outcome.DONE) {
            long shown = (secondsAt(clock.readYear(), clock.readMonth(), clock.readDay()) + (clock.readHour() * 60L + clock.readMinute()) * 60 + clock.readSecond()) * SECOND;
            boolean isRight = known && Math.abs(then + since - shown) < MOST_APART;
            then = isRight ? then + since : shown;
            ticks = Time.ticks();
            known = true;
        }
        return then;
    }

    /** Of the beginning of a day of the years 1970 to 2099, in which each fourth one has a day more. */
    static long secondsAt(int year, int month, int day) {
        int years = year - FIRST_YEAR;
        long days = (long) years * DAYS_IN_YEAR + (years + 1) / 4 + DAYS_BEFORE_MONTH[month - 1] + day - 1;
        boolean isLater = month > FEBRUARY && year % 4 == 0;
        return (days + (isLater ? 1 : 0)) * 24 * 60 * 60;
    }
}
