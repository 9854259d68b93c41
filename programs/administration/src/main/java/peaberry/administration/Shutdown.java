package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** {@code shutdown [STATUS]}: switches the machine off, once all that was written to files survives that. */
final class Shutdown implements Command {

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 1);
        int status = operands.isEmpty() ? 0 : status(operands.getFirst());
        SystemControlClient machine = Services.machine();
        Sync.all();
        out.flush();
        machine.shutdown(status);
        throw new RefusedException("this machine cannot be switched off by a program");
    }

    private static int status(String text) throws RefusedException {
        if (text.length() > 2 || text.isEmpty() || !text.chars().allMatch(each -> each >= '0' && each <= '9')) {
            throw new RefusedException("the exit status is a number from 0 to " + SystemControl.MAX_STATUS);
        }
        return Integer.parseInt(text);
    }
}
