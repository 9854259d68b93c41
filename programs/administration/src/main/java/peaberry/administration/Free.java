package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.process.ProgramTableClient;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControlClient;

/** {@code free}: how memory is used. */
final class Free implements Command {

    private static final int LABEL = 16;
    private static final int GIVEN_END = 30;
    private static final int USED_END = 44;
    private static final int KIBIBYTE = 1024;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        SystemControlClient machine = Services.machine();
        machine.memory();
        long given = machine.memoryProcesses();
        long unused = unused(machine);
        long programs = 0;
        long usedPrograms = 0;
        if (Services.isGranted(Services.PROGRAMS)) {
            ProgramTableClient table = Services.programs();
            table.room();
            programs = table.roomTotal();
            usedPrograms = table.roomUsed();
        }
        out.println(row("", "given", "in use"));
        out.println(row("kernel and root", kibibytes(machine.memorySystem()), kibibytes(machine.memorySystem())));
        out.println(row("processes", kibibytes(given - programs), kibibytes(given - programs - unused)));
        out.println(row("programs", kibibytes(programs), kibibytes(usedPrograms)));
        long all = machine.memorySystem() + given;
        out.println(row("all", kibibytes(all), kibibytes(all - unused - programs + usedPrograms)));
        out.println(row("of", kibibytes(machine.memoryTotal()), ""));
        return 0;
    }

    /** Bytes that processes were given and have made nothing of. */
    private static long unused(SystemControlClient machine) {
        long unused = 0;
        for (int number = 1; machine.process(number) == Outcome.DONE; number++) {
            unused += machine.processMemoryBytes() - machine.processMemoryUsed();
        }
        return unused;
    }

    private static String kibibytes(long bytes) {
        return bytes / KIBIBYTE + " KiB";
    }

    private static Row row(String label, String given, String used) {
        return new Row().left(label, LABEL).right(given, GIVEN_END).right(used, USED_END);
    }
}
