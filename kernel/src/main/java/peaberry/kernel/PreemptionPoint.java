package peaberry.kernel;

import peaberry.kernel.arch.Interrupts;

/**
 * Where a long operation lets interrupts through. Such an operation is a sequence of steps, each of some 250 instructions
 * at most and leaving everything consistent. After every few steps it asks here whether to stop, and then answers
 * {@link peaberry.abi.KernelError#INTERRUPTED}: the caller, once it runs again, calls again to go on.
 */
final class PreemptionPoint {

    /** Looking for an interrupt reads a device, which is slow; the interrupt waits for so many steps at most. */
    private static final int STEPS_BETWEEN_LOOKS = 8;

    private int interval = STEPS_BETWEEN_LOOKS;
    private int steps;
    /** In a kernel that measures itself; else null. */
    private Stopwatch stopwatch;

    /** An operation begins. */
    void begin() {
        steps = 0;
    }

    /** A step was made. @return whether to stop here */
    boolean isDue() {
        steps++;
        if (steps % interval != 0) {
            return false;
        }
        if (stopwatch != null) {
            stopwatch.lap();
        }
        return Interrupts.pending();
    }

    /** The steps that the operation has made, those made in earlier calls not counted. */
    int steps() {
        return steps;
    }

    /** Each look ends a stretch that this one measures. */
    void measuredBy(Stopwatch watch) {
        stopwatch = watch;
    }

    /** Looks after so many steps from now on: tests look after each. */
    void lookAfter(int newInterval) {
        interval = newInterval;
    }
}
