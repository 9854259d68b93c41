package peaberry.virtio;

import peaberry.runtime.Time;

/**
 * Notices a device that does not go on with what it has to do, which only a reset helps. A driver does not know how fast the processor's clock
 * ticks, only that none ticks faster than {@link #MOST_TICKS}: with a slower one the device gets longer, never shorter.
 */
public final class Progress {

    /** How long a device may do nothing, in microseconds. */
    public static final long PATIENCE = 20_000_000;
    /** In a microsecond. */
    public static final long MOST_TICKS = 6_000;

    private long last;

    /** It did something, or has something to do for the first time. */
    public void note() {
        last = Time.ticks();
    }

    /** To be called as long as it has something to do. */
    public void check() {
        if (Time.ticks() - last > PATIENCE * MOST_TICKS) {
            throw new ProtocolViolation("it does not go on");
        }
    }
}
