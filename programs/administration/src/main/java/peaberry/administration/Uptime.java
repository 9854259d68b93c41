package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.system.SystemControlClient;

/** {@code uptime}: how long the system runs. */
final class Uptime implements Command {

    private static final int SECOND = 1000;
    private static final int MINUTE = 60;
    private static final int HUNDRED = 100;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        SystemControlClient machine = Services.machine();
        machine.uptime();
        long milliseconds = machine.uptimeTicks() / machine.uptimeTicksPerMicrosecond() / SECOND;
        long seconds = milliseconds / SECOND;
        out.println("up " + seconds / MINUTE / MINUTE + ":" + two(seconds / MINUTE % MINUTE) + ":" + two(seconds % MINUTE) + Row.thousandths(milliseconds % SECOND).substring(1));
        return 0;
    }

    private static String two(long value) {
        return String.valueOf(HUNDRED + value).substring(1);
    }
}
