package peaberry.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A guest at which somebody types who waits for what it prints. */
final class TypedGuest implements AutoCloseable {

    private final Process process;
    private final Consumer<String> shown;
    private final StringBuilder unread = new StringBuilder();

    /** @param process whose standard streams are the guest's @param shown takes what is printed as it comes */
    TypedGuest(Process process, Consumer<String> shown) {
        this.process = process;
        this.shown = shown;
    }

    /** Waits until something is printed. @return all until then, since the last time */
    String await(String text) throws Failure, IOException {
        int at = unread.indexOf(text);
        while (at < 0) {
            if (!read()) {
                throw new Failure("the guest ended before it printed '" + text.strip() + "'; it said:\n" + unread);
            }
            at = unread.indexOf(text);
        }
        String before = unread.substring(0, at + text.length());
        unread.delete(0, at + text.length());
        return before;
    }

    /** @return false at the guest's end */
    private boolean read() throws IOException {
        byte[] piece = new byte[4096];
        int count = process.getInputStream().read(piece);
        if (count >= 0) {
            String printed = new String(piece, 0, count, StandardCharsets.ISO_8859_1);
            shown.accept(printed);
            unread.append(printed);
        }
        return count >= 0;
    }

    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        process.getOutputStream().flush();
    }

    /** Reads to the guest's end. */
    void end() throws IOException, InterruptedException {
        boolean isMore = true;
        while (isMore) {
            isMore = read();
        }
        process.waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
