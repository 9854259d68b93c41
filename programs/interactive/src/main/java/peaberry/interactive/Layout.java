package peaberry.interactive;

import java.util.ArrayList;
import java.util.List;

/**
 * How texts stand on the rows of a terminal: cells one behind the other, and where the cursor is among them. Line feeds begin rows, as does what has no room in one. Sequences that set colours belong to the cell
 * that follows them.
 */
final class Layout {

    private static final int TAB = 8;

    /** What is printed for a character, and how many columns it takes. */
    record Cell(String text, int width) {
    }

    /** Cells of one row, together at most as wide as the terminal. */
    private final List<List<Cell>> rows = new ArrayList<>();
    private final int columns;
    private int used;
    private int cursorRow;
    private int cursorColumn;
    private String colours = "";

    Layout(int columns) {
        this.columns = columns;
        rows.add(new ArrayList<>());
    }

    List<List<Cell>> rows() {
        return rows;
    }

    int cursorRow() {
        return cursorRow;
    }

    int cursorColumn() {
        return cursorColumn;
    }

    /** Adds a text of which control characters that are no line feeds have no place but for colours: a prompt. */
    void addPrompt(String prompt) {
        int at = 0;
        while (at < prompt.length()) {
            int end = endOfColours(prompt, at);
            if (end > at) {
                colours += prompt.substring(at, end);
                at = end;
            } else {
                int character = prompt.codePointAt(at);
                add(character);
                at += Character.charCount(character);
            }
        }
        if (!colours.isEmpty()) {
            row().add(new Cell(colours, 0));
            colours = "";
        }
    }

    /** Where a sequence ends that sets colours (ECMA-48, SGR); where it begins if there is none. */
    private static int endOfColours(String text, int start) {
        if (!text.startsWith("\33[", start)) {
            return start;
        }
        int end = start + 2;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ';')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == 'm' ? end + 1 : start;
    }

    /** Adds what is edited, with the cursor at one of its places. @param further begins the rows behind line feeds */
    void addText(String text, int cursor, String further) {
        int at = 0;
        while (at < text.length()) {
            if (at == cursor) {
                noteCursor();
            }
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (character == '\n') {
                newRow();
                addPrompt(further);
            } else {
                add(character);
            }
        }
        if (at == cursor) {
            noteCursor();
        }
    }

    private void noteCursor() {
        if (used == columns) {
            newRow();
        }
        cursorRow = rows.size() - 1;
        cursorColumn = used;
    }

    private List<Cell> row() {
        return rows.getLast();
    }

    private void newRow() {
        rows.add(new ArrayList<>());
        used = 0;
    }

    private void add(int character) {
        if (character == '\n') {
            newRow();
        } else if (character == '\t') {
            do {
                put(" ", 1);
            } while (used % TAB != 0 && used < columns);
        } else if (character < ' ' || character == Key.RUBOUT) {
            put("^", 1);
            put(Key.text(character ^ 0x40), 1);
        } else if (Width.of(character) == 0 && !row().isEmpty()) {
            Cell base = row().removeLast();
            row().add(new Cell(base.text + Key.text(character), base.width));
        } else {
            put(Key.text(character), Math.max(1, Width.of(character)));
        }
    }

    private void put(String text, int width) {
        if (used + width > columns) {
            newRow();
        }
        row().add(new Cell(colours + text, width));
        colours = "";
        used += width;
    }
}
