package peaberry.abi;

import peaberry.machine.Unboxed;

/**
 * How long a system call may wait, in the upper bits of its number: 0 for ever, else the microseconds and one. A call that
 * would wait longer ends with {@link KernelError#TIMED_OUT}; one that may wait 0 microseconds does what it can do at once.
 * The limit of a {@link SystemCallNumber#CALL} covers both the waiting for a receiver and that for the answer.
 */
@Unboxed
public record Timeout(long bits) {

    /** The longest limit, in microseconds: more than eleven days. */
    public static final long MAX_MICROSECONDS = 1_000_000_000_000L;

    public static final Timeout FOREVER = new Timeout(0);

    /** A limit. @param microseconds 0 to {@link #MAX_MICROSECONDS}; what is outside is cut to that */
    public static Timeout of(long microseconds) {
        return new Timeout(Math.max(0, Math.min(microseconds, MAX_MICROSECONDS)) + 1);
    }

    public boolean isForever() {
        return bits == 0;
    }

    /** The limit, at most {@link #MAX_MICROSECONDS}; not of {@link #FOREVER}. */
    public long microseconds() {
        return Math.min(bits - 1, MAX_MICROSECONDS);
    }

    /** The number of a system call with this limit. */
    public long applyTo(int number) {
        return bits << SystemCallNumber.BITS | number;
    }
}
