package peaberry.sh.run;

/** An error that ends a shell which is not interactive. */
public final class ShellError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The status after most errors. */
    public static final int STATUS = 2;

    final int status;

    public ShellError(String message) {
        this(STATUS, message);
    }

    /** @param message {@code null} if it was told already */
    public ShellError(int status, String message) {
        super(message);
        this.status = status;
    }
}
