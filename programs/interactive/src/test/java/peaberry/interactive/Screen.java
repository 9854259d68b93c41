package peaberry.interactive;

import java.util.Arrays;

/** What a person sees: a terminal that understands what the editor prints, and wraps as terminals do, behind the character that has no room. Line feeds come with carriage returns, as the terminal server prints them. */
final class Screen {

    private static final String EMPTY = " ";
    /** The second column of a wide character. */
    private static final String COVERED = "";

    private final String[][] cells;
    private final int columns;
    private int row;
    private int column;
    private int scrolled;
    boolean marksPastes;
    String asked = "";

    Screen(int columns, int rows) {
        this.columns = columns;
        cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = empty();
        }
    }

    private String[] empty() {
        String[] row = new String[columns];
        Arrays.fill(row, EMPTY);
        return row;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    /** How many rows went out at the top. */
    int scrolled() {
        return scrolled;
    }

    /** A row without the blanks at its end. */
    String row(int number) {
        return String.join("", cells[number]).stripTrailing();
    }

    /** All rows that are not empty at the end. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            text.append(row(i)).append('\n');
        }
        return text.toString().stripTrailing();
    }

    void print(String output) {
        int at = 0;
        while (at < output.length()) {
            int character = output.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '\r' -> column = 0;
                case '\n' -> {
                    column = 0;
                    feed();
                }
                case '\b' -> column = Math.max(0, column - 1);
                case 27 -> at = sequence(output, at);
                default -> put(character);
            }
        }
    }

    private void put(int character) {
        int width = Width.of(character);
        if (character < ' ') {
            throw new IllegalStateException("a control character: " + character);
        }
        if (width == 0) {
            int before = column - 1;
            while (cells[row][before].equals(COVERED)) {
                before--;
            }
            cells[row][before] += Character.toString(character);
            return;
        }
        if (column + width > columns) {
            column = 0;
            feed();
        }
        cells[row][column] = Character.toString(character);
        if (width == 2) {
            cells[row][column + 1] = COVERED;
        }
        column += width;
    }

    private void feed() {
        if (row + 1 < cells.length) {
            row++;
            return;
        }
        System.arraycopy(cells, 1, cells, 0, cells.length - 1);
        cells[row] = empty();
        scrolled++;
    }

    private int sequence(String output, int start) {
        if (output.charAt(start) != '[') {
            return start + 1; // the cursor is saved or brought back, and asked about between
        }
        int end = start + 1;
        while (output.charAt(end) < '@') {
            end++;
        }
        String parameters = output.substring(start + 1, end);
        int number = parameters.matches("\\d+") ? Integer.parseInt(parameters) : 1;
        switch (output.charAt(end)) {
            case 'A' -> row = Math.max(0, row - number);
            case 'G' -> column = Math.min(columns, number) - 1;
            case 'H' -> {
                if (parameters.isEmpty()) {
                    row = 0;
                    column = 0;
                }
            }
            case 'K' -> Arrays.fill(cells[row], Math.min(column, columns - 1), columns, EMPTY);
            case 'J' -> {
                int first = parameters.equals("2") ? 0 : row + 1;
                if (first > 0) {
                    Arrays.fill(cells[row], Math.min(column, columns - 1), columns, EMPTY);
                }
                for (int i = first; i < cells.length; i++) {
                    cells[i] = empty();
                }
            }
            case 'm' -> { }
            case 'n' -> asked = parameters;
            case 'h', 'l' -> marksPastes = output.charAt(end) == 'h';
            default -> throw new IllegalStateException("an unknown sequence: " + parameters + output.charAt(end));
        }
        return end + 1;
    }
}
