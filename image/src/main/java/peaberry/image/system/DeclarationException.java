package peaberry.image.system;

import java.util.List;

/** A declaration of a system is refused. The message has all reasons, each in a line {@code file:line: text}. */
public final class DeclarationException extends Exception {

    private static final long serialVersionUID = 1;

    DeclarationException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
