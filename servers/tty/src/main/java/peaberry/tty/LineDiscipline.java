package peaberry.tty;

import peaberry.runtime.Text;
import peaberry.stream.TerminalControl.Mode;

/**
 * What becomes of what is typed: the line that is being typed, with what is shown of it, and what is finished and waits for a reader. POSIX (General Terminal Interface) calls this
 * canonical mode, and the mode by keys the other one.
 */
final class LineDiscipline {

    /** What the terminal has to do because of a key. */
    enum Event {
        NONE,
        /** There is something to read that was not there before. */
        READABLE, INTERRUPT, STOP
    }

    /** Bytes of the longest line. What is typed behind that is not taken, but for what ends the line. */
    static final int MAX_LINE = 1024;
    /** Bytes that wait for a reader at most. */
    static final int MAX_WAITING = 4096;
    private static final int MAX_LINES = 64;

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int BACKSPACE = 8;
    private static final int LINE_FEED = 10;
    private static final int RETURN = 13;
    private static final int CTRL_U = 21;
    private static final int CTRL_W = 23;
    private static final int CTRL_Z = 26;
    private static final int DELETE = 127;
    private static final String ERASE = "\b \b";

    /** What is to be shown. Whoever shows it clears it. */
    final Text echo = new Text(4 * MAX_LINE);

    private final byte[] line = new byte[MAX_LINE];
    private int length;
    private final byte[] waiting = new byte[MAX_WAITING];
    private int first;
    private int count;
    /** How long the lines are that wait, in a ring; one of no bytes is the end. */
    private final int[] lengths = new int[MAX_LINES];
    private int firstLine;
    private int lines;
    private Mode mode = Mode.LINES;
    /** Whether what waits last is keys, to which more can be added. */
    private boolean endsInKeys;

    void setMode(Mode wanted) {
        if (mode == Mode.LINES && wanted != Mode.LINES && length > 0) {
            finish();
        }
        mode = wanted;
    }

    /** Whether a byte, as it is typed now, is for the programs in front and not for a reader. */
    boolean isSignal(int value) {
        return mode != Mode.KEYS && (value == CTRL_C || value == CTRL_Z);
    }

    /** Whether bytes come as they are typed. */
    boolean wantsKeys() {
        return mode != Mode.LINES;
    }

    /** Takes a byte that was typed. */
    Event type(int value) {
        if (mode == Mode.KEYS || mode == Mode.INTERRUPTIBLE_KEYS && value != CTRL_C && value != CTRL_Z) {
            line[0] = (byte) value;
            length = 1;
            return finish();
        }
        return switch (value) {
            case CTRL_C -> leave("^C\n", Event.INTERRUPT);
            case CTRL_Z -> leave("^Z\n", Event.STOP);
            case CTRL_D -> finish();
            case RETURN, LINE_FEED -> {
                echo.append("\n");
                if (length < MAX_LINE) {
                    line[length++] = LINE_FEED;
                } else {
                    line[MAX_LINE - 1] = LINE_FEED;
                }
                yield finish();
            }
            case BACKSPACE, DELETE -> {
                eraseCharacter();
                yield Event.NONE;
            }
            case CTRL_U -> {
                while (length > 0) {
                    eraseCharacter();
                }
                yield Event.NONE;
            }
            case CTRL_W -> {
                eraseWord();
                yield Event.NONE;
            }
            default -> {
                add(value);
                yield Event.NONE;
            }
        };
    }

    private Event leave(String shown, Event event) {
        length = 0;
        echo.append(shown);
        return event;
    }

    /** Control characters other than the tab are shown as {@code ^X}, as they would otherwise do something to the screen. */
    private void add(int value) {
        if (length == MAX_LINE) {
            return;
        }
        line[length++] = (byte) value;
        if (isControl(value)) {
            echo.append("^").appendByte(value + '@');
        } else {
            echo.appendByte(value);
        }
    }

    private static boolean isControl(int value) {
        return value < ' ' && value != '\t';
    }

    /** A character may be several bytes of UTF-8, of which all but the first begin with the bits 10. */
    private void eraseCharacter() {
        if (length == 0) {
            return;
        }
        int last = line[--length] & 0xFF;
        while (length > 0 && (last & 0xC0) == 0x80) {
            last = line[--length] & 0xFF;
        }
        echo.append(ERASE);
        if (isControl(last)) {
            echo.append(ERASE);
        }
    }

    private void eraseWord() {
        while (length > 0 && line[length - 1] == ' ') {
            eraseCharacter();
        }
        while (length > 0 && line[length - 1] != ' ') {
            eraseCharacter();
        }
    }

    /** What was typed waits for a reader from now on; nothing typed is the end. If there is no room, it is lost. */
    private Event finish() {
        boolean isAdded = mode != Mode.LINES && endsInKeys && lines > 0;
        boolean fits = (isAdded || lines < MAX_LINES) && length <= MAX_WAITING - count;
        if (fits) {
            for (int i = 0; i < length; i++) {
                waiting[(first + count + i) % MAX_WAITING] = line[i];
            }
            count += length;
            lines += isAdded ? 0 : 1;
            int last = (firstLine + lines - 1) % MAX_LINES;
            lengths[last] = isAdded ? lengths[last] + length : length;
            endsInKeys = mode != Mode.LINES;
        }
        length = 0;
        return fits ? Event.READABLE : Event.NONE;
    }

    /** Whether there is something to read, be it the end. */
    boolean isReadable() {
        return lines > 0;
    }

    /** How many bytes of what is to be read first are left; 0 if that is the end, which is taken with that. */
    int next() {
        int left = lengths[firstLine];
        if (left == 0) {
            takeLine();
        }
        return left;
    }

    /** A byte of what is to be read first. @param index less than {@link #next} */
    int byteAt(int index) {
        return waiting[(first + index) % MAX_WAITING] & 0xFF;
    }

    /** Takes bytes of what is to be read first, which were read, and overwrites them: they may be a password. @param bytes at most {@link #next} */
    void take(int bytes) {
        for (int i = 0; i < bytes; i++) {
            waiting[(first + i) % MAX_WAITING] = 0;
        }
        first = (first + bytes) % MAX_WAITING;
        count -= bytes;
        lengths[firstLine] -= bytes;
        if (lengths[firstLine] == 0) {
            takeLine();
        }
    }

    private void takeLine() {
        firstLine = (firstLine + 1) % MAX_LINES;
        lines--;
    }
}
