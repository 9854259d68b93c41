package peaberry.people;

import java.io.IOException;
import java.util.List;

/** A directory with what is below it, by paths without a {@code /} in front. */
interface Folder {

    /** The names in a directory, in no order. @param path empty for the folder itself */
    List<String> list(String path) throws IOException;

    boolean exists(String path) throws IOException;

    /** All of a file's text, ASCII. @throws IOException if it is not there, or larger than {@link #MAX_BYTES} */
    String read(String path) throws IOException;

    /** Makes a file with this text, in place of another one, and returns when that survives a loss of power. */
    void write(String path, String text) throws IOException;

    void makeDirectory(String path) throws IOException;

    /** Removes a file or an empty directory. */
    void remove(String path) throws IOException;

    /** Gives something another name in the same directory, in place of what has that; returns when that survives a loss of power. Until then it has one of the two names. */
    void rename(String directory, String name, String newName) throws IOException;

    /** Of the largest file that is read. */
    int MAX_BYTES = 4096;
}
