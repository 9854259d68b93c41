package peaberry.runtime;

import peaberry.machine.Clock;
import peaberry.machine.Trusted;

/** The processor's clock. How many ticks make a microsecond is what root answers. */
@Trusted
public final class Time {

    private Time() {
    }

    /** Ticks since some moment before boot. */
    public static long ticks() {
        return Clock.ticks();
    }
}
