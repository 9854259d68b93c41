package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Utf8;

/** What a tool writes, collected until it is much or {@link #flush} is called. */
final class Output {

    private static final int BYTES = 4096;

    private final Channel channel;
    private final byte[] waiting = new byte[BYTES];
    private int count;

    Output(Channel channel) {
        this.channel = channel;
    }

    void write(int value) {
        if (count == BYTES) {
            flush();
        }
        waiting[count++] = (byte) value;
    }

    void write(byte[] from, int offset, int length) {
        if (length > BYTES - count) {
            flush();
        }
        if (length > BYTES) {
            send(from, offset, length);
            return;
        }
        System.arraycopy(from, offset, waiting, count, length);
        count += length;
    }

    void write(byte[] from) {
        write(from, 0, from.length);
    }

    void write(String text) {
        write(Utf8.encode(text));
    }

    /** Writes a character as {@link Utf8} has it. */
    void writeCharacter(int character) {
        if (character < 0x80) {
            write(character);
        } else {
            write(Utf8.encode(new StringBuilder().appendCodePoint(character).toString()));
        }
    }

    /** Writes a line and its end. */
    void line(byte[] line) {
        write(line);
        write('\n');
    }

    void line(String line) {
        write(line);
        write('\n');
    }

    void flush() {
        int length = count;
        count = 0;
        if (length > 0) {
            send(waiting, 0, length);
        }
    }

    private void send(byte[] from, int offset, int length) {
        try {
            channel.write(from, offset, length);
        } catch (IOException failure) {
            throw new OutputException(failure);
        }
    }
}
