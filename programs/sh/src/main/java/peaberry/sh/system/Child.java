package peaberry.sh.system;

/** A process that this shell started. */
public interface Child {

    /** Its number, as {@code $!} has it. */
    int number();

    /** Waits for its end; if it is stopped, it is had go on. The answer is its exit status, or 128 and the signal that ended it; the same one each time. */
    int await();

    /** As {@link #await}, but also answers when it is stopped: then {@link #isStopped}, and the status is 128 and the signal that stopped it. */
    default int awaitOrStop() {
        return await();
    }

    /** Whether it stands still, as of when {@link #awaitOrStop} or {@link #hasEnded} looked last. */
    default boolean isStopped() {
        return false;
    }

    /** Whether it has ended, so that {@link #await} does not wait. */
    boolean hasEnded();
}
