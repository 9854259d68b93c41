package peaberry.bench;

import peaberry.console.Terminal;
import peaberry.runtime.Text;

/** Prints results as {@code BENCH key value}, each on a line of its own. */
final class Report {

    static final Terminal CONSOLE = new Terminal("console");

    private static final Text LINE = new Text(100);

    private Report() {
    }

    static void number(String key, long value) {
        CONSOLE.printLine(LINE.clear().append("BENCH ").append(key).append(" ").decimal(value));
    }

    /** Prints a value in thousandths with three places. */
    static void thousandths(String key, long value) {
        CONSOLE.printLine(LINE.clear().append("BENCH ").append(key).append(" ").thousandths(value));
    }
}
