package peaberry.pci;

/** Time in the hands of a test: it goes on by ten microseconds at each look, and naps take as long as they should, or others interrupt them. */
final class FakeDeadline extends Deadline {

    /** Of the test's clock, in a microsecond. */
    private static final long TICKS = 2_400;
    private static final long LOOK = 10 * TICKS;

    private final FakeNap nap;
    private long now;

    FakeDeadline() {
        this(new FakeNap());
    }

    private FakeDeadline(FakeNap nap) {
        super(nap);
        this.nap = nap;
    }

    /** What has passed since the test began. */
    long milliseconds() {
        return (now + nap.slept * TICKS) / (1000 * TICKS);
    }

    /** Whenever the server sleeps, somebody comes after 20 microseconds. */
    void interruptNaps() {
        nap.interrupted = true;
    }

    @Override
    long ticks() {
        now += LOOK;
        return now + nap.slept * TICKS;
    }

    private static final class FakeNap extends Nap {
        private long slept;
        private boolean interrupted;

        @Override
        boolean take(long microseconds) {
            slept += interrupted ? 20 : microseconds;
            return !interrupted;
        }
    }
}
