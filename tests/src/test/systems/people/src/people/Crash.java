package people;

import java.nio.charset.StandardCharsets;
import peaberry.stream.StandardStream;

/** In place of {@code login}: says that somebody may enter, as far as it gets. */
public final class Crash {

    private Crash() {
    }

    public static void main(String[] arguments) {
        byte[] text = "accepted\nann\n1000\n/home/ann\n*\n".getBytes(StandardCharsets.US_ASCII);
        new StandardStream("verdict", "verdict-file").write(text, 0, text.length);
        throw new IllegalStateException("on purpose");
    }
}
