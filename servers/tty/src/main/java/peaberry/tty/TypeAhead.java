package peaberry.tty;

/**
 * What was typed and not been asked for yet, as it came: it is shown, and becomes a line, when somebody reads.
 *
 * <p>A terminal that is asked where its cursor is answers by typing {@code ESC [ row ; column R} (ECMA-48, CPR), and one that is there says its size so. Such a report is taken out, unless a part of it was
 * read before it was complete.
 */
final class TypeAhead {

    /** The most bytes that wait. */
    static final int MOST = 4096;
    /** The most rows, and columns, that are believed. */
    static final int MOST_CELLS = 9999;

    private static final int ESCAPE = 27;

    /** How much of a report came last. */
    private enum Report { NONE, ESCAPE, BRACKET, ROW, SEMICOLON, COLUMN }

    private final byte[] bytes = new byte[MOST];
    private int first;
    private int count;

    private Report report = Report.NONE;
    /** How many bytes at the end that is, if none of them was taken. */
    private int unsettled;
    private boolean isWhole;
    private int row;
    private int column;
    private int rows;
    private int columns;

    /** The last row and column that were reported: the terminal's size; 0 if none were. */
    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    boolean isFull() {
        return count == MOST;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** How many bytes are no part of what may become a report. */
    int settled() {
        return count - unsettled;
    }

    void clear() {
        count = 0;
        report = Report.NONE;
        unsettled = 0;
    }

    /** Takes what came first. Only if not {@link #isEmpty}. */
    int take() {
        if (unsettled == count) {
            unsettled = 0;
            isWhole = false;
        }
        int value = bytes[first] & 0xFF;
        first = (first + 1) % MOST;
        count--;
        return value;
    }

    /** Adds a byte. Only if not {@link #isFull}. */
    void add(int value) {
        bytes[(first + count) % MOST] = (byte) value;
        count++;
        if (report == Report.COLUMN && value == 'R') {
            rows = row;
            columns = column;
            report = Report.NONE;
            count -= isWhole ? unsettled + 1 : 0;
            unsettled = 0;
            return;
        }
        report = after(value);
        isWhole = report == Report.ESCAPE || isWhole;
        unsettled = report == Report.NONE || !isWhole ? 0 : report == Report.ESCAPE ? 1 : unsettled + 1;
    }

    private Report after(int value) {
        if (value == ESCAPE) {
            return Report.ESCAPE;
        }
        boolean isDigit = value >= '0' && value <= '9';
        return switch (report) {
            case NONE -> Report.NONE;
            case ESCAPE -> value == '[' ? Report.BRACKET : Report.NONE;
            case BRACKET, ROW -> {
                row = report == Report.BRACKET ? 0 : row;
                if (value == ';' && report == Report.ROW) {
                    yield Report.SEMICOLON;
                }
                row = row * 10 + value - '0';
                yield isDigit && row <= MOST_CELLS ? Report.ROW : Report.NONE;
            }
            case SEMICOLON, COLUMN -> {
                column = report == Report.SEMICOLON ? value - '0' : column * 10 + value - '0';
                yield isDigit && column <= MOST_CELLS ? Report.COLUMN : Report.NONE;
            }
        };
    }
}
