package peaberry.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What many guests reported about their faults, added up, as tables in Markdown: as {@code docs/faults.md} has them. */
final class FaultReport {

    /** A line of which how often a time was seen: {@code TIMES microseconds count what}. */
    static final String TIMES = "TIMES ";

    private static final Pattern TIME = Pattern.compile(TIMES + "(\\d{1,12}) (\\d{1,9}) ([a-z. ]+)");
    /** What is in no table: what became of other processes, and of the console's lines. */
    private static final Pattern VALUE = Pattern.compile("FAULTS ((?:console|bystanders)\\.[a-z.]+) (\\d{1,12})");
    /** A kind of faults, its numbers, and two times, which are added up in another way. */
    private static final Pattern ROW = Pattern.compile("([a-z][a-z ]{20} )((?: *\\d{1,12})+)(?: +\\d+\\.\\d{3}){2}");
    private static final Pattern PROBLEM = Pattern.compile("fault \\d+ \\(.*");
    private static final String FIRST = "kind";
    private static final String IN_MILLISECONDS = ".ms";
    private static final List<String> SPANS = List.of("crash.recovery", "hang.recovery", "hang.detection");

    private final List<String> columns = new ArrayList<>();
    private final Map<String, long[]> drivers = new LinkedHashMap<>();
    private final Map<String, long[]> kinds = new LinkedHashMap<>();
    private final Map<String, Distribution> times = new LinkedHashMap<>();
    private final Map<String, Long> others = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> unfinished = new LinkedHashMap<>();
    private long total;

    /** Adds what one guest reported. There may be rubbish between the lines: faults in the console's driver make it print that. */
    void add(FaultOrder order, List<String> lines) {
        total += order.count();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            Matcher time = TIME.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (row.matches()) {
                addRow(order.driver(), row.group(1).strip(), row.group(2).strip().split(" +"));
            } else if (time.matches()) {
                addTime(order.driver(), time.group(3), Long.parseLong(time.group(1)), Long.parseLong(time.group(2)));
            } else if (value.matches()) {
                others.merge(value.group(1), Long.parseLong(value.group(2)), Long::sum);
            } else if (PROBLEM.matcher(line).matches()) {
                addProblem(order, line);
            } else if (line.startsWith(FIRST + " ")) {
                takeColumns(line);
            }
        }
    }

    /** Says what a guest did not keep. */
    void addProblem(FaultOrder order, String what) {
        problems.add(order.driver() + ", seed " + order.seed() + ": " + what);
    }

    /** A guest whose emulator gave up reported nothing. */
    void addUnfinished(FaultOrder order) {
        unfinished.merge(order.driver(), 1, Integer::sum);
    }

    /** How many faults the guests were given. */
    long total() {
        return total;
    }

    private void takeColumns(String heads) {
        columns.clear();
        Arrays.stream(heads.substring(FIRST.length()).strip().split(" +")).filter(head -> !head.endsWith(IN_MILLISECONDS)).forEach(columns::add);
    }

    private void addRow(String driver, String kind, String[] values) {
        if (values.length != columns.size()) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            long value = Long.parseLong(values[i]);
            kinds.computeIfAbsent(kind, _ -> new long[columns.size()])[i] += value;
            drivers.computeIfAbsent(driver, _ -> new long[columns.size()])[i] += value;
        }
    }

    private void addTime(String driver, String what, long microseconds, long count) {
        times.computeIfAbsent(what, _ -> new Distribution()).add(microseconds, count);
        times.computeIfAbsent(driver + what, _ -> new Distribution()).add(microseconds, count);
    }

    /** All of it. */
    String markdown() {
        return Stream.of(byDriver(), byKind(), bySpan(), remarks()).collect(Collectors.joining("\n"));
    }

    private String byDriver() {
        Table table = new Table("driver", columns);
        drivers.forEach((driver, counts) -> table.row("`" + driver + "`", counts));
        long[] all = new long[columns.size()];
        drivers.values().forEach(counts -> Arrays.setAll(all, i -> all[i] + counts[i]));
        table.row("all", all);
        return table.toString();
    }

    private String byKind() {
        List<String> heads = new ArrayList<>(columns);
        heads.addAll(List.of("recovery, median ms", "99th", "longest"));
        Table table = new Table(FIRST, heads);
        kinds.forEach((kind, counts) -> {
            Distribution distribution = times.getOrDefault(kind, new Distribution());
            table.row(kind, Stream.concat(Arrays.stream(counts).mapToObj(Table::text), distribution.row()));
        });
        return table.toString();
    }

    private String bySpan() {
        List<String> heads = SPANS.stream().flatMap(span -> Stream.of(span + ", median ms", "99th", "longest")).toList();
        Table table = new Table("driver", heads);
        for (String driver : drivers.keySet()) {
            table.row("`" + driver + "`", SPANS.stream().flatMap(span -> times.getOrDefault(driver + span, new Distribution()).row()));
        }
        table.row("all", SPANS.stream().flatMap(span -> times.getOrDefault(span, new Distribution()).row()));
        return table.toString();
    }

    private String remarks() {
        StringBuilder remarks = new StringBuilder();
        others.forEach((key, value) -> remarks.append("* ").append(key).append(": ").append(Table.text(value)).append('\n'));
        unfinished.forEach((driver, guests) -> remarks.append("* guests that the emulator ended, which are not counted, with faults in ").append(driver).append(": ").append(guests).append('\n'));
        problems.forEach(problem -> remarks.append("* ").append(problem).append('\n'));
        return remarks.toString();
    }
}
