package peaberry.kernel.explore;

/** The clock of what is explored. Moments are kept as how far they are from now, so that equal situations are equal states at any time. */
public interface Clockwork {

    /** Ticks. */
    long now();

    /** Sets the clock to what it was in the initial state. */
    void reset();
}
