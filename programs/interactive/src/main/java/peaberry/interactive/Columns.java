package peaberry.interactive;

import java.util.List;

/** Names in columns, in order from top to bottom. */
final class Columns {

    private static final int GAP = 2;

    private Columns() {
    }

    /** Rows with line feeds. @param width of the terminal */
    static String of(List<String> names, int width) {
        int widest = names.stream().mapToInt(Width::of).max().orElse(0) + GAP;
        int columns = Math.max(1, (width + GAP) / widest);
        int rows = (names.size() + columns - 1) / columns;
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int i = row; i < names.size(); i += rows) {
                text.append(names.get(i));
                if (i + rows < names.size()) {
                    text.append(" ".repeat(widest - Width.of(names.get(i))));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }
}
