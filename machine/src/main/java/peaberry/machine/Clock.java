package peaberry.machine;

import peaberry.machine.simulated.SimulatedMachine;

/** The processor's time stamp counter, which both kernel and programs may read. */
public final class Clock {

    private Clock() {
    }

    /** Ticks since some moment before boot; how many make a microsecond is in the boot information. */
    @Intrinsic
    public static long ticks() {
        return SimulatedMachine.current().ticks();
    }
}
