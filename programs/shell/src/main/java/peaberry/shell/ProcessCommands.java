package peaberry.shell;

import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;
import peaberry.system.Words;

/** Commands about processes: what they do, and ending them. */
final class ProcessCommands {

    private static final SystemControlClient SYSTEM = Session.SYSTEM;
    private static final SupervisionClient SUPERVISOR = Session.SUPERVISOR;
    private static final Text NAME = new Text(SystemControl.MAX_NAME);

    private static final int STATE_COLUMN = 12;
    private static final int PRIORITY_COLUMN = 30;
    private static final int PRIORITY_WIDTH = 8;
    private static final int TIME_WIDTH = 10;
    private static final int MEMORY_WIDTH = 12;
    private static final int RESTARTS_WIDTH = 10;
    private static final int KIBIBYTE = 1024;

    private ProcessCommands() {
    }

    static void list(Line line) {
        long ticksPerMicrosecond = Time.ticksPerMicrosecond();
        Session.CONSOLE.print("name        state             priority    CPU ms  memory KiB  restarts\n");
        for (int number = 0; SYSTEM.process(number) == Outcome.DONE; number++) {
            Session.CONSOLE.printLine(row(ticksPerMicrosecond));
        }
    }

    static void kill(Line line) {
        int number = find(line, 1);
        if (number >= 0) {
            Session.CONSOLE.flush();
            report(line, SUPERVISOR.kill(number), " was killed and started again", " was killed and does not run again; try faults");
        }
    }

    static void restart(Line line) {
        int number = find(line, 1);
        if (number >= 0) {
            Session.CONSOLE.flush();
            report(line, SUPERVISOR.restart(number), " was restarted", " could not be started again; try faults");
        }
    }

    /** Lists who drives a PCI function, and whether that can reach memory that is not its own. */
    static void drivers(Line line) {
        int drivers = 0;
        for (int number = 0; SYSTEM.process(number) == Outcome.DONE; number++) {
            if (SYSTEM.driven(number) == Outcome.DONE) {
                Session.CONSOLE.printLine(driverRow());
                drivers++;
            }
        }
        if (drivers == 0) {
            Session.CONSOLE.print("no process drives a PCI device\n");
        }
    }

    private static Text driverRow() {
        int function = SYSTEM.drivenFunction();
        Text text = Session.text().append(SYSTEM.processName()).padTo(STATE_COLUMN).append(" PCI ").decimal(function >>> 8).append(":")
                .decimal(function >>> 3 & 0x1F).append(".").decimal(function & 7);
        return text.append(SYSTEM.drivenConfined() ? "  confined by the IOMMU" : "  NOT confined: its device can reach all memory");
    }

    /** Whether a process runs. */
    static boolean runs(int number) {
        return number >= 0 && SYSTEM.process(number) == Outcome.DONE && !SYSTEM.processStopped();
    }

    /** How many times a process was restarted; 0 if there is none of that number. */
    static long restarts(int number) {
        return SYSTEM.process(number) == Outcome.DONE ? SYSTEM.processRestarts() : 0;
    }

    /** The number of the process that word {@code word} names; -1, which is said, if there is none. */
    static int find(Line line, int word) {
        int number = Session.number(line.appendWordTo(NAME.clear(), word));
        if (number < 0) {
            Text text = line.appendWordTo(Session.text(), 0).append(": no process ");
            Session.CONSOLE.printLine(line.appendWordTo(text, word).append("; try ps"));
        }
        return number;
    }

    private static void report(Line line, Supervision.Outcome outcome, String success, String failure) {
        Text text = Session.text();
        if (outcome != Supervision.Outcome.DONE) {
            line.appendWordTo(text, 0).append(": ");
        }
        line.appendWordTo(text, 1);
        switch (outcome) {
            case DONE -> text.append(success);
            case REFUSED -> text.append(" cannot be ended; everything else depends on it");
            default -> text.append(failure);
        }
        Session.CONSOLE.printLine(text);
    }

    private static Text row(long ticksPerMicrosecond) {
        long microseconds = SYSTEM.processProcessorTicks() / ticksPerMicrosecond;
        int fraction = 4;
        return Session.text().append(SYSTEM.processName()).padTo(STATE_COLUMN).append(state()).padTo(PRIORITY_COLUMN)
                .decimalRight(SYSTEM.processPriority(), PRIORITY_WIDTH)
                .spaces(TIME_WIDTH - fraction - Text.digits(microseconds / 1000)).thousandths(microseconds)
                .decimalRight(SYSTEM.processMemoryUsed() / KIBIBYTE, MEMORY_WIDTH)
                .decimalRight(SYSTEM.processRestarts(), RESTARTS_WIDTH);
    }

    private static String state() {
        return SYSTEM.processStopped() ? "stopped" : Words.of(SYSTEM.processState());
    }
}
