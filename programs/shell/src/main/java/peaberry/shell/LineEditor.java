package peaberry.shell;

import peaberry.runtime.Text;

/**
 * Makes a line out of keys, and says what the terminal is to show. It knows neither the console nor commands.
 *
 * <p>A character at the end of the line is simply echoed and the terminal wraps as it likes. Every other change draws
 * the terminal's row again, with as much of the line around the cursor as surely fits.
 */
final class LineEditor {

    /** What a key press has led to. */
    enum Event {
        /** The line goes on. */
        NONE,
        /** The line is finished. */
        FINISHED,
        /** The line was abandoned. */
        ABANDONED,
        /** End of input was asked for on an empty line. */
        END_OF_INPUT
    }

    /** Characters drawn at most, so that they fit into a row of 80 beside the prompt. */
    static final int ROW = 68;

    private static final String ERASE_TO_END = "\u001b[K";
    private static final String ERASE_SCREEN = "\u001b[H\u001b[2J";

    private final String prompt;
    private final Text echo = new Text(1024);
    private final Line line = new Line();
    private final Line draft = new Line();
    private final History history = new History();
    private int cursor;
    /** Characters typed at the end of the full line. */
    private int excess;
    /** Entry of the history that is shown; its size when it is the line that is being written. */
    private int shown;

    /** @param prompt printable ASCII */
    LineEditor(String prompt) {
        this.prompt = prompt;
    }

    /** Starts a new line and shows the prompt. */
    void begin() {
        line.clear();
        cursor = 0;
        excess = 0;
        shown = history.size();
        echo.append(prompt);
    }

    /** The line as it is now. */
    Line line() {
        return line;
    }

    /** How many characters more than {@link Line#MAX_LENGTH} were typed. */
    int excess() {
        return excess;
    }

    /** What the terminal is to show; the reader clears it. */
    Text echo() {
        return echo;
    }

    Event press(int key) {
        if (Key.isPrintable(key)) {
            type(key);
            return Event.NONE;
        }
        switch (key) {
            case Key.ENTER -> {
                return finish();
            }
            case Key.CONTROL_C -> {
                echo.append("^C\n");
                return Event.ABANDONED;
            }
            case Key.CONTROL_D -> {
                if (line.length() == 0) {
                    return Event.END_OF_INPUT;
                }
                deleteForward();
            }
            case Key.BACKSPACE, Key.RUBOUT -> deleteBackward();
            case Key.DELETE -> deleteForward();
            case Key.LEFT, Key.CONTROL_B -> moveTo(cursor - 1);
            case Key.RIGHT, Key.CONTROL_F -> moveTo(cursor + 1);
            case Key.HOME, Key.CONTROL_A -> moveTo(0);
            case Key.END, Key.CONTROL_E -> moveTo(line.length());
            case Key.CONTROL_K -> delete(cursor, line.length());
            case Key.CONTROL_U -> delete(0, cursor);
            case Key.CONTROL_W -> delete(wordStart(), cursor);
            case Key.CONTROL_L -> {
                echo.append(ERASE_SCREEN);
                draw();
            }
            case Key.UP, Key.CONTROL_P -> recall(shown - 1);
            case Key.DOWN, Key.CONTROL_N -> recall(shown + 1);
            default -> {
                // Any other control key does nothing and shows nothing.
            }
        }
        return Event.NONE;
    }

    private Event finish() {
        echo.append("\n");
        if (excess == 0) {
            history.add(line);
        }
        return Event.FINISHED;
    }

    private void type(int character) {
        if (line.isFull()) {
            excess++;
            return;
        }
        line.insert(cursor, character);
        cursor++;
        if (cursor == line.length()) {
            echo.appendCodePoint(character);
        } else {
            draw();
        }
    }

    private void deleteBackward() {
        if (excess > 0) {
            excess--;
        } else if (cursor > 0) {
            delete(cursor - 1, cursor);
        }
    }

    private void deleteForward() {
        if (cursor < line.length()) {
            delete(cursor, cursor + 1);
        }
    }

    private void delete(int from, int to) {
        excess = 0;
        line.delete(from, to);
        cursor = from;
        draw();
    }

    private int wordStart() {
        int start = cursor;
        while (start > 0 && line.at(start - 1) == ' ') {
            start--;
        }
        while (start > 0 && line.at(start - 1) != ' ') {
            start--;
        }
        return start;
    }

    private void moveTo(int position) {
        if (position >= 0 && position <= line.length()) {
            cursor = position;
            draw();
        }
    }

    private void recall(int entry) {
        if (entry < 0 || entry > history.size()) {
            return;
        }
        if (shown == history.size()) {
            copy(line, draft);
        }
        shown = entry;
        if (entry == history.size()) {
            copy(draft, line);
        } else {
            history.get(entry, line);
        }
        cursor = line.length();
        excess = 0;
        draw();
    }

    private void draw() {
        int start = cursor <= ROW ? 0 : cursor - ROW / 2;
        int end = Math.min(line.length(), start + ROW);
        echo.append("\r").append(prompt);
        line.appendTo(echo, start, end);
        echo.append(ERASE_TO_END);
        if (cursor < end) {
            echo.append("\r").append(prompt);
            line.appendTo(echo, start, cursor);
        }
    }

    private static void copy(Line from, Line to) {
        to.clear();
        for (int i = 0; i < from.length(); i++) {
            to.insert(i, from.at(i));
        }
    }
}
