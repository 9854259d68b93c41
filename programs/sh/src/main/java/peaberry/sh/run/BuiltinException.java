package peaberry.sh.run;

/** A builtin cannot do what it was asked. If it is a special one, the shell ends. */
public final class BuiltinException extends RuntimeException {

    private static final long serialVersionUID = 1;

    final int status;

    public BuiltinException(String message) {
        this(ShellError.STATUS, message);
    }

    public BuiltinException(int status, String message) {
        super(message);
        this.status = status;
    }
}
