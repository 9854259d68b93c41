package peaberry.kernel.explore;

/** Something is not as it must be. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String invariant;

    /** @param invariant the name of what does not hold */
    public Violation(String invariant, String details) {
        super(invariant + ": " + details, null, false, false);
        this.invariant = invariant;
    }

    public String invariant() {
        return invariant;
    }
}
