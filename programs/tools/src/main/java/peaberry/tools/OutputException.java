package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.BrokenPipeException;

/** What a tool writes cannot be written, which ends it. It is no {@link IOException}, as those are about a file that is read. */
final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isBroken;

    OutputException(IOException cause) {
        super(cause.getMessage());
        isBroken = cause instanceof BrokenPipeException;
    }

    /** Whether nobody reads it any more. */
    boolean isBroken() {
        return isBroken;
    }
}
