package peaberry.runtime;

import peaberry.abi.UserLayout;
import peaberry.machine.Clock;
import peaberry.machine.Trusted;

/** The processor's clock. */
@Trusted
public final class Time {

    private static final Region PAGE = new Region(UserLayout.START_PAGE, UserLayout.PAGE);

    private Time() {
    }

    /** Ticks since some moment before boot. */
    public static long ticks() {
        return Clock.ticks();
    }

    /** How many ticks make a microsecond: at least 1. In every process but root. */
    public static long ticksPerMicrosecond() {
        return Math.max(1, PAGE.int64(UserLayout.TICKS_PER_MICROSECOND - UserLayout.START_PAGE));
    }
}
