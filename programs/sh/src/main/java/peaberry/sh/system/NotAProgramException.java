package peaberry.sh.system;

import java.io.IOException;

/** A file that can be executed has no form that the system knows. */
public final class NotAProgramException extends IOException {

    private static final long serialVersionUID = 1;

    public NotAProgramException(String path) {
        super(path + ": not a program");
    }
}
