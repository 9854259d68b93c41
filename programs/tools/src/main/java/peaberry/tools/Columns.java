package peaberry.tools;

import java.util.ArrayList;
import java.util.List;

/** Names in columns, as many as a line has room for; each column is read from the top. */
final class Columns {

    private static final int BETWEEN = 2;
    private static final int LEAST = 3;
    private static final int TAB = 8;

    private final List<String> cells = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final int line;
    private final boolean hasTabs;

    /** @param line how many characters a line has room for @param hasTabs whether tabs stand for blanks where they can */
    Columns(int line, boolean hasTabs) {
        this.line = line;
        this.hasTabs = hasTabs;
    }

    /** @param width how many characters of a cell are seen */
    void add(String cell, int width) {
        cells.add(cell);
        widths.add(width);
    }

    void write(Output out) {
        if (cells.isEmpty()) {
            return;
        }
        int count = cells.size();
        int rows = 1;
        while (rows < count && !hasRoom(rows)) {
            rows++;
        }
        for (int row = 0; row < rows; row++) {
            int column = 0;
            for (int i = row; i < count; i += rows) {
                out.write(cells.get(i));
                if (i + rows < count) {
                    int next = column + width(i / rows, rows);
                    blanks(out, column + widths.get(i), next);
                    column = next;
                }
            }
            out.line("");
        }
    }

    /** How wide a column is, with what is between it and the next one. */
    private int width(int column, int rows) {
        int width = LEAST;
        int end = Math.min(cells.size(), (column + 1) * rows);
        for (int i = column * rows; i < end; i++) {
            width = Math.max(width, widths.get(i) + (end == cells.size() ? 0 : BETWEEN));
        }
        return width;
    }

    private boolean hasRoom(int rows) {
        int all = 0;
        for (int column = 0; column * rows < cells.size(); column++) {
            all += width(column, rows);
        }
        return all < line;
    }

    private void blanks(Output out, int from, int to) {
        int at = from;
        while (at < to) {
            if (hasTabs && to / TAB > (at + 1) / TAB) {
                out.write('\t');
                at += TAB - at % TAB;
            } else {
                out.write(' ');
                at++;
            }
        }
    }
}
