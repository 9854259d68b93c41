package peaberry.compiler;

/** The program was refused or a tool failed. The message is for the user: all that is wrong, with file and line. */
public final class CompileException extends Exception {

    private static final long serialVersionUID = 1;

    public CompileException(String message) {
        super(message);
    }

    public CompileException(String message, Throwable cause) {
        super(message, cause);
    }
}
