package peaberry.machine.simulated;

import java.util.function.LongSupplier;

/** A timer that fires once. Only the kernel uses it, so it needs no lock. */
public final class OneShotTimer {

    private final LongSupplier clock;
    private long deadline;
    private boolean armed;

    OneShotTimer(LongSupplier clock) {
        this.clock = clock;
    }

    /** Fires in {@code ticks}, at least at once, instead of when it was to fire. */
    public void arm(long ticks) {
        deadline = clock.getAsLong() + Math.max(0, ticks);
        armed = true;
    }

    /** Does not fire any more. */
    public void stop() {
        armed = false;
    }

    /** Whether the time has passed; true once for each {@link #arm}. */
    public boolean takeExpiry() {
        boolean due = isDue();
        if (due) {
            armed = false;
        }
        return due;
    }

    /** Whether the time has passed and nobody has taken notice. */
    public boolean isDue() {
        return armed && deadline - clock.getAsLong() <= 0;
    }

    /** Ticks until it fires, {@link Long#MAX_VALUE} if it will not. */
    public long ticksLeft() {
        return armed ? Math.max(0, deadline - clock.getAsLong()) : Long.MAX_VALUE;
    }
}
