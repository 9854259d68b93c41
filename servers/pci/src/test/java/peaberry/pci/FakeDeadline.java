package peaberry.pci;

/** Time in the hands of a test: it goes on by a millisecond at each look. */
final class FakeDeadline extends Deadline {

    private static final long STEP = 6_000_000;

    private long now;

    /** What has passed since the test began. */
    long milliseconds() {
        return now / STEP;
    }

    @Override
    long ticks() {
        return now += STEP;
    }
}
