package peaberry.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process has printed so far, and a way to wait for more of it. Bytes are read as Latin-1, one character each. */
final class Screen {

    private final StringBuilder printed = new StringBuilder();
    private int seen;
    private boolean closed;

    /** Collects in a thread of its own until the stream ends. */
    static Screen of(InputStream stream) {
        Screen screen = new Screen();
        Thread collector = new Thread(() -> screen.collect(stream), "screen");
        collector.setDaemon(true);
        collector.start();
        return screen;
    }

    private void collect(InputStream stream) {
        byte[] piece = new byte[4096];
        try {
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            append("[" + e.getMessage() + "]");
        }
        close();
    }

    private synchronized void append(String text) {
        printed.append(text);
        notifyAll();
    }

    private synchronized void close() {
        closed = true;
        notifyAll();
    }

    /**
     * Waits until the text has appeared after what was waited for before.
     *
     * @return everything since then, with the text
     * @throws AssertionError if it does not come in time or cannot come any more
     */
    String expect(String text, Duration patience) throws InterruptedException {
        return expect(Pattern.compile(text, Pattern.LITERAL), patience);
    }

    /** The same of any text that a pattern matches. */
    synchronized String expect(Pattern text, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Matcher matcher = text.matcher(printed);
        while (!matcher.find(seen)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (closed || left <= 0) {
                throw new AssertionError((closed ? "ended" : "silent for " + patience) + " before '" + text + "'; since then: "
                        + printed.substring(seen) + "\nthe whole session: " + printed);
            }
            wait(left);
        }
        String news = printed.substring(seen, matcher.end());
        seen = matcher.end();
        return news;
    }

    /** Everything that was printed until the end, for which it waits. */
    synchronized String whole(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no end within " + patience + " of: " + printed);
            }
            wait(left);
        }
        return printed.toString();
    }
}
