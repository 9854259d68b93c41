package peaberry.kernel.arch;

/** The processor's one-shot timer, in ticks of {@link peaberry.machine.Clock}. */
public final class Timer {

    /** How long the clocks are compared at boot: 2 milliseconds. */
    private static final int CALIBRATION = (int) (IntervalTimer.FREQUENCY / 500);
    /** A machine without an interval timer answers this often before it is given up. */
    private static final int PATIENCE = 1000;
    private static final long MICROSECONDS = 1_000_000;
    private static final int LARGEST_COUNT = -1;
    private static final long LARGEST_COUNT_FRACTION = 0xFFFF_FFFF_0000_0000L;
    private static final int FRACTION_BITS = 32;

    /** Until it is known better: a clock and a timer of 1 GHz each, as emulators have. */
    private static long ticksPerMicrosecond = 1000;
    /** Timer counts in a tick of the clock, in units of 2^-32. */
    private static long countsPerTick = 1L << FRACTION_BITS;
    private static long longest = 0xFFFF_FFFFL;

    private Timer() {
    }

    /**
     * Calls {@link TrapHandler#timer} in {@code ticks}, instead of when it was to be called; at once if negative. A time
     * longer than the timer can count, some seconds, is cut short.
     */
    public static void arm(long ticks) {
        if (ticks >= longest) {
            LocalApic.startTimer(LARGEST_COUNT);
        } else {
            long count = Math.max(0, ticks) * countsPerTick >>> FRACTION_BITS;
            LocalApic.startTimer(count == 0 ? 1 : (int) count);
        }
    }

    /** Does not call any more, except if the time had passed before. */
    public static void stop() {
        LocalApic.startTimer(0);
    }

    /** At least 1. */
    public static long ticksPerMicrosecond() {
        return ticksPerMicrosecond;
    }

    /** Measures clock and timer. */
    static void start() {
        IntervalTimer.start();
        LocalApic.startTimer(LARGEST_COUNT);
        int begin = IntervalTimer.elapsed();
        long beginTicks = TimeStamp.now();
        int beginCount = LocalApic.timerCount();
        int elapsed = 0;
        for (int answers = 0; elapsed < CALIBRATION && (elapsed > 0 || answers < PATIENCE); answers++) {
            elapsed = IntervalTimer.elapsed() - begin;
        }
        long ticks = TimeStamp.now() - beginTicks;
        long counts = beginCount - LocalApic.timerCount() & 0xFFFF_FFFFL;
        stop();
        if (elapsed >= CALIBRATION && ticks > 0 && counts > 0) {
            ticksPerMicrosecond = Math.max(1, ticks * IntervalTimer.FREQUENCY / (elapsed * MICROSECONDS));
            countsPerTick = Math.max(1, (counts << FRACTION_BITS) / ticks);
            longest = Long.divideUnsigned(LARGEST_COUNT_FRACTION, countsPerTick);
        }
    }
}
