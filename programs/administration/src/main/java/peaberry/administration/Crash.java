package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.system.Supervision.Outcome;

/** {@code crash root|supervisor}: has one that watches over the others fail as a mistake in its program would. */
final class Crash implements Command {

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        String name = Services.operand(operands, "a process");
        int number = Services.process(Services.machine(), name);
        out.flush();
        Outcome outcome = Services.supervision().crash(number);
        if (outcome != Outcome.DONE && outcome != Outcome.SERVER_RESTARTED) {
            throw new RefusedException(name + (outcome == Outcome.REFUSED ? " takes no such order; try restart" : " did not obey"));
        }
        out.println(name + " crashed and was started anew");
        return 0;
    }
}
