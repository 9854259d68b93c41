package peaberry.people;

import java.io.IOException;

/** Where somebody sits: keys as they are typed, which nobody shows, and text. */
interface Screen {

    /** In place of a key: there will be none any more. */
    int END = -1;

    /** The next key, 0 to 255, or {@link #END}. */
    int key() throws IOException;

    /** @param text a character for each byte */
    void show(String text) throws IOException;
}
