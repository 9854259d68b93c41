package peaberry.interactive;

import java.util.ArrayList;
import java.util.List;
import peaberry.interactive.Layout.Cell;

/**
 * Makes a terminal show a {@link Layout}, by what ECMA-48 and every terminal of the last forty years have: it remembers what is shown and where the cursor is, and prints what differs. Of a layout with more rows than
 * the terminal it shows those around the cursor. Where rows end, lines end: nothing depends on how the terminal wraps.
 */
final class Painter {

    private static final String ERASE_BELOW = "\33[J";
    private static final String ERASE_ROW = "\33[K";

    private final StringBuilder output = new StringBuilder();
    private List<List<Cell>> shown = List.of(List.of());
    private int row;
    private int column;

    /** What is to be printed. It is forgotten then. */
    String take() {
        String taken = output.toString();
        output.setLength(0);
        return taken;
    }

    /** The cursor is at the start of a row, and nothing is shown. */
    void begin() {
        shown = List.of(List.of());
        row = 0;
        column = 0;
    }

    /** Erases the screen. What was shown has to be painted again. */
    void clear() {
        output.append("\33[H\33[2J");
        begin();
    }

    /** Has it show a layout. @param height the terminal's rows */
    void paint(Layout layout, int height) {
        int first = Math.max(0, Math.min(layout.cursorRow() - height / 2, layout.rows().size() - height));
        if (layout.cursorRow() < height) {
            first = 0;
        }
        List<List<Cell>> rows = copy(layout.rows().subList(first, Math.min(layout.rows().size(), first + height)));
        for (int i = 0; i < rows.size(); i++) {
            paintRow(i, rows.get(i));
        }
        if (shown.size() > rows.size()) {
            moveTo(rows.size(), 0);
            output.append(ERASE_BELOW);
        }
        shown = rows;
        moveTo(layout.cursorRow() - first, layout.cursorColumn());
    }

    private static List<List<Cell>> copy(List<List<Cell>> rows) {
        List<List<Cell>> copy = new ArrayList<>();
        rows.forEach(cells -> copy.add(List.copyOf(cells)));
        return copy;
    }

    private void paintRow(int number, List<Cell> cells) {
        List<Cell> before = number < shown.size() ? shown.get(number) : List.of();
        int same = 0;
        while (same < cells.size() && same < before.size() && cells.get(same).equals(before.get(same))) {
            same++;
        }
        if (number < shown.size() && same == cells.size() && same == before.size()) {
            return;
        }
        moveTo(number, width(cells.subList(0, same)));
        for (Cell cell : cells.subList(same, cells.size())) {
            output.append(cell.text());
            column += cell.width();
        }
        if (width(before) > column) {
            output.append(ERASE_ROW);
        }
    }

    private static int width(List<Cell> cells) {
        return cells.stream().mapToInt(Cell::width).sum();
    }

    /** Rows below what was shown are made by line feeds. */
    private void moveTo(int toRow, int toColumn) {
        if (toRow > row) {
            output.append("\r").append("\n".repeat(toRow - row));
            column = 0;
        } else if (toRow < row) {
            output.append("\33[").append(row - toRow).append("A");
        }
        if (toColumn != column || toRow < row) {
            output.append(toColumn == 0 ? "\r" : "\33[" + (toColumn + 1) + "G");
        }
        row = toRow;
        column = toColumn;
    }

    /** Prints what stays: rows where nothing is shown, or something behind all. */
    void print(String text) {
        output.append(text);
    }

    /** Leaves what is shown: the cursor goes to the start of the row behind it. */
    void end() {
        moveTo(shown.size(), 0);
        begin();
    }
}
