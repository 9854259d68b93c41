package peaberry.managed;

import peaberry.clock.Clock;
import peaberry.clock.ClockClient;
import peaberry.process.Refusals;
import peaberry.runtime.Grants;

/** The time of day: what the service granted as {@code clock} showed when it was asked first, and the processor's clock since then. Without one it is 1970 at boot. */
public final class TimeOfDay {

    private static final String CLOCK = "clock";
    private static final long NANOSECONDS = 1_000_000;
    private static final long MILLISECONDS = 1000;
    private static final long DAY = 24 * 60 * 60;
    private static final long HOUR = 60 * 60;
    private static final long MINUTE = 60;

    private static long offset;
    private static boolean isKnown;

    private TimeOfDay() {
    }

    /** In place of {@link System#currentTimeMillis}. */
    public static long milliseconds() {
        long sinceBoot = System.nanoTime() / NANOSECONDS;
        if (!isKnown) {
            isKnown = true;
            if (Grants.find(CLOCK).isNone()) {
                Refusals.tell(Refusals.SERVICE, CLOCK);
            }
            ClockClient clock = new ClockClient(CLOCK);
            offset = clock.read() == Clock.Outcome.DONE ? seconds(clock) * MILLISECONDS - sinceBoot : 0;
        }
        return sinceBoot + offset;
    }

    private static long seconds(ClockClient clock) {
        return days(clock.readYear(), clock.readMonth(), clock.readDay()) * DAY + clock.readHour() * HOUR + clock.readMinute() * MINUTE + clock.readSecond();
    }

    /** Since the beginning of 1970, of the Gregorian calendar; a year is counted from March, so that the leap day is its last one. */
    private static long days(int year, int month, int day) {
        long fromMarch = month > 2 ? year : year - 1L;
        long monthFromMarch = (month + 9) % 12;
        return fromMarch * 365 + fromMarch / 4 - fromMarch / 100 + fromMarch / 400 + (monthFromMarch * 153 + 2) / 5 + day - 719_469;
    }
}
