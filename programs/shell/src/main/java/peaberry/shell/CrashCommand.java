package peaberry.shell;

import peaberry.abi.Outcome;
import peaberry.driver.DriverControlClient;
import peaberry.runtime.Text;
import peaberry.runtime.Time;

/** {@code crash}: makes a process fail as a programming mistake would, to show that the others live on. */
final class CrashCommand {

    private static final int ROOT_NUMBER = 0;

    private static final DriverControlClient SERIAL = new DriverControlClient("control");

    /** Stays null: what {@link #crashShell} follows. */
    private static int[] missing;

    private CrashCommand() {
    }

    static void run(Line line) {
        int number = ProcessCommands.find(line, 1);
        if (number < 0) {
            return;
        }
        if (number == ROOT_NUMBER) {
            Session.CONSOLE.print("crash: root takes no such order; everything else depends on it\n");
        } else if (line.wordIs(1, "serial")) {
            Session.CONSOLE.flush();
            Session.SUPERVISOR.expectCrash(number);
            crashSerial();
        } else if (line.wordIs(1, "shell")) {
            Session.CONSOLE.flush();
            Session.SUPERVISOR.expectCrash(number);
            crashShell();
        } else {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text().append("crash: "), 1).append(" takes no such order"));
        }
    }

    private static void crashSerial() {
        long ticksPerMicrosecond = Session.ticksPerMicrosecond();
        long start = Time.ticks();
        if (SERIAL.crash() != Outcome.SERVER_RESTARTED) {
            Session.CONSOLE.print("crash: serial did not obey\n");
            return;
        }
        Session.CONSOLE.awaitDriver();
        long microseconds = (Time.ticks() - start) / ticksPerMicrosecond;
        Text text = Session.text().append("serial crashed and was restarted in ").thousandths(microseconds);
        Session.CONSOLE.printLine(text.append(" ms; try faults"));
    }

    private static void crashShell() {
        missing[0] = 1;
    }
}
