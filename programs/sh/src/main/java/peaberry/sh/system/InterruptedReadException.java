package peaberry.sh.system;

import java.io.IOException;

/** Somebody at the terminal does not want to type what is waited for. */
public final class InterruptedReadException extends IOException {

    private static final long serialVersionUID = 1;

    public InterruptedReadException() {
        super("interrupted");
    }
}
