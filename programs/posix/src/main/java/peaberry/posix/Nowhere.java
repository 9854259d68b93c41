package peaberry.posix;

import peaberry.sh.system.Channel;

/** {@code /dev/null}: who reads finds the end, and what is written is gone. A program that is given it is given nothing, which is the same to it. */
final class Nowhere implements Channel {

    @Override
    public int read(byte[] into, int offset, int length) {
        return -1;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        // It is gone.
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        // There is nothing.
    }
}
