package peaberry.files;

import peaberry.clock.ClockClient;
import peaberry.runtime.Time;

/** The time of day as files have it: asked for again when it may be another second. Without a clock it stands still. */
final class WallClock {

    /** Of the processor's clock: a fraction of a second. */
    private static final long TICKS = 1L << 28;
    private static final int FIRST_YEAR = 1970;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAYS_IN_YEAR = 365;
    private static final int FEBRUARY = 2;

    private final ClockClient clock = new ClockClient("clock");
    private boolean known;
    private long ticks;
    private long seconds;

    /** Seconds since the beginning of 1970. */
    long seconds() {
        if ((!known || Time.ticks() - ticks > TICKS) && clock.read() == peaberry.clock.Clock.Outcome.DONE) {
            known = true;
            ticks = Time.ticks();
            seconds = secondsAt(clock.readYear(), clock.readMonth(), clock.readDay()) + (clock.readHour() * 60L + clock.readMinute()) * 60 + clock.readSecond();
        }
        return seconds;
    }

    /** Of the beginning of a day of the years 1970 to 2099, in which each fourth one has a day more. */
    static long secondsAt(int year, int month, int day) {
        int years = year - FIRST_YEAR;
        long days = (long) years * DAYS_IN_YEAR + (years + 1) / 4 + DAYS_BEFORE_MONTH[month - 1] + day - 1;
        boolean isLater = month > FEBRUARY && year % 4 == 0;
        return (days + (isLater ? 1 : 0)) * 24 * 60 * 60;
    }
}
