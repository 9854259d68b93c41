package peaberry.sh.syntax;

/** The text ended where it has to go on: more lines could make it right. */
public final class IncompleteException extends SyntaxException {

    private static final long serialVersionUID = 1;

    IncompleteException(int line, String missing) {
        super(line, "end of input where " + missing + " is missing");
    }
}
