package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.process.ProgramTable;
import peaberry.process.ProgramTableClient;
import peaberry.runtime.Time;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControlClient;
import peaberry.system.Words;

/** {@code ps}: the declared processes, and how each is; and the programs that were started, with their numbers, below whoever started them. */
final class Ps implements Command {

    private static final int NUMBER_END = 6;
    private static final int NAME = 8;
    private static final int STATE = 32;
    private static final int PRIORITY = 50;
    private static final int PRIORITY_END = 58;
    private static final int TIME_END = 69;
    private static final int MEMORY_END = 81;
    private static final int RESTARTS_END = 91;
    private static final int KIBIBYTE = 1024;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        SystemControlClient machine = Services.machine();
        out.println(row("number", "name", "state", "priority", "CPU ms", "memory KiB").right("restarts", RESTARTS_END));
        for (int number = 0; machine.process(number) == Outcome.DONE; number++) {
            String state = machine.processStopped() ? "stopped" : Words.of(machine.processState());
            out.println(row("", Services.string(machine.processName()), state, String.valueOf(machine.processPriority()), milliseconds(machine.processProcessorTicks()),
                    kibibytes(machine.processMemoryUsed())).right(String.valueOf(machine.processRestarts()), RESTARTS_END));
        }
        if (Services.isGranted(Services.PROGRAMS)) {
            printStarted(Services.programs(), ProgramTable.DECLARED, "  ", out);
        }
        return 0;
    }

    /** Those that one started, each followed by those that it started itself. */
    private static void printStarted(ProgramTableClient programs, int starter, String indent, PrintStream out) {
        int number = 1;
        while (number <= ProgramTable.MOST && programs.program(number) == ProgramTable.Outcome.DONE) {
            int found = programs.programNumber();
            if (programs.programStarter() == starter) {
                out.println(row(String.valueOf(found), indent + Services.string(programs.programName()), programs.programStopped() ? "stopped" : Words.of(programs.programState()), "",
                        milliseconds(programs.programProcessorTicks()), kibibytes(programs.programMemoryBytes())));
                printStarted(programs, found, indent + "  ", out);
            }
            number = found + 1;
        }
    }

    private static Row row(String number, String name, String state, String priority, String time, String memory) {
        return new Row().right(number, NUMBER_END).left("", NAME).left(name, STATE).left(state, PRIORITY).right(priority, PRIORITY_END).right(time, TIME_END).right(memory, MEMORY_END);
    }

    private static String milliseconds(long ticks) {
        return Row.thousandths(ticks / Time.ticksPerMicrosecond());
    }

    private static String kibibytes(long bytes) {
        return String.valueOf(bytes / KIBIBYTE);
    }
}
