package peaberry.fullscreen;

import java.io.IOException;
import peaberry.sh.system.Channel;

/** How a file gets another content: all of it, or the file stays as it is. */
public interface Replacement {

    /**
     * Has a file, which need not be there yet, contain something else, so that it survives a loss of power when this returns. Before, that leaves the one content or the other. What else is known of
     * the file stays.
     *
     * @param path absolute; a link is followed
     */
    void replace(String path, Content content) throws IOException;

    /** What is to be in a file. */
    interface Content {

        /** Writes all of it. */
        void writeTo(Channel file) throws IOException;
    }
}
