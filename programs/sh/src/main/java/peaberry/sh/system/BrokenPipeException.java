package peaberry.sh.system;

import java.io.IOException;

/** Nobody will read what is written. A shell ends then, as a program does. */
public final class BrokenPipeException extends IOException {

    private static final long serialVersionUID = 1;

    public BrokenPipeException() {
        super("nobody reads this pipe");
    }
}
