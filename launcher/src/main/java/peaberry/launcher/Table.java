package peaberry.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String first, List<String> columns) {
        row(first, columns.stream());
        text.append("|---".repeat(columns.size() + 1)).append("|\n");
    }

    void row(String name, Stream<String> cells) {
        text.append(cells.collect(Collectors.joining(" | ", "| " + name + " | ", " |\n")));
    }

    void row(String name, long[] numbers) {
        row(name, Arrays.stream(numbers).mapToObj(Table::text));
    }

    /** With commas between thousands. */
    static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
