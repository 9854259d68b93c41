package peaberry.fullscreen.terminal;

import java.util.Arrays;

/**
 * A screen as it is to be, cell by cell, and what the terminal shows as far as that is known: {@link #update} tells the terminal the difference. What it uses of a terminal is in ECMA-48: CUP, ED,
 * EL and SGR; and DECTCEM of VT220, which hides the cursor meanwhile.
 *
 * <p>The last cell of the last row stays empty, since there are terminals that scroll when it is written.
 */
public final class Screen {

    private static final String BLANK = " ";
    /** What is in the second cell of a wide character. */
    private static final String SECOND = "";
    /** So many cells that are as they should be are written again rather than skipped by a sequence. */
    private static final int WORTH_SKIPPING = 8;
    private static final String[] ASCII = new String[128];

    static {
        for (int i = 0; i < ASCII.length; i++) {
            ASCII[i] = String.valueOf((char) i);
        }
    }

    private int rows;
    private int columns;
    private String[][] texts;
    private int[][] styles;
    private String[][] shownTexts;
    private int[][] shownStyles;
    private boolean isKnown;
    private int cursorRow;
    private int cursorColumn;

    public Screen(int rows, int columns) {
        resize(rows, columns);
    }

    /** Makes it that large, and empty. Nothing is known then of what the terminal shows. */
    public void resize(int newRows, int newColumns) {
        rows = newRows;
        columns = newColumns;
        texts = new String[rows][columns];
        styles = new int[rows][columns];
        shownTexts = new String[rows][columns];
        shownStyles = new int[rows][columns];
        clear();
        forget();
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public void clear() {
        for (int row = 0; row < rows; row++) {
            fill(row, 0, Style.PLAIN);
        }
    }

    /** The terminal may show anything: all of it is written anew. */
    public void forget() {
        isKnown = false;
    }

    /** Makes a row blank from a column on. */
    public void fill(int row, int from, int style) {
        for (int column = from; column < columns; column++) {
            texts[row][column] = BLANK;
            styles[row][column] = style;
        }
    }

    /** Puts a text there, as far as the row goes. It has no control characters. @return the column behind it */
    public int put(int row, int column, String text, int style) {
        int at = column;
        int next = 0;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            next += Character.charCount(point);
            at = put(row, at, point, style);
        }
        return at;
    }

    /** Puts a character there, if the row has room for it. @return the column behind it */
    public int put(int row, int column, int point, int style) {
        int width = Width.of(point);
        if (width == 0) {
            combine(row, column - 1, point);
            return column;
        }
        if (column < 0 || column + width > columns) {
            return column + width;
        }
        texts[row][column] = point < ASCII.length ? ASCII[point] : new StringBuilder().appendCodePoint(point).toString();
        styles[row][column] = style;
        if (width == 2) {
            texts[row][column + 1] = SECOND;
            styles[row][column + 1] = style;
        }
        return column + width;
    }

    private void combine(int row, int column, int point) {
        int at = column >= 0 && column < columns && texts[row][column].isEmpty() ? column - 1 : column;
        if (at >= 0 && at < columns) {
            texts[row][at] = new StringBuilder(texts[row][at]).appendCodePoint(point).toString();
        }
    }

    /** Where the cursor is to be. */
    public void setCursor(int row, int column) {
        cursorRow = Math.max(0, Math.min(row, rows - 1));
        cursorColumn = Math.max(0, Math.min(column, columns - 1));
    }

    /** What makes the terminal show this screen. */
    public String update() {
        StringBuilder out = new StringBuilder("\033[?25l");
        int style = Style.PLAIN;
        if (!isKnown) {
            out.append("\033[m\033[H\033[2J");
            for (int row = 0; row < rows; row++) {
                Arrays.fill(shownTexts[row], BLANK);
                Arrays.fill(shownStyles[row], Style.PLAIN);
            }
            isKnown = true;
        }
        for (int row = 0; row < rows; row++) {
            style = update(out, row, style);
        }
        if (style != Style.PLAIN) {
            out.append("\033[m");
        }
        move(out, cursorRow, cursorColumn);
        return out.append("\033[?25h").toString();
    }

    private static void move(StringBuilder out, int row, int column) {
        out.append("\033[").append(row + 1).append(';').append(column + 1).append('H');
    }

    /** @param style that is selected @return the one that is then */
    private int update(StringBuilder out, int row, int style) {
        int selected = style;
        int end = row == rows - 1 ? columns - 1 : columns;
        int blankFrom = blankFrom(row);
        int at = -1;
        for (int column = 0; column < end; column++) {
            if (isShown(row, column) || texts[row][column].equals(SECOND)) {
                continue;
            }
            if (column >= blankFrom) {
                selected = select(out, Style.PLAIN, selected);
                move(out, row, column);
                out.append("\033[K");
                break;
            }
            if (at < 0 || column - at > WORTH_SKIPPING || !isPlainText(row, at, column)) {
                move(out, row, column);
                at = column;
            }
            for (; at <= column; at++) {
                selected = select(out, styles[row][at], selected);
                out.append(texts[row][at]);
            }
            boolean isCertain = texts[row][column].length() == 1 && texts[row][column].charAt(0) < ASCII.length && column < columns - 1;
            at = isCertain ? at : -1; // a terminal may see another width, or go on to the next row
        }
        System.arraycopy(texts[row], 0, shownTexts[row], 0, columns);
        System.arraycopy(styles[row], 0, shownStyles[row], 0, columns);
        return selected;
    }

    private boolean isShown(int row, int column) {
        boolean isSecondNext = column + 1 < columns && texts[row][column + 1].equals(SECOND) && !shownTexts[row][column + 1].equals(SECOND);
        return !isSecondNext && texts[row][column].equals(shownTexts[row][column]) && styles[row][column] == shownStyles[row][column];
    }

    private boolean isPlainText(int row, int from, int to) {
        for (int column = from; column < to; column++) {
            if (texts[row][column].length() != 1 || texts[row][column].charAt(0) >= ASCII.length) {
                return false;
            }
        }
        return true;
    }

    /** From where on the row is blank and plain. */
    private int blankFrom(int row) {
        int column = columns;
        while (column > 0 && texts[row][column - 1].equals(BLANK) && styles[row][column - 1] == Style.PLAIN) {
            column--;
        }
        return column;
    }

    private static int select(StringBuilder out, int wanted, int selected) {
        if (wanted != selected) {
            out.append(wanted == Style.PLAIN ? "\033[m" : Style.sequence(wanted));
        }
        return wanted;
    }
}
