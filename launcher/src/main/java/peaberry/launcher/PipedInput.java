package peaberry.launcher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Input from a pipe or a file. A last line that was not ended is ended, since the guest acts on whole lines. */
final class PipedInput extends FilterInputStream {

    private int last = '\n';
    private boolean ended;

    PipedInput(InputStream pipe) {
        super(pipe);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] piece, int offset, int length) throws IOException {
        int count = ended ? -1 : super.read(piece, offset, length);
        if (count > 0) {
            last = piece[offset + count - 1];
            return count;
        }
        ended = true;
        if (last == '\n' || last == '\r' || length == 0) {
            return -1;
        }
        last = '\n';
        piece[offset] = '\n';
        return 1;
    }
}
