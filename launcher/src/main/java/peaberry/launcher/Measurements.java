package peaberry.launcher;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of {@link Figure}s: the largest of all runs, and the smallest where runs differ. */
final class Measurements {

    /** Behind the key of a figure's smallest value. */
    private static final String LEAST = ".least";
    private static final String ROW = "%-40s %9s %9s %9s %12s  %s%n";

    private final Map<String, BigDecimal> largest = new LinkedHashMap<>();
    private final Map<String, BigDecimal> least = new LinkedHashMap<>();

    void add(String key, BigDecimal value) {
        largest.merge(key, value, BigDecimal::max);
        least.merge(key, value, BigDecimal::min);
    }

    /** @throws Failure if it was not measured */
    BigDecimal value(String key) throws Failure {
        BigDecimal value = largest.get(key);
        if (value == null) {
            throw new Failure(key + " was not measured");
        }
        return value;
    }

    /** Writes one number for each key, and {@code KEY.least} where runs differ. */
    void writeJson(Path file) throws Failure, IOException {
        Map<String, BigDecimal> lines = new LinkedHashMap<>();
        for (Figure figure : Figure.ALL) {
            lines.put(figure.key(), value(figure.key()));
            if (differs(figure)) {
                lines.put(figure.key() + LEAST, least.get(figure.key()));
            }
        }
        Files.writeString(file, lines.entrySet().stream().map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue().toPlainString())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    }

    /** Writes the table of docs/performance.md. */
    void writeTable(Path file) throws Failure, IOException {
        StringBuilder table = new StringBuilder("| path | key | seL4 | Linux | at most | Peaberry | |\n|---|---|---|---|---|---|---|\n");
        for (Figure figure : Figure.ALL) {
            BigDecimal value = value(figure.key());
            table.append("| ").append(String.join(" | ", figure.what(), "`" + figure.key() + "`", figure.seL4(), figure.linux(),
                    text(figure.target()), value.toPlainString(), figure.judge(value).text)).append(" |\n");
        }
        Files.writeString(file, table);
    }

    /** Prints them beside the targets. @return whether all is as it has to be, or no worse than it was */
    boolean print() throws Failure {
        System.out.printf(ROW, "", "seL4", "Linux", "at most", "Peaberry", "");
        boolean expected = true;
        for (Figure figure : Figure.ALL) {
            BigDecimal value = value(figure.key());
            Figure.Verdict verdict = figure.judge(value);
            expected &= verdict.expected;
            String all = differs(figure) ? least.get(figure.key()).toPlainString() + "–" + value.toPlainString() : value.toPlainString();
            System.out.printf(ROW, figure.what(), figure.seL4(), figure.linux(), text(figure.target()), all, verdict.text);
        }
        return expected;
    }

    private boolean differs(Figure figure) {
        return least.get(figure.key()).compareTo(largest.get(figure.key())) != 0;
    }

    private static String text(BigDecimal target) {
        return target == null ? "–" : target.toPlainString();
    }
}
