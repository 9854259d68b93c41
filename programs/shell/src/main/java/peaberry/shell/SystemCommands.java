package peaberry.shell;

import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** Commands about the system as a whole, and those about nothing but text. */
final class SystemCommands {

    private static final Calculator CALCULATOR = new Calculator();

    private static final String INDENT = "  ";
    private static final int LABEL_WIDTH = 20;
    private static final int NUMBER_WIDTH = 10;
    private static final int KIBIBYTE = 1024;

    private SystemCommands() {
    }

    static void echo(Line line) {
        Text text = Session.text();
        line.appendTo(text, line.startOf(1), line.length());
        Session.CONSOLE.printLine(text);
    }

    static void memory(Line line) {
        SystemControlClient system = Session.SYSTEM;
        system.memory();
        memoryRow("total", system.memoryTotal());
        memoryRow("kernel and root", system.memorySystem());
        memoryRow("processes", system.memoryProcesses());
        memoryRow("free", system.memoryFree());
    }

    static void uptime(Line line) {
        Session.SYSTEM.uptime();
        long milliseconds = Session.SYSTEM.uptimeTicks() / Time.ticksPerMicrosecond() / 1000;
        long seconds = milliseconds / 1000;
        Text text = Session.text().append("up ").decimal(seconds / 3600).append(":").decimal(seconds / 60 % 60, 2)
                .append(":").decimal(seconds % 60, 2).append(".").decimal(milliseconds % 1000, 3);
        Session.CONSOLE.printLine(text);
    }

    static void calculate(Line line) {
        int start = line.startOf(1);
        Calculator.Problem problem = CALCULATOR.evaluate(line, start);
        if (problem == Calculator.Problem.NONE) {
            Session.CONSOLE.printLine(Session.text().decimal(CALCULATOR.value()));
            return;
        }
        Session.CONSOLE.printLine(Session.text().append("calc: ").append(problem.text()));
        Text expression = Session.text().append(INDENT);
        line.appendTo(expression, start, line.length());
        Session.CONSOLE.printLine(expression);
        Session.CONSOLE.printLine(Session.text().append(INDENT).spaces(CALCULATOR.problemPosition() - start).append("^"));
    }

    static void shutdown(Line line) {
        int status = line.words() == 1 ? 0 : line.numberAt(1, SystemControl.MAX_STATUS);
        if (status < 0) {
            Session.CONSOLE.print("shutdown: the exit status is a number from 0 to 99\n");
            return;
        }
        shutdown(status);
    }

    /** Switches the machine off; returns only if that is not possible. @param status 0 to 99 */
    static void shutdown(int status) {
        Session.CONSOLE.flush();
        FileChangeCommands.syncAtEnd();
        Session.SYSTEM.shutdown(status);
        Session.CONSOLE.print("shutdown: this machine cannot be switched off by a program\n");
    }

    private static void memoryRow(String label, long bytes) {
        Session.CONSOLE.printLine(Session.text().append(label).padTo(LABEL_WIDTH)
                .decimalRight(bytes / KIBIBYTE, NUMBER_WIDTH).append(" KiB"));
    }
}
