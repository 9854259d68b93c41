package peaberry.fullscreen.less;

import java.io.IOException;
import java.util.Arrays;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Utf8;

/** The lines of an input, which is read as far as somebody wants to see it. What was read stays in memory; if that does not suffice, what is behind is not read. */
final class Lines {

    private static final int PIECE = 4096;
    /** Kept back for what is needed when there is no memory left. */
    private static final int RESERVE = 128 << 10;

    private final Channel channel;
    private byte[][] pieces = new byte[16][];
    /** Where each line begins, and behind the last one that is known where the next one will. */
    private int[] starts = new int[2 * PIECE];
    private int count;
    private int length;
    private boolean isComplete;
    private boolean isCut;
    private byte[] reserve = new byte[RESERVE];

    Lines(Channel channel) {
        this.channel = channel;
    }

    /** Whether there is such a line. Reads until that is known. @param line from 0 */
    boolean has(int line) throws IOException {
        while (!isKnown(line)) {
            read();
        }
        return line < count;
    }

    /** Whether nothing need be read to say so. */
    boolean isKnown(int line) {
        return line < count || isComplete;
    }

    /** How many lines are known. */
    int count() {
        return count;
    }

    /** Whether there are no others. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether there is more than memory can take. */
    boolean isCut() {
        return isCut;
    }

    /** The byte with which a line begins; behind the last one that is known, the byte behind that. */
    int start(int line) {
        return starts[Math.min(line, count)];
    }

    /** A line that is known, without its end. */
    String line(int line) {
        int end = start(line + 1);
        if (end > starts[line] && at(end - 1) == '\n') {
            end--;
        }
        byte[] bytes = new byte[end - starts[line]];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = at(starts[line] + i);
        }
        return Utf8.decode(bytes);
    }

    private byte at(int position) {
        return pieces[position / PIECE][position % PIECE];
    }

    private void read() throws IOException {
        try {
            int piece = length / PIECE;
            if (piece == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * piece);
            }
            if (pieces[piece] == null) {
                pieces[piece] = new byte[PIECE];
            }
            if (starts.length - count <= PIECE + 1) { // a piece may be all ends of lines
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            int read = channel.read(pieces[piece], length % PIECE, PIECE - length % PIECE);
            if (read <= 0) {
                complete();
            } else {
                take(read);
            }
        } catch (OutOfMemoryError full) {
            reserve = null;
            isCut = true;
            complete();
        }
    }

    private void take(int read) {
        int end = length + read;
        for (int position = length; position < end; position++) {
            if (at(position) == '\n') {
                count++;
                starts[count] = position + 1;
            }
        }
        length = end;
    }

    /** What has no end at the end of all is a line, too. */
    private void complete() {
        isComplete = true;
        if (length > starts[count]) {
            count++;
            starts[count] = length;
        }
    }
}
