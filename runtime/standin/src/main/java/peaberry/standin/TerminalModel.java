package peaberry.standin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A terminal as far as a test looks at it: what the bytes that were written to it show. It knows of xterm's control sequences those that Peaberry's programs use, and takes any other for a mistake
 * of theirs ({@link IllegalStateException}). It scrolls when the last cell of the last row is written, as simple terminals do.
 */
public final class TerminalModel {

    private static final int ESCAPE = 27;
    /** Of these ranges characters are two cells wide: enough of them for tests. */
    private static final int FIRST_WIDE = 0x2e80;
    private static final int LAST_WIDE = 0xd7a3;
    private static final int FIRST_COMBINING = 0x300;
    private static final int LAST_COMBINING = 0x36f;

    private final int rows;
    private final int columns;
    private String[][] texts;
    private boolean[][] inverse;
    private String[][] otherTexts;
    private int row;
    private int column;
    private int keptRow;
    private int keptColumn;
    private int savedRow;
    private int savedColumn;
    private boolean isInverse;
    private boolean isCursorHidden;
    private boolean marksPasted;
    private boolean hasOtherScreen;
    private String answer;

    public TerminalModel(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        texts = blank();
        inverse = new boolean[rows][columns];
    }

    private String[][] blank() {
        String[][] blank = new String[rows][columns];
        for (String[] each : blank) {
            Arrays.fill(each, " ");
        }
        return blank;
    }

    /** Takes what was written. Nothing may be cut off in the middle of a character or a control sequence. */
    public void take(byte[] bytes) {
        take(new String(bytes, StandardCharsets.UTF_8));
    }

    public void take(String text) {
        int next = 0;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            next = point == ESCAPE ? sequence(text, next + 1) : next + Character.charCount(point);
            if (point != ESCAPE) {
                show(point);
            }
        }
    }

    private void show(int point) {
        switch (point) {
            case '\r' -> column = 0;
            case '\n' -> down();
            case '\b' -> column = Math.max(0, column - 1);
            default -> {
                if (point < ' ') {
                    throw new IllegalStateException("control character " + point);
                }
                write(point);
            }
        }
    }

    private void write(int point) {
        String text = new String(Character.toChars(point));
        if (point >= FIRST_COMBINING && point <= LAST_COMBINING) {
            texts[row][column - 1] += text;
            return;
        }
        int width = point >= FIRST_WIDE && point <= LAST_WIDE ? 2 : 1;
        if (width == 2 && column + 1 < columns) {
            texts[row][column + 1] = "";
            inverse[row][column + 1] = isInverse;
        }
        texts[row][column] = text;
        inverse[row][column] = isInverse;
        column += width;
        if (column >= columns) {
            column = 0;
            down();
        }
    }

    private void down() {
        if (row < rows - 1) {
            row++;
            return;
        }
        System.arraycopy(texts, 1, texts, 0, rows - 1);
        System.arraycopy(inverse, 1, inverse, 0, rows - 1);
        texts[rows - 1] = blank()[0];
        inverse[rows - 1] = new boolean[columns];
    }

    /** @return behind the sequence */
    private int sequence(String text, int start) {
        if (text.startsWith("7", start) || text.startsWith("8", start)) { // DECSC, DECRC
            keepCursor(text.charAt(start) == '7');
            return start + 1;
        }
        if (!text.startsWith("[", start)) {
            throw new IllegalStateException("not a control sequence: " + text.substring(start, Math.min(text.length(), start + 4)));
        }
        int end = start + 1;
        while (text.charAt(end) < '@') {
            end++;
        }
        String parameters = text.substring(start + 1, end);
        execute(text.charAt(end), parameters);
        return end + 1;
    }

    private void execute(char last, String parameters) {
        if (parameters.startsWith("?")) {
            mode(Integer.parseInt(parameters.substring(1)), last == 'h');
            return;
        }
        int[] numbers = Arrays.stream(parameters.split(";")).mapToInt(each -> each.isEmpty() ? 0 : Integer.parseInt(each)).toArray();
        switch (last) {
            case 'H' -> {
                row = Math.clamp(numbers[0] - 1L, 0, rows - 1);
                column = Math.clamp(numbers.length > 1 ? numbers[1] - 1L : 0, 0, columns - 1);
            }
            case 'J' -> {
                if (numbers[0] != 0 && numbers[0] != 2) {
                    throw new IllegalStateException("erasing " + parameters);
                }
                erase(numbers[0] == 2 ? 0 : row, numbers[0] == 2 ? 0 : column);
            }
            case 'A' -> row = Math.max(0, row - Math.max(1, numbers[0]));
            case 'B' -> row = Math.min(rows - 1, row + Math.max(1, numbers[0]));
            case 'C' -> column = Math.min(columns - 1, column + Math.max(1, numbers[0]));
            case 'D' -> column = Math.max(0, column - Math.max(1, numbers[0]));
            case 'G' -> column = Math.clamp(numbers[0] - 1L, 0, columns - 1);
            case 'K' -> {
                Arrays.fill(texts[row], column, columns, " ");
                Arrays.fill(inverse[row], column, columns, isInverse);
            }
            case 'm' -> {
                for (int number : numbers) {
                    isInverse = number != 0 && (number == 7 || isInverse);
                }
            }
            case 'n' -> answer = "\033[" + (row + 1) + ";" + (column + 1) + "R";
            default -> throw new IllegalStateException("control sequence " + parameters + last);
        }
    }

    private void erase(int fromRow, int fromColumn) {
        for (int each = fromRow; each < rows; each++) {
            Arrays.fill(texts[each], each == fromRow ? fromColumn : 0, columns, " ");
            Arrays.fill(inverse[each], each == fromRow ? fromColumn : 0, columns, false);
        }
    }

    private void keepCursor(boolean isKept) {
        if (isKept) {
            keptRow = row;
            keptColumn = column;
        } else {
            row = keptRow;
            column = keptColumn;
        }
    }

    private void mode(int mode, boolean isSet) {
        switch (mode) {
            case 25 -> isCursorHidden = !isSet;
            case 2004 -> marksPasted = isSet;
            case 1047 -> {
                texts = hasOtherScreen && !isSet ? otherTexts : texts;
                hasOtherScreen &= isSet;
            }
            case 1049 -> {
                if (isSet == hasOtherScreen) {
                    throw new IllegalStateException("the other screen, again");
                }
                hasOtherScreen = isSet;
                String[][] now = texts;
                texts = isSet ? blank() : otherTexts;
                otherTexts = now;
                inverse = new boolean[rows][columns];
                if (isSet) {
                    savedRow = row;
                    savedColumn = column;
                } else {
                    row = savedRow;
                    column = savedColumn;
                }
            }
            default -> throw new IllegalStateException("mode " + mode);
        }
    }

    /** What a terminal answers if it was asked where its cursor is since this was called last. */
    public Optional<String> answer() {
        Optional<String> given = Optional.ofNullable(answer);
        answer = null;
        return given;
    }

    /** What is seen, without blanks at the ends of rows and empty rows at the end. */
    public String text() {
        return IntStream.range(0, rows).mapToObj(this::row).collect(Collectors.joining("\n")).stripTrailing();
    }

    /** @param which from 0 */
    public String row(int which) {
        return String.join("", texts[which]).stripTrailing();
    }

    /** What is inverse in a row. */
    public String inverse(int which) {
        return IntStream.range(0, columns).filter(each -> inverse[which][each]).mapToObj(each -> texts[which][each]).collect(Collectors.joining());
    }

    public int cursorRow() {
        return row;
    }

    public int cursorColumn() {
        return column;
    }

    /** Whether it is as programs find it: its first screen, with a cursor, plain text, and nothing around what is pasted. */
    public boolean isOrderly() {
        return !hasOtherScreen && !isCursorHidden && !marksPasted && !isInverse;
    }
}
