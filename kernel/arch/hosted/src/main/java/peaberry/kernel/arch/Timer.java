package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedMachine;

/** The processor's one-shot timer, in ticks of {@link peaberry.machine.Clock}. */
@Trusted
public final class Timer {

    private Timer() {
    }

    /** Calls {@link TrapHandler#timer} in {@code ticks}, instead of when it was to be called; at once if negative. */
    public static void arm(long ticks) {
        SimulatedMachine.current().timer().arm(ticks);
    }

    /** Does not call any more. */
    public static void stop() {
        SimulatedMachine.current().timer().stop();
    }

    /** At least 1. */
    public static long ticksPerMicrosecond() {
        return SimulatedMachine.TICKS_PER_MICROSECOND;
    }
}
