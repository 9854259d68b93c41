package peaberry.tools;

/** A tool was called in a way that it does not understand. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
