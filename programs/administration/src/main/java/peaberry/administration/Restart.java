package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.system.Supervision.Outcome;

/** {@code restart PROCESS}: ends a declared process, whatever it does, and has it made anew. */
final class Restart implements Command {

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        String name = Services.operand(operands, "a process");
        int number = Services.process(Services.machine(), name);
        out.flush();
        Outcome outcome = Services.supervision().restart(number);
        if (outcome != Outcome.DONE) {
            throw new RefusedException(name + (outcome == Outcome.REFUSED ? " cannot be ended; everything else depends on it" : " could not be started again; try faults"));
        }
        out.println(name + " was restarted");
        return 0;
    }
}
