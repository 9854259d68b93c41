package peaberry.launcher;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the guest of a single program is sent: its arguments, then its standard input, each as a row of pieces that begin with their length, a byte, and a piece of none at the end. The other side is
 * {@code peaberry.launch.Input}.
 */
final class ProgramInput {

    /** The most bytes of all arguments, each with a zero behind it: what {@code peaberry.launch.Launch} has room for. */
    static final int MAX_ARGUMENTS = 32 << 10;

    private static final String NAME = "program";
    private static final int PIECE = 255;
    private static final int AT_ONCE = 16 * PIECE;

    private ProgramInput() {}

    /** The arguments as the guest wants them: behind a name for the program. @throws Failure if they are too long, or contain what ends them */
    static byte[] arguments(List<String> arguments) throws Failure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((NAME + "\0").getBytes(StandardCharsets.UTF_8));
        for (String argument : arguments) {
            if (argument.indexOf('\0') >= 0) {
                throw new Failure("an argument contains a zero");
            }
            bytes.writeBytes((argument + "\0").getBytes(StandardCharsets.UTF_8));
        }
        if (bytes.size() > MAX_ARGUMENTS) {
            throw new Failure("the arguments have " + bytes.size() + " bytes; " + MAX_ARGUMENTS + " is the most");
        }
        return bytes.toByteArray();
    }

    /** Starts to send, in a thread of its own, which ends with the guest. */
    static void carry(byte[] arguments, InputStream from, OutputStream guest) {
        Thread thread = new Thread(() -> sendToWhomever(arguments, from, guest), "input");
        thread.setDaemon(true);
        thread.start();
    }

    private static void sendToWhomever(byte[] arguments, InputStream from, OutputStream guest) {
        try {
            send(arguments, from, guest);
        } catch (IOException e) {
            // The guest is gone: whoever waits for it ends the run.
            return;
        }
    }

    /** Sends all that there is, each piece of input as soon as it comes. */
    static void send(byte[] arguments, InputStream from, OutputStream guest) throws IOException {
        OutputStream line = new BufferedOutputStream(guest);
        byte[] bytes = new byte[AT_ONCE];
        send(arguments, arguments.length, line);
        end(line);
        for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
            send(bytes, count, line);
            line.flush();
        }
        end(line);
    }

    private static void send(byte[] bytes, int count, OutputStream line) throws IOException {
        for (int at = 0; at < count; at += PIECE) {
            int here = Math.min(PIECE, count - at);
            line.write(here);
            line.write(bytes, at, here);
        }
    }

    private static void end(OutputStream line) throws IOException {
        line.write(0);
        line.flush();
    }
}
