package peaberry.people;

import java.util.Arrays;

/** One line that is being typed at a terminal that passes on keys: what it has in it, and what is to be shown of it. */
final class LineEntry {

    /** What a key leads to. */
    enum Event {
        /** The line goes on. */
        NONE,
        /** Enter: it is complete. */
        DONE,
        /** Ctrl-C. */
        CANCELLED,
        /** Ctrl-D, and nothing was typed. */
        END
    }

    /** Whether what is typed is shown. */
    enum Echo { SHOWN, HIDDEN }

    /** Bytes of the longest line. What is typed behind that is not taken. */
    static final int MAX_BYTES = 256;

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int BACKSPACE = 8;
    private static final int LINE_FEED = 10;
    private static final int RETURN = 13;
    private static final int CTRL_U = 21;
    private static final int DELETE = 127;
    private static final String ERASE = "\b \b";

    private final Echo echo;
    private final byte[] line = new byte[MAX_BYTES];
    private int length;
    private final StringBuilder shown = new StringBuilder();

    LineEntry(Echo echo) {
        this.echo = echo;
    }

    /** Takes a key. @param value 0 to 255 */
    Event type(int value) {
        switch (value) {
            case RETURN, LINE_FEED -> {
                shown.append('\n');
                return Event.DONE;
            }
            case CTRL_C -> {
                shown.append("^C\n");
                return Event.CANCELLED;
            }
            case CTRL_D -> {
                return length == 0 ? Event.END : Event.NONE;
            }
            case BACKSPACE, DELETE -> erase();
            case CTRL_U -> {
                while (length > 0) {
                    erase();
                }
            }
            default -> add(value);
        }
        return Event.NONE;
    }

    /** Other control characters would do something to the screen, and belong to no name or password. */
    private void add(int value) {
        if (length < MAX_BYTES && value >= ' ') {
            line[length++] = (byte) value;
            if (echo == Echo.SHOWN) {
                shown.append((char) value);
            }
        }
    }

    /** Takes the last character, which may be several bytes of UTF-8, of which all but the first begin with the bits 10. */
    private void erase() {
        if (length > 0) {
            int last = take();
            while (length > 0 && (last & 0xC0) == 0x80) {
                last = take();
            }
            shown.append(echo == Echo.SHOWN ? ERASE : "");
        }
    }

    private int take() {
        int last = line[--length];
        line[length] = 0;
        return last;
    }

    /** What is to be shown since this was asked last: a character for each byte. */
    String takeShown() {
        String all = shown.toString();
        shown.setLength(0);
        return all;
    }

    /** What was typed. The line is empty then. */
    Secret takeSecret() {
        Secret secret = new Secret(Arrays.copyOf(line, length));
        clear();
        return secret;
    }

    /** What was typed, a character for each byte. The line is empty then. */
    String takeText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (line[i] & 0xFF));
        }
        clear();
        return text.toString();
    }

    /** Forgets what was typed. */
    void clear() {
        Arrays.fill(line, (byte) 0);
        length = 0;
    }
}
