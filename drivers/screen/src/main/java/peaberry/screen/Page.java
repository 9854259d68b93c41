package peaberry.screen;

/**
 * A page of text and the place where the next character goes, which is always on the page: behind the last column it is the first of the
 * next row, and behind the last row the page moves up. A cell has a character in bits 0 to 7 and its colours above.
 */
final class Page {

    static final int COLUMNS = 80;
    static final int ROWS = 25;
    static final int CELLS = ROWS * COLUMNS;

    private static final int TAB = 8;

    private final int[] cells = new int[CELLS];
    private int cursor;

    /** @param cell 0 to {@link #CELLS} - 1, row by row */
    int at(int cell) {
        return cells[cell];
    }

    void set(int cell, int value) {
        cells[cell] = value;
    }

    /** Number of the cell in which the next character goes. */
    int cursor() {
        return cursor;
    }

    /** @param cell 0 to {@link #CELLS} - 1 */
    void setCursor(int cell) {
        cursor = cell;
    }

    int row() {
        return cursor / COLUMNS;
    }

    int column() {
        return cursor % COLUMNS;
    }

    /** Puts the cursor there, or as near as the page has it. */
    void moveTo(int row, int column) {
        cursor = within(row, ROWS) * COLUMNS + within(column, COLUMNS);
    }

    /** Writes a cell and goes on to the next. @param blank what comes into a row that the page gets */
    void write(int value, int blank) {
        cells[cursor] = value;
        cursor++;
        if (cursor == CELLS) {
            scroll(blank);
            cursor -= COLUMNS;
        }
    }

    /** Down by a row, in the same column. */
    void feedLine(int blank) {
        if (row() == ROWS - 1) {
            scroll(blank);
        } else {
            cursor += COLUMNS;
        }
    }

    /** To the next column that is a multiple of eight, or the last one. */
    void tabulate() {
        moveTo(row(), (column() / TAB + 1) * TAB);
    }

    /** Fills the cells {@code from} to {@code to} - 1. */
    void fill(int from, int to, int blank) {
        for (int cell = from; cell < to; cell++) {
            cells[cell] = blank;
        }
    }

    private static int within(int index, int count) {
        return Math.max(0, Math.min(index, count - 1));
    }

    private void scroll(int blank) {
        System.arraycopy(cells, COLUMNS, cells, 0, CELLS - COLUMNS);
        fill(CELLS - COLUMNS, CELLS, blank);
    }
}
