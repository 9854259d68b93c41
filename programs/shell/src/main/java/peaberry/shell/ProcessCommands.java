package peaberry.shell;

import peaberry.runtime.FaultInfo;
import peaberry.runtime.Names;
import peaberry.runtime.Outcome;
import peaberry.runtime.ProcessInfo;
import peaberry.runtime.Text;

/** Commands about processes: what they do, how they failed, and ending them. */
final class ProcessCommands {

    private static final ProcessInfo PROCESS = new ProcessInfo();
    private static final FaultInfo FAULT = new FaultInfo();
    private static final Text NAME = new Text(Names.MAX_BYTES);

    private static final int STATE_COLUMN = 10;
    private static final int PRIORITY_COLUMN = 28;
    private static final int PRIORITY_WIDTH = 8;
    private static final int TIME_WIDTH = 10;
    private static final int MEMORY_WIDTH = 12;
    private static final int RESTARTS_WIDTH = 10;
    private static final int KIBIBYTE = 1024;

    private ProcessCommands() {
    }

    static void list(Line line) {
        Session.SYSTEM.uptime();
        Session.CONSOLE.print("name      state             priority    CPU ms  memory KiB  restarts\n");
        for (int number = 0; Session.SYSTEM.process(number, PROCESS) == Outcome.DONE; number++) {
            Session.CONSOLE.printLine(row(Session.SYSTEM.ticksPerMicrosecond()));
        }
    }

    static void faults(Line line) {
        Session.SYSTEM.uptime();
        int index = 0;
        while (Session.SYSTEM.fault(index, FAULT) == Outcome.DONE) {
            Session.CONSOLE.printLine(faultRow(Session.SYSTEM.ticksPerMicrosecond()));
            if (FAULT.place.length() > 0) {
                Text place = Session.text().append("    at ").append(FAULT.place).append(", ip ");
                Session.CONSOLE.printLine(place.hex(FAULT.instructionPointer));
            }
            index++;
        }
        if (index == 0) {
            Session.CONSOLE.print("no process has failed yet\n");
        }
    }

    static void kill(Line line) {
        int number = find(line, 1);
        if (number >= 0) {
            Session.CONSOLE.flush();
            report(line, Session.SYSTEM.kill(number), " was killed and started again");
        }
    }

    static void restart(Line line) {
        int number = find(line, 1);
        if (number >= 0) {
            Session.CONSOLE.flush();
            report(line, Session.SYSTEM.restart(number), " was restarted");
        }
    }

    /** How many times a process was restarted; 0 if there is none of that number. */
    static long restarts(int number) {
        return Session.SYSTEM.process(number, PROCESS) == Outcome.DONE ? PROCESS.restarts : 0;
    }

    /** The number of the process that word {@code word} names; -1, which is said, if there is none. */
    static int find(Line line, int word) {
        int number = Session.SYSTEM.find(line.appendWordTo(NAME.clear(), word));
        if (number < 0) {
            Text text = line.appendWordTo(Session.text(), 0).append(": no process ");
            Session.CONSOLE.printLine(line.appendWordTo(text, word).append("; try ps"));
        }
        return number;
    }

    private static void report(Line line, Outcome outcome, String success) {
        Text text = Session.text();
        if (outcome != Outcome.DONE) {
            line.appendWordTo(text, 0).append(": ");
        }
        line.appendWordTo(text, 1);
        switch (outcome) {
            case DONE -> text.append(success);
            case REFUSED -> text.append(" cannot be ended; it holds everything else together");
            default -> text.append(" could not be started again; try faults");
        }
        Session.CONSOLE.printLine(text);
    }

    private static Text row(long ticksPerMicrosecond) {
        long microseconds = PROCESS.processorTicks / ticksPerMicrosecond;
        int fraction = 4;
        return Session.text().append(PROCESS.name).padTo(STATE_COLUMN).append(PROCESS.state()).padTo(PRIORITY_COLUMN)
                .decimalRight(PROCESS.priority, PRIORITY_WIDTH)
                .spaces(TIME_WIDTH - fraction - Text.digits(microseconds / 1000)).thousandths(microseconds)
                .decimalRight(PROCESS.memoryUsed / KIBIBYTE, MEMORY_WIDTH)
                .decimalRight(PROCESS.restarts, RESTARTS_WIDTH);
    }

    private static Text faultRow(long ticksPerMicrosecond) {
        return Session.text().append("#").decimal(FAULT.serial).append("  ")
                .thousandths(FAULT.ticksSinceBoot / ticksPerMicrosecond / 1000).append(" s  ")
                .append(FAULT.name).append(": ").append(FAULT.text).append(", restarts ").decimal(FAULT.restarts);
    }
}
