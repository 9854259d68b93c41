package peaberry.tools;

import java.io.IOException;
import java.util.Arrays;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Utf8;

/** A file or standard input, read by bytes, characters or lines. Before it waits for more, what was written is handed over. */
final class Input implements AutoCloseable {

    static final int END = -1;
    private static final int BYTES = 4096;
    private static final int LINE = 128;
    private static final int LONGEST_CHARACTER = 4;

    private final String name;
    private final Channel channel;
    private final Output out;
    private final boolean isOwn;
    private byte[] buffer = new byte[BYTES];
    private int next;
    private int count;
    private boolean isAtEnd;
    private boolean lineIsEnded;

    /** @param isOwn whether the channel is closed with it */
    Input(String name, Channel channel, Output out, boolean isOwn) {
        this.name = name;
        this.channel = channel;
        this.out = out;
        this.isOwn = isOwn;
    }

    /** The operand that named it. */
    String name() {
        return name;
    }

    /** Has at least a number of bytes in the buffer, at most {@link #LONGEST_CHARACTER}, if there are so many. */
    private boolean has(int wanted) throws IOException {
        while (count - next < wanted && !isAtEnd) {
            System.arraycopy(buffer, next, buffer, 0, count - next);
            count -= next;
            next = 0;
            out.flush();
            int read = channel.read(buffer, count, BYTES - count);
            isAtEnd = read <= 0;
            count += Math.max(read, 0);
        }
        return count - next >= wanted;
    }

    /** The next byte, 0 to 255, or {@link #END}. */
    int readByte() throws IOException {
        return has(1) ? buffer[next++] & 0xff : END;
    }

    /** Writes what is there next. @param most bytes @return how many it were, or {@link #END} */
    int copy(Output to, long most) throws IOException {
        if (!has(1)) {
            return END;
        }
        int copied = (int) Math.min(most, count - next);
        to.write(buffer, next, copied);
        next += copied;
        return copied;
    }

    /** Reads some bytes. @return how many, 1 at least, or {@link #END} */
    int read(byte[] to) throws IOException {
        if (!has(1)) {
            return END;
        }
        int read = Math.min(to.length, count - next);
        System.arraycopy(buffer, next, to, 0, read);
        next += read;
        return read;
    }

    /** The next character as {@link Utf8} has it, or {@link #END}. */
    int readCharacter() throws IOException {
        if (!has(1)) {
            return END;
        }
        int first = buffer[next] & 0xff;
        if (first < 0x80) {
            next++;
            return first;
        }
        has(LONGEST_CHARACTER);
        int size = Math.min(first < 0xe0 ? 2 : first < 0xf0 ? 3 : LONGEST_CHARACTER, count - next);
        int character = Utf8.decode(Arrays.copyOfRange(buffer, next, next + size)).codePointAt(0);
        next += character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE ? 1 : size;
        return character;
    }

    /** The next line without its end, or null. */
    byte[] readLine() throws IOException {
        byte[] line = new byte[0];
        int length = 0;
        lineIsEnded = false;
        while (!lineIsEnded && has(1)) {
            int end = next;
            while (end < count && buffer[end] != '\n') {
                end++;
            }
            lineIsEnded = end < count;
            int here = end - next;
            if (length + here > line.length) {
                line = Arrays.copyOf(line, lineIsEnded ? length + here : Math.max(LINE, 2 * (length + here)));
            }
            System.arraycopy(buffer, next, line, length, here);
            length += here;
            next = lineIsEnded ? end + 1 : end;
        }
        if (length == 0 && !lineIsEnded) {
            return null;
        }
        return line.length == length ? line : Arrays.copyOf(line, length);
    }

    /** Whether the line that was read last had an end. */
    boolean lineIsEnded() {
        return lineIsEnded;
    }

    @Override
    public void close() {
        buffer = null;
        if (isOwn) {
            channel.close();
        }
    }
}
