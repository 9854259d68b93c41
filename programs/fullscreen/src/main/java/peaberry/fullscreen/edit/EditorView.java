package peaberry.fullscreen.edit;

import peaberry.fullscreen.terminal.Glyph;
import peaberry.fullscreen.terminal.Screen;
import peaberry.fullscreen.terminal.Style;

/** What is seen of a text and its file: a title, the lines around the cursor, a message, and what keys do. */
final class EditorView {

    private static final String[][] KEYS = {
        {"^S Save", "^O Save as", "^F Find", "^R Replace", "^K Cut line", "^Z Undo"},
        {"^X Exit", "^G Go to", "^N Next", "^C Copy line", "^U Paste", "^Y Redo"},
    };
    /** A screen of fewer rows does not tell what keys do. */
    private static final int ROWS_WITH_KEYS = 8;
    private static final int KEY_CELLS = 13;
    private static final int NUMBER_CELLS = 6;
    /** So far the text is moved at once when the cursor comes to the side of the screen. */
    private static final int SIDE_STEP = 16;

    private final Screen screen;
    private final TextBuffer text;
    private int top;
    private int left;
    private boolean hasNumbers;

    EditorView(Screen screen, TextBuffer text) {
        this.screen = screen;
        this.text = text;
    }

    void toggleNumbers() {
        hasNumbers = !hasNumbers;
    }

    private boolean hasKeys() {
        return screen.rows() >= ROWS_WITH_KEYS;
    }

    /** How many lines are seen. */
    int height() {
        return screen.rows() - 2 - (hasKeys() ? KEYS.length : 0);
    }

    /** Draws all of it. */
    void draw(Position cursor, String title, String message) {
        screen.clear();
        int margin = hasNumbers ? NUMBER_CELLS : 0;
        int cell = Glyph.width(text.line(cursor.line()), cursor.column());
        follow(cursor.line(), cell, Math.max(1, screen.columns() - margin));
        screen.fill(0, 0, Style.INVERSE);
        screen.put(0, 1, title, Style.INVERSE);
        String place = " line " + (cursor.line() + 1) + "/" + text.lineCount() + " column " + (cell + 1) + " ";
        screen.put(0, Math.max(0, screen.columns() - place.length()), place, Style.INVERSE);
        for (int row = 0; row < height() && top + row < text.lineCount(); row++) {
            drawLine(1 + row, margin, top + row);
        }
        screen.put(1 + height(), 0, message, Style.BOLD);
        for (int row = 0; hasKeys() && row < KEYS.length; row++) {
            for (int key = 0; key < KEYS[row].length; key++) {
                int column = key * KEY_CELLS;
                screen.put(2 + height() + row, column, KEYS[row][key].substring(0, 2), Style.INVERSE);
                screen.put(2 + height() + row, column + 2, KEYS[row][key].substring(2), Style.PLAIN);
            }
        }
        screen.setCursor(1 + cursor.line() - top, margin + cell - left);
    }

    private void follow(int line, int cell, int width) {
        if (line < top || line >= top + height()) {
            top = Math.max(0, line - (line == top - 1 ? 0 : line == top + height() ? height() - 1 : height() / 2));
        }
        if (cell < left) {
            left = Math.max(0, cell - SIDE_STEP);
        } else if (cell >= left + width - 1) {
            left = cell - width + 1 + Math.min(SIDE_STEP, width / 2);
        }
    }

    private void drawLine(int row, int margin, int line) {
        if (hasNumbers) {
            String number = String.valueOf(line + 1);
            screen.put(row, Math.max(0, NUMBER_CELLS - 1 - number.length()), number, Style.BOLD);
        }
        String content = text.line(line);
        int cell = 0;
        int next = 0;
        while (next < content.length() && cell - left < screen.columns() - margin) {
            int point = content.codePointAt(next);
            String glyph = Glyph.of(point, cell);
            int at = margin + cell - left;
            int style = Glyph.isReplaced(point) ? Style.INVERSE : Style.PLAIN;
            if (cell >= left) {
                screen.put(row, at, glyph, style);
            }
            cell += Glyph.width(point, cell);
            next += Character.charCount(point);
        }
        if (left > 0 && cell > 0) {
            screen.put(row, margin, "<", Style.INVERSE);
        }
        if (next < content.length() || cell - left > screen.columns() - margin) {
            screen.put(row, screen.columns() - 1, ">", Style.INVERSE);
        }
    }
}
