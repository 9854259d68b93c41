package peaberry.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What the guest of a single program sends: its two streams, and how it ended, over one line. The byte {@link #ESCAPE} and a digit say whose the bytes are that follow; the escape twice is itself.
 * What is nobody's is the kernel's. The other side is {@code peaberry.launch.Output}.
 */
final class ProgramOutput {

    private static final int ESCAPE = 0x10;
    private static final int OUT = '1';
    private static final int REPORT = '3';

    private final ByteArrayOutputStream report = new ByteArrayOutputStream();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final OutputStream out;
    private final OutputStream error;
    private OutputStream current;
    private boolean escaped;

    /** @param error where also goes what the kernel prints */
    ProgramOutput(OutputStream out, OutputStream error) {
        this.out = out;
        this.error = error;
        current = error;
    }

    /** Hands on bytes that the guest sent. @throws IOException if somebody does not take them */
    void accept(byte[] bytes, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            accept(bytes[i] & 0xFF);
        }
        handOver();
    }

    private void accept(int value) throws IOException {
        if (escaped && value != ESCAPE) {
            handOver();
            current = switch (value) {
                case OUT -> out;
                case REPORT -> report;
                default -> error;
            };
            escaped = false;
        } else if (escaped || value != ESCAPE) {
            piece.write(value);
            escaped = false;
        } else {
            escaped = true;
        }
    }

    private void handOver() throws IOException {
        piece.writeTo(current);
        piece.reset();
    }

    /** Hands on all that an input has. @return whether there was anything */
    boolean copy(InputStream guest) throws IOException {
        byte[] bytes = new byte[4096];
        boolean any = false;
        for (int count = guest.read(bytes); count >= 0; count = guest.read(bytes)) {
            any = true;
            accept(bytes, count);
        }
        return any;
    }

    /** How the program ended; empty if that was not told. */
    String report() {
        return report.toString(StandardCharsets.US_ASCII);
    }
}
