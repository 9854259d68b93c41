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

/**
 * What many guests reported about their faults, added up, as tables in Markdown: as {@code docs/faults.md} has them. Between the lines of a report there may
 * be anything: faults in the console's driver make it print that. What is not as it should be is counted nowhere, and told.
 */
final class FaultReport {

    /** A line of which how often a time was seen: {@code TIMES microseconds count what}. */
    static final String TIMES = "TIMES ";

    private static final Pattern TIME = Pattern.compile(TIMES + "(\\d{1,12}) (\\d{1,9}) ([a-z. ]+)");
    /** What is in no table: what became of other processes, and of the console's lines. */
    private static final Pattern VALUE = Pattern.compile("FAULTS ((?:console|bystanders)\\.[a-z.]+) (\\d{1,12})");
    private static final Pattern HEAD = Pattern.compile("kind((?: +[a-z]+)+)(?: +[a-z0-9]+\\.ms){2}");
    /** A kind of faults, its numbers, and two times, which are added up in another way. */
    private static final Pattern ROW = Pattern.compile("([a-z][a-z ]{20} )((?: +\\d{1,12})+)(?: +\\d+\\.\\d{3}){2}");
    private static final Pattern PROBLEM = Pattern.compile("fault \\d+ \\(.*");
    private static final List<String> SPANS = List.of("crash.recovery", "hang.recovery", "hang.detection");
    /** What a guest ends with that saw something not kept; whether too little was kept, all of them together tell. */
    private static final int NOT_KEPT = 1;
    /** Of so many effective faults one driver may stay dead. */
    private static final int FEW = 1_000;

    private final List<String> columns = new ArrayList<>();
    private final Map<String, long[]> drivers = new LinkedHashMap<>();
    private final Map<String, long[]> kinds = new LinkedHashMap<>();
    private final Map<String, Distribution> times = new LinkedHashMap<>();
    private final Map<String, Map<String, Distribution>> timesOfDrivers = new LinkedHashMap<>();
    private final Map<String, Long> others = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<Long>> unfinished = new LinkedHashMap<>();
    private boolean isComplete = true;

    /** Adds what one guest reported. @param status that it ended with */
    void add(FaultOrder order, List<String> lines, int status) {
        if (status != 0 && status != NOT_KEPT) {
            isComplete = false;
            addProblem(order, "the guest ended with status " + status);
        }
        long injected = 0;
        for (String line : lines) {
            Matcher head = HEAD.matcher(line);
            Matcher row = ROW.matcher(line);
            Matcher time = TIME.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (head.matches() && columns.isEmpty()) {
                columns.addAll(words(head.group(1)));
            } else if (row.matches()) {
                injected += addRow(order.driver(), row.group(1).strip(), words(row.group(2)));
            } else if (time.matches()) {
                addTime(order.driver(), time.group(3), Long.parseLong(time.group(1)), Long.parseLong(time.group(2)));
            } else if (value.matches()) {
                others.merge(value.group(1), Long.parseLong(value.group(2)), Long::sum);
            }
        }
        addProblems(order, lines);
        if (injected == 0) {
            isComplete = false;
            addProblem(order, "there is no report");
        }
    }

    /** Takes note of a guest whose emulator gave up before it reported more than what was not kept. */
    void addUnfinished(FaultOrder order, List<String> lines) {
        unfinished.computeIfAbsent(order.driver(), _ -> new ArrayList<>()).add(order.seed());
        int before = problems.size();
        addProblems(order, lines);
        isComplete &= problems.size() == before;
    }

    private void addProblems(FaultOrder order, List<String> lines) {
        lines.stream().filter(line -> PROBLEM.matcher(line).matches()).forEach(line -> addProblem(order, line));
    }

    private void addProblem(FaultOrder order, String what) {
        problems.add(order.driver() + ", seed " + order.seed() + ": " + what);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split(" +"));
    }

    /** @return how many were injected: the first column */
    private long addRow(String driver, String kind, List<String> values) {
        if (values.size() != columns.size()) {
            return 0;
        }
        long[] ofKind = kinds.computeIfAbsent(kind, _ -> new long[columns.size()]);
        long[] ofDriver = drivers.computeIfAbsent(driver, _ -> new long[columns.size()]);
        for (int i = 0; i < columns.size(); i++) {
            ofKind[i] += Long.parseLong(values.get(i));
            ofDriver[i] += Long.parseLong(values.get(i));
        }
        return Long.parseLong(values.getFirst());
    }

    private void addTime(String driver, String what, long microseconds, long count) {
        times.computeIfAbsent(what, _ -> new Distribution()).add(microseconds, count);
        timesOfDrivers.computeIfAbsent(driver, _ -> new LinkedHashMap<>()).computeIfAbsent(what, _ -> new Distribution()).add(microseconds, count);
    }

    /** Whether what is promised was kept: nobody else failed, no wrong sector got through, hardly any driver stayed dead; and every guest told. */
    boolean isKept() {
        return isComplete && total("behind") == 0 && others.getOrDefault("bystanders.failed", 0L) == 0 && total("dead") * FEW <= total("effective");
    }

    private long total(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? 0 : drivers.values().stream().mapToLong(counts -> counts[index]).sum();
    }

    /** All of it. */
    String markdown() {
        return Stream.of(byDriver(), byKind(), bySpan(), remarks()).collect(Collectors.joining("\n"));
    }

    private String byDriver() {
        Table table = new Table("driver", columns);
        drivers.forEach((driver, counts) -> table.row("`" + driver + "`", counts));
        table.row("all", columns.stream().mapToLong(this::total).toArray());
        return table.toString();
    }

    private String byKind() {
        List<String> heads = new ArrayList<>(columns);
        heads.addAll(List.of("recovery, median ms", "99th", "longest"));
        Table table = new Table("kind", heads);
        kinds.forEach((kind, counts) -> table.row(kind, Stream.concat(Arrays.stream(counts).mapToObj(Table::text), row(times, kind))));
        return table.toString();
    }

    private String bySpan() {
        Table table = new Table("driver", SPANS.stream().flatMap(span -> Stream.of(span + ", median ms", "99th", "longest")).toList());
        drivers.keySet().forEach(driver -> table.row("`" + driver + "`", SPANS.stream().flatMap(span -> row(timesOfDrivers.getOrDefault(driver, Map.of()), span))));
        table.row("all", SPANS.stream().flatMap(span -> row(times, span)));
        return table.toString();
    }

    private static Stream<String> row(Map<String, Distribution> distributions, String what) {
        return distributions.getOrDefault(what, new Distribution()).row();
    }

    private String remarks() {
        StringBuilder remarks = new StringBuilder();
        others.forEach((key, value) -> remarks.append("* ").append(key).append(": ").append(Table.text(value)).append('\n'));
        unfinished.forEach((driver, seeds) -> remarks.append("* ended by the emulator and not counted, of ").append(driver).append(": ").append(seeds.size())
                .append(seeds.size() == 1 ? " guest" : " guests").append(", of the seeds ").append(seeds.stream().map(String::valueOf).collect(Collectors.joining(", "))).append('\n'));
        problems.forEach(problem -> remarks.append("* ").append(problem).append('\n'));
        return remarks.toString();
    }
}
