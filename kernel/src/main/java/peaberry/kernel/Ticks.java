package peaberry.kernel;

import peaberry.machine.Clock;
import peaberry.machine.Trusted;

/** The time, as the kernel accounts it. */
@Trusted
final class Ticks {

    private Ticks() {
    }

    /** Ticks of the processor's clock since some moment before boot. */
    static long now() {
        return Clock.ticks();
    }
}
