package peaberry.faults;

import peaberry.console.Terminal;
import peaberry.faults.Tally.Count;
import peaberry.faults.code.FaultType;
import peaberry.runtime.Text;

/**
 * Prints what came of a campaign: a table, results as {@code FAULTS key value}, and for those who add up several runs how often each time was
 * seen, as {@code TIMES microseconds count what}.
 */
final class Report {

    static final Terminal CONSOLE = new Terminal("console");

    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 99;
    private static final String CRASH_RECOVERY = "crash.recovery";
    private static final String HANG_RECOVERY = "hang.recovery";
    private static final String HANG_DETECTION = "hang.detection";
    private static final int THOUSAND = 1_000;
    /** The point and three places. */
    private static final int DECIMALS = 4;
    private static final int FIRST_COLUMN = 22;
    private static final int COLUMN = 11;
    private static final Text LINE = new Text(240);

    private Report() {
    }

    /** Prints a sentence. */
    static void say(String text) {
        CONSOLE.print(text).print("\n").flush();
    }

    static void print(Campaign campaign) {
        printHeads();
        for (int type = 0; type < FaultType.count(); type++) {
            printRow(campaign.tally(), campaign.times(), FaultType.of(type));
        }
        printTotals(campaign.tally());
        printTimes(CRASH_RECOVERY, campaign.times().crashes());
        printTimes(HANG_RECOVERY, campaign.times().hangs());
        printTimes(HANG_DETECTION, campaign.times().detections());
        printNumber("bystanders.failed", campaign.victims());
        printAll(campaign.times());
        CONSOLE.flush();
    }

    private static void printHeads() {
        LINE.clear().append("kind");
        for (int i = 0; i < Count.count(); i++) {
            String head = Count.of(i).text();
            LINE.padTo(FIRST_COLUMN + (i + 1) * COLUMN - head.length()).append(head);
        }
        LINE.append("  median.ms     p99.ms");
        CONSOLE.printLine(LINE);
    }

    private static void printRow(Tally tally, Times times, FaultType type) {
        LINE.clear().append(type.text()).padTo(FIRST_COLUMN);
        for (int i = 0; i < Count.count(); i++) {
            LINE.decimalRight(tally.of(type, Count.of(i)), COLUMN);
        }
        printTime(times.of(type).percentile(MEDIAN));
        printTime(times.of(type).percentile(NEARLY_ALL));
        CONSOLE.printLine(LINE);
    }

    private static void printTime(long microseconds) {
        LINE.spaces(COLUMN - DECIMALS - Text.digits(microseconds / THOUSAND)).thousandths(microseconds);
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

    private static void printAll(Times times) {
        printSteps(CRASH_RECOVERY, times.crashes());
        printSteps(HANG_RECOVERY, times.hangs());
        printSteps(HANG_DETECTION, times.detections());
        for (int type = 0; type < FaultType.count(); type++) {
            printSteps(FaultType.of(type).text(), times.of(FaultType.of(type)));
        }
    }

    private static void printSteps(String what, Histogram times) {
        for (int step = 0; step < Histogram.steps(); step++) {
            if (times.count(step) > 0) {
                CONSOLE.printLine(LINE.clear().append("TIMES ").decimal(times.end(step)).append(" ").decimal(times.count(step)).append(" ").append(what));
            }
        }
    }

    private static void printTime(String what, String key, long microseconds) {
        CONSOLE.printLine(LINE.clear().append("FAULTS ").append(what).append(key).thousandths(microseconds));
    }

    private static void printNumber(String key, long value) {
        CONSOLE.printLine(LINE.clear().append("FAULTS ").append(key).append(" ").decimal(value));
    }
}
