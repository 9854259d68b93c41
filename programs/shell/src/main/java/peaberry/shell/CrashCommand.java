package peaberry.shell;

import peaberry.abi.Outcome;
import peaberry.driver.DriverControlClient;
import peaberry.runtime.Grants;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Supervision;

/** {@code crash}: makes a process fail as a programming mistake would, to show that the others live on. */
final class CrashCommand {

    private static final int ROOT_NUMBER = 0;

    /** Under this name the shell may use the control of its own console's driver. */
    private static final String CONTROL = "control";
    private static final DriverControlClient DRIVER = new DriverControlClient(CONTROL);

    /** Stays null: what {@link #crashShell} follows. */
    private static int[] missing;

    private CrashCommand() {
    }

    static void run(Line line) {
        int number = ProcessCommands.find(line, 1);
        if (number < 0) {
            return;
        }
        if (number == ROOT_NUMBER || line.wordIs(1, "supervisor")) {
            crashKeepers(number, line);
        } else if (number == Grants.server(CONTROL)) {
            Session.CONSOLE.flush();
            Session.SUPERVISOR.expectCrash(number);
            crashDriver(line);
        } else if (number == Session.ownNumber()) {
            Session.CONSOLE.flush();
            Session.SUPERVISOR.expectCrash(number);
            crashShell();
        } else {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text().append("crash: "), 1).append(" takes no such order"));
        }
    }

    /** Root or the supervisor. */
    private static void crashKeepers(int number, Line line) {
        Session.CONSOLE.flush();
        Supervision.Outcome outcome = Session.SUPERVISOR.crash(number);
        boolean obeyed = outcome == Supervision.Outcome.DONE || outcome == Supervision.Outcome.SERVER_RESTARTED;
        Text text = line.appendWordTo(Session.text(), 1);
        Session.CONSOLE.printLine(text.append(obeyed ? " crashed and was started anew" : " did not obey"));
    }

    private static void crashDriver(Line line) {
        long ticksPerMicrosecond = Time.ticksPerMicrosecond();
        long start = Time.ticks();
        if (DRIVER.crash() != Outcome.SERVER_RESTARTED) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text().append("crash: "), 1).append(" did not obey"));
            return;
        }
        Session.CONSOLE.awaitDriver();
        long microseconds = (Time.ticks() - start) / ticksPerMicrosecond;
        Text text = line.appendWordTo(Session.text(), 1).append(" crashed and was restarted in ").thousandths(microseconds);
        Session.CONSOLE.printLine(text.append(" ms; try faults"));
    }

    private static void crashShell() {
        missing[0] = 1;
    }
}
