package peaberry.fullscreen.less;

import java.io.IOException;
import peaberry.sh.system.Channel;

/**
 * What is shown.
 *
 * @param size bytes, or {@link #UNKNOWN}
 */
public record Source(String name, Opening opening, long size) {

    /** In place of the size of a pipe. */
    public static final long UNKNOWN = -1;

    /** How it is opened. */
    public interface Opening {

        /** Begins at its beginning, if it is a file. */
        Channel open() throws IOException;
    }
}
