package peaberry.fullscreen.top;

import java.util.ArrayList;
import java.util.List;

/** What happened between two looks, as lines of text: those of the head, and one of each task. */
final class Activity {

    private static final int THOUSAND = 1000;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;
    private static final int MINUTE = 60;
    private static final int KIBIBYTE = 1024;
    private static final long SECOND = 1_000_000;
    /** Where columns end, or those to the left begin. */
    private static final int NUMBER_END = 6;
    private static final int NAME = 8;
    private static final int STATE = 33;
    private static final int MEMORY_END = 61;
    private static final int SHARE_END = 68;
    private static final int TIME_END = 79;

    private final Census before;
    private final Census now;
    private final List<Row> rows = new ArrayList<>();

    /** @param lately thousandths of the processor's time since the look before */
    record Row(Task task, long lately) {
    }

    Activity(Census before, Census now) {
        this.before = before;
        this.now = now;
        for (Task task : now.tasks()) {
            rows.add(new Row(task, thousandths(task.ticks() - before.ticksOf(task))));
        }
    }

    private long thousandths(long ticks) {
        return ticks * THOUSAND / Math.max(1, now.ticks() - before.ticks());
    }

    /** What is to be known of all, and what columns are. */
    List<String> head() {
        long seconds = now.ticks() / now.ticksPerMicrosecond() / SECOND;
        long programs = now.tasks().stream().filter(Task::isProgram).count();
        long used = Math.min(THOUSAND, rows.stream().mapToLong(Row::lately).sum()); // tasks are looked at one after the other
        return List.of("up " + seconds / MINUTE / MINUTE + ":" + two(seconds / MINUTE % MINUTE) + ":" + two(seconds % MINUTE)
                        + ", " + (now.tasks().size() - programs) + " processes, " + programs + (programs == 1 ? " program" : " programs"),
                "memory " + now.memoryTotal() / KIBIBYTE + " KiB, in use " + now.memoryUsed() / KIBIBYTE + ", free " + (now.memoryTotal() - now.memoryUsed()) / KIBIBYTE
                        + "; processor " + tenths(used) + " % in use",
                "", line("number", "name", "state", "memory KiB", "CPU %", "CPU s"));
    }

    /** Tasks, of which those that are alike in that order come as they came. */
    List<String> lines(Order order) {
        return rows.stream().sorted(order.rows()).map(this::line).toList();
    }

    private String line(Row row) {
        Task task = row.task();
        return line(task.isProgram() ? String.valueOf(task.number()) : "", task.name(), task.state(), String.valueOf(task.bytes() / KIBIBYTE), tenths(row.lately()),
                seconds(task.ticks() / now.ticksPerMicrosecond()));
    }

    private static String line(String number, String name, String state, String memory, String share, String time) {
        StringBuilder line = new StringBuilder();
        right(line, number, NUMBER_END);
        to(line, NAME).append(name);
        to(line, STATE).append(state);
        right(line, memory, MEMORY_END);
        right(line, share, SHARE_END);
        right(line, time, TIME_END);
        return line.toString();
    }

    private static void right(StringBuilder line, String text, int end) {
        to(line, end - text.length()).append(text);
    }

    private static StringBuilder to(StringBuilder line, int column) {
        while (line.length() < column) {
            line.append(' ');
        }
        return line;
    }

    private static String tenths(long thousandths) {
        return thousandths / TEN + "." + thousandths % TEN;
    }

    private static String seconds(long microseconds) {
        return microseconds / SECOND + "." + two(microseconds % SECOND / (SECOND / HUNDRED));
    }

    private static String two(long value) {
        return String.valueOf(HUNDRED + value).substring(1);
    }
}
