package peaberry.launcher;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** What the user types, up to {@link Terminal#LEAVE}: that key is acted on and ends the stream. */
final class TerminalInput extends FilterInputStream {

    private final Runnable leave;
    private boolean left;

    /** @param report what the terminal types of itself, first of all */
    TerminalInput(byte[] report, InputStream keys, Runnable leave) {
        super(new SequenceInputStream(new ByteArrayInputStream(report), keys));
        this.leave = leave;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] piece, int offset, int length) throws IOException {
        if (left) {
            return -1;
        }
        int count = super.read(piece, offset, length);
        for (int i = 0; i < count; i++) {
            if (piece[offset + i] == Terminal.LEAVE) {
                left = true;
                System.err.print("\r\npeaberry: left\r\n"); // the guest's last line has no end
                leave.run();
                return i == 0 ? -1 : i;
            }
        }
        return count;
    }
}
