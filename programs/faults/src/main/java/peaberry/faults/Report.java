package peaberry.faults;

import peaberry.console.Terminal;
import peaberry.faults.Tally.Count;
import peaberry.faults.code.FaultType;
import peaberry.runtime.Text;

/** Prints what came of a campaign: a table, and results as {@code FAULTS key value}, each on a line of its own. */
final class Report {

    static final Terminal CONSOLE = new Terminal("console");

    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 99;
    private static final int FIRST_COLUMN = 22;
    private static final int COLUMN = 11;
    private static final Text LINE = new Text(200);

    private Report() {
    }

    /** Prints a sentence. */
    static void say(String text) {
        CONSOLE.print(text).print("\n").flush();
    }

    static void print(Campaign campaign) {
        printHeads();
        for (int type = 0; type < FaultType.count(); type++) {
            printRow(campaign.tally(), FaultType.of(type));
        }
        printTotals(campaign.tally());
        printTimes("crash.recovery", campaign.crashes());
        printTimes("hang.recovery", campaign.hangs());
        printTimes("hang.detection", campaign.detections());
        printNumber("bystanders.failed", campaign.victims());
        CONSOLE.flush();
    }

    private static void printHeads() {
        LINE.clear().append("kind");
        for (int i = 0; i < Count.count(); i++) {
            String head = Count.of(i).text();
            LINE.padTo(FIRST_COLUMN + (i + 1) * COLUMN - head.length()).append(head);
        }
        CONSOLE.printLine(LINE);
    }

    private static void printRow(Tally tally, FaultType type) {
        LINE.clear().append(type.text()).padTo(FIRST_COLUMN);
        for (int i = 0; i < Count.count(); i++) {
            LINE.decimalRight(tally.of(type, Count.of(i)), COLUMN);
        }
        CONSOLE.printLine(LINE);
    }

    private static void printTotals(Tally tally) {
        LINE.clear().append("all").padTo(FIRST_COLUMN);
        for (int i = 0; i < Count.count(); i++) {
            LINE.decimalRight(tally.total(Count.of(i)), COLUMN);
        }
        CONSOLE.printLine(LINE);
        for (int i = 0; i < Count.count(); i++) {
            printNumber(Count.of(i).text(), tally.total(Count.of(i)));
        }
    }

    private static void printTimes(String what, Histogram times) {
        LINE.clear().append("FAULTS ").append(what).append(".count ").decimal(times.total());
        CONSOLE.printLine(LINE);
        printTime(what, ".median.milliseconds ", times.percentile(MEDIAN));
        printTime(what, ".p99.milliseconds ", times.percentile(NEARLY_ALL));
        printTime(what, ".longest.milliseconds ", times.greatest());
    }

    private static void printTime(String what, String key, long microseconds) {
        CONSOLE.printLine(LINE.clear().append("FAULTS ").append(what).append(key).thousandths(microseconds));
    }

    private static void printNumber(String key, long value) {
        CONSOLE.printLine(LINE.clear().append("FAULTS ").append(key).append(" ").decimal(value));
    }
}
