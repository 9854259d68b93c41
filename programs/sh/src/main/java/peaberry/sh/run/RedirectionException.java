package peaberry.sh.run;

/** A redirection is not possible, as was told. After most commands the shell goes on. */
final class RedirectionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RedirectionException(String message) {
        super(message);
    }
}
