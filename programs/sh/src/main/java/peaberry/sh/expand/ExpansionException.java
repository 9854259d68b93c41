package peaberry.sh.expand;

/** A word cannot be expanded: an unset parameter that must be set, a division by zero. */
public final class ExpansionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ExpansionException(String message) {
        super(message);
    }
}
