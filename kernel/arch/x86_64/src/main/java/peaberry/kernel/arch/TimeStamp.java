package peaberry.kernel.arch;

import peaberry.machine.Clock;
import peaberry.machine.Trusted;

/** The processor's time stamp counter. */
@Trusted
final class TimeStamp {

    private TimeStamp() {
    }

    /** Ticks since some moment before boot. */
    static long now() {
        return Clock.ticks();
    }
}
