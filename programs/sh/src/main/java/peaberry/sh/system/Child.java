package peaberry.sh.system;

/** A process that this shell started. */
public interface Child {

    /** Its number, as {@code $!} has it. */
    int number();

    /** Waits for its end. The answer is its exit status, or 128 and the signal that ended it; the same one each time. */
    int await();

    /** Whether it has ended, so that {@link #await} does not wait. */
    boolean hasEnded();
}
