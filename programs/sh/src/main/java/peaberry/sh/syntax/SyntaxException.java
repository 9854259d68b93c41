package peaberry.sh.syntax;

/** The text is not in the shell's language. */
public class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    SyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where it was noticed; the first line is 1. */
    public int line() {
        return line;
    }
}
