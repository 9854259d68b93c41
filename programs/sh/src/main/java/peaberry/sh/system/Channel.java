package peaberry.sh.system;

import java.io.IOException;

/** An open file, one end of a pipe, or a terminal. How far it was read or written is shared by all who use it. */
public interface Channel {

    /** Reads at least one byte, or answers -1 at the end. */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Writes all of it. */
    void write(byte[] from, int offset, int length) throws IOException;

    boolean isTerminal();

    void close();
}
