package peaberry.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The host's side of {@code servers/wires}: how a program's streams, its arguments and its end travel on two serial lines. */
final class SandboxStreams {

    /** On the second line: the next byte is one of the status, or this one. */
    private static final int MARK = 0x10;
    private static final int OF_STATUS = 0x80;
    private static final int MOST_AT_ONCE = 255;
    private static final int HALF_BITS = 4;
    private static final int HALF_MASK = 0xF;
    /** In place of a status. */
    static final int NONE = -1;
    /** Bytes of all arguments and the environment. */
    private static final int MOST_BYTES = 32 << 10;

    private SandboxStreams() {
    }

    /** What comes first: how long both are, the arguments, the environment. */
    static byte[] header(List<String> arguments, List<String> environment) throws Failure {
        byte[] given = texts(arguments);
        byte[] named = texts(environment);
        if (given.length + named.length > MOST_BYTES) {
            throw new Failure("the arguments are too long");
        }
        return ByteBuffer.allocate(2 * Integer.BYTES + given.length + named.length).order(ByteOrder.LITTLE_ENDIAN).putInt(given.length).putInt(named.length).put(given).put(named).array();
    }

    private static byte[] texts(List<String> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String row : rows) {
            bytes.writeBytes(row.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    /** Sends bytes in pieces with their lengths before them. */
    static void send(byte[] bytes, int count, OutputStream line) throws IOException {
        for (int done = 0; done < count;) {
            int here = Math.min(MOST_AT_ONCE, count - done);
            byte[] piece = new byte[1 + here];
            piece[0] = (byte) here;
            System.arraycopy(bytes, done, piece, 1, here);
            line.write(piece);
            done += here;
        }
        line.flush();
    }

    /** Sends the end. */
    static void sendEnd(OutputStream line) throws IOException {
        line.write(0);
        line.flush();
    }

    /** Copies the errors that come by the second line, until its end. @return the status that came with them; {@link #NONE} if none did */
    static int receive(InputStream line, OutputStream errors) throws IOException {
        int status = NONE;
        int high = NONE;
        byte[] single = new byte[1];
        for (int value = line.read(); value >= 0; value = line.read()) {
            int next = value == MARK ? line.read() : value;
            if (value == MARK && next >= OF_STATUS) {
                status = high == NONE ? NONE : high << HALF_BITS | next & HALF_MASK;
                high = high == NONE ? next & HALF_MASK : NONE;
            } else if (next >= 0) {
                single[0] = (byte) next;
                errors.write(single);
                errors.flush();
            }
        }
        return status;
    }
}
