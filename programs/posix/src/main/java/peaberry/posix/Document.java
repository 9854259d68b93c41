package peaberry.posix;

import java.io.IOException;
import java.util.Arrays;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Pipe;

/** Bytes to be read: a here-document. A program that is given it reads it through a pipe, which has to have room for it. */
final class Document implements Channel {

    private static final int MAX_BYTES = 16 << 10;

    private final Pipes pipes;
    private final byte[] content;
    private int position;

    Document(Pipes pipes, byte[] content) {
        this.pipes = pipes;
        this.content = content;
    }

    /** Takes what was not read yet: nothing is left then. */
    byte[] takeRest() {
        byte[] rest = Arrays.copyOfRange(content, position, content.length);
        position = content.length;
        return rest;
    }

    Pipe pipe() throws IOException {
        if (content.length - position > MAX_BYTES) {
            throw new IOException("a here-document of more than 16 KiB cannot be given to a program");
        }
        return pipes.make();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(length, content.length - position);
        System.arraycopy(content, position, into, offset, count);
        position += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        throw new IOException("a here-document cannot be written");
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        // It is only memory.
    }
}
