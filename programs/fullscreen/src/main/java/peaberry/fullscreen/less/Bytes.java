package peaberry.fullscreen.less;

import java.io.IOException;
import peaberry.sh.system.Channel;

/** Bytes in memory, to be read. */
public final class Bytes implements Channel {

    private final byte[] bytes;
    private int position;

    public Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        throw new IOException("it can only be read");
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
