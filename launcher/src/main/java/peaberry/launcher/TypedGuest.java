package peaberry.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A guest at which somebody types who waits for what it prints. */
final class TypedGuest implements AutoCloseable {

    private final Process process;

    /** @param command QEMU's */
    TypedGuest(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Waits until something is printed. @return all that was printed since it was waited last */
    String await(String text) throws Failure, IOException {
        StringBuilder said = new StringBuilder();
        byte[] piece = new byte[4096];
        while (said.indexOf(text) < 0) {
            int count = process.getInputStream().read(piece);
            if (count < 0) {
                throw new Failure("the guest ended before it printed '" + text.strip() + "'; it said:\n" + said);
            }
            said.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
        }
        return said.toString();
    }

    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
