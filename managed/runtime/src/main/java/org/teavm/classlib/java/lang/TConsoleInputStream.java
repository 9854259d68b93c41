package org.teavm.classlib.java.lang;

import java.io.IOException;
import java.io.InputStream;
import peaberry.managed.StandardStreams;

/** In place of TeaVM's class of this name: {@code System.in}. */
class TConsoleInputStream extends InputStream {

    private static final int END = -1;
    private static final int LINE_END = '\n';

    @Override
    public int read() throws IOException {
        return StandardStreams.CHOSEN.read();
    }

    /** Returns at the end of a line, since nobody knows when the next one comes. */
    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int done = 0;
        int next = 0;
        while (done < count && next != LINE_END) {
            next = read();
            if (next == END) {
                return done == 0 ? END : done;
            }
            bytes[from + done++] = (byte) next;
        }
        return done;
    }
}
