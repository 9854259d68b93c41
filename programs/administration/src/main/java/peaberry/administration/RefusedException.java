package peaberry.administration;

/** A command cannot be done; the message says why, in the user's terms. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
