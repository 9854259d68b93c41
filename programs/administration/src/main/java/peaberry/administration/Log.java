package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.runtime.Time;
import peaberry.system.Supervision.Outcome;
import peaberry.system.SupervisionClient;

/** {@code log}: what the system noted, with the time since it was started. */
final class Log implements Command {

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        SupervisionClient supervision = Services.supervision();
        int index = 0;
        while (supervision.log(index) == Outcome.DONE) {
            out.println(seconds(supervision.logTicksSinceBoot()) + " s  " + Services.string(supervision.logText()));
            index++;
        }
        if (index == 0) {
            out.println("nothing was noted yet");
        }
        return 0;
    }

    static String seconds(long ticks) {
        return Row.thousandths(ticks / Time.ticksPerMicrosecond() / 1000);
    }
}
