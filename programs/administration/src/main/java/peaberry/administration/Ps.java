package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.runtime.Time;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControlClient;

/** {@code ps}: the declared processes, and how each is. */
final class Ps implements Command {

    private static final int STATE = 12;
    private static final int PRIORITY = 30;
    private static final int PRIORITY_END = 38;
    private static final int TIME_END = 48;
    private static final int MEMORY_END = 60;
    private static final int RESTARTS_END = 70;
    private static final int KIBIBYTE = 1024;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        SystemControlClient machine = Services.machine();
        out.println(new Row().left("name", STATE).left("state", PRIORITY).right("priority", PRIORITY_END).right("CPU ms", TIME_END).right("memory KiB", MEMORY_END)
                .right("restarts", RESTARTS_END));
        for (int number = 0; machine.process(number) == Outcome.DONE; number++) {
            out.println(row(machine));
        }
        return 0;
    }

    private static Row row(SystemControlClient machine) {
        return new Row().left(Services.string(machine.processName()), STATE).left(state(machine), PRIORITY)
                .right(String.valueOf(machine.processPriority()), PRIORITY_END)
                .right(Row.thousandths(machine.processProcessorTicks() / Time.ticksPerMicrosecond()), TIME_END)
                .right(String.valueOf(machine.processMemoryUsed() / KIBIBYTE), MEMORY_END).right(String.valueOf(machine.processRestarts()), RESTARTS_END);
    }

    private static String state(SystemControlClient machine) {
        return machine.processStopped() ? "stopped" : switch (machine.processState()) {
            case INACTIVE -> "inactive";
            case RUNNING -> "running";
            case READY -> "ready";
            case SENDING -> "sending";
            case RECEIVING -> "receiving";
            case AWAITING_REPLY -> "waiting for reply";
            case WAITING -> "waiting";
            case FAULTED -> "faulted";
            case DEPLETED -> "out of time";
            case PASSIVE -> "without time";
        };
    }
}
