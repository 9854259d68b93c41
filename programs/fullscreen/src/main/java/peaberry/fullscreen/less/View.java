package peaberry.fullscreen.less;

import java.io.IOException;
import java.util.List;
import peaberry.fullscreen.terminal.Screen;
import peaberry.fullscreen.terminal.Style;

/** What is seen of an input: from which row on, and how. The last row of the screen is not its own. */
final class View {

    private static final int NUMBER_CELLS = 8;

    private final Lines lines;
    private final Look look;
    private int width;
    private int height;
    /** The first line that is seen, and which of its rows is the first. */
    private int line;
    private int row;
    private int skipped;

    View(Lines lines, Look look) {
        this.lines = lines;
        this.look = look;
    }

    Lines lines() {
        return lines;
    }

    /** The first line that is seen. */
    int top() {
        return line;
    }

    /** The view is as large as that screen, less a row. */
    void fit(Screen screen) throws IOException {
        if (width != screen.columns() || height != screen.rows() - 1) {
            width = screen.columns();
            height = screen.rows() - 1;
            row = 0;
        }
    }

    /** Rows are divided anew. */
    void changed() {
        row = 0;
        skipped = 0;
    }

    StyledLine styled(int number) {
        return look.hasStyles ? StyledLine.withStyles(lines.line(number)) : StyledLine.plain(lines.line(number));
    }

    private int cells() {
        return Math.max(1, width - (look.hasNumbers ? NUMBER_CELLS : 0));
    }

    private List<Integer> rows(StyledLine styled) {
        return look.isChopped ? List.of(0) : styled.rows(cells());
    }

    private int rowCount(int number) {
        return look.isChopped ? 1 : rows(styled(number)).size();
    }

    int height() {
        return height;
    }

    /** Down, as far as there is something that is not seen yet. */
    void down(int count) throws IOException {
        int seen = rowsFromTop(height + count);
        int step = Math.min(count, Math.max(0, seen - height));
        for (int i = 0; i < step; i++) {
            row++;
            if (row >= rowCount(line)) {
                line++;
                row = 0;
            }
        }
    }

    /** How many rows there are from the first that is seen on, if these are not more than so many. */
    private int rowsFromTop(int most) throws IOException {
        int rows = -row;
        for (int number = line; rows < most && lines.has(number); number++) {
            rows += rowCount(number);
        }
        return Math.min(rows, most);
    }

    void up(int count) {
        for (int i = 0; i < count && (row > 0 || line > 0); i++) {
            if (row > 0) {
                row--;
            } else {
                line--;
                row = rowCount(line) - 1;
            }
        }
    }

    /** To the left or right, if lines are chopped. */
    void shift(int cells) {
        skipped = look.isChopped ? Math.max(0, skipped + cells) : 0;
    }

    /** Puts a line at the top, or so near to it that the last row of all is at the bottom. */
    void show(int number) throws IOException {
        lines.has(number);
        line = Math.max(0, Math.min(number, lines.count() - 1));
        row = 0;
        int rows = rowsFromTop(height);
        up(height - rows);
    }

    void showEnd() throws IOException {
        while (lines.has(lines.count())) {
            continue;
        }
        show(lines.count() - 1);
    }

    /** Whether a line can be seen. */
    boolean shows(int number) {
        return number >= line && number < endOfSeen();
    }

    /** Behind the last line of which anything is seen. */
    int endOfSeen() {
        int rows = -row;
        int number = line;
        while (rows < height && number < lines.count()) {
            rows += rowCount(number++);
        }
        return number;
    }

    /** Whether the last row of all is seen, as far as that is known. */
    boolean isAtEnd() {
        int rows = -row;
        int number = line;
        while (rows <= height && number < lines.count()) {
            rows += rowCount(number++);
        }
        return lines.isComplete() && number == lines.count() && rows <= height;
    }

    /** Draws all rows, of which those behind the last one have a tilde. */
    void draw(Screen screen) throws IOException {
        int at = 0;
        int first = row;
        for (int number = line; at < height && lines.has(number); number++) {
            StyledLine styled = styled(number);
            if (look.marked != null) {
                styled.mark(look.marked);
            }
            List<Integer> starts = rows(styled);
            for (int each = first; each < starts.size() && at < height; each++, at++) {
                screen.fill(at, 0, Style.PLAIN);
                int column = look.hasNumbers ? number(screen, at, each == 0 ? number + 1 : 0) : 0;
                int end = each + 1 < starts.size() ? starts.get(each + 1) : styled.text().length();
                styled.draw(screen, at, column, starts.get(each), end, skipped);
            }
            first = 0;
        }
        for (; at < height; at++) {
            screen.fill(at, 0, Style.PLAIN);
            screen.put(at, 0, "~", Style.BOLD);
        }
    }

    /** @param number 0 for none @return the column behind it */
    private static int number(Screen screen, int row, int number) {
        if (number > 0) {
            String digits = String.valueOf(number);
            screen.put(row, Math.max(0, NUMBER_CELLS - 1 - digits.length()), digits, Style.BOLD);
        }
        return NUMBER_CELLS;
    }
}
