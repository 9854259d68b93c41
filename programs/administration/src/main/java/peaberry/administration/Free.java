package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.process.ProgramTableClient;
import peaberry.system.SystemControlClient;

/** {@code free}: how memory is used. */
final class Free implements Command {

    private static final int LABEL = 20;
    private static final int NUMBER_END = 30;
    private static final int KIBIBYTE = 1024;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        SystemControlClient machine = Services.machine();
        machine.memory();
        out.println(row("total", machine.memoryTotal()));
        out.println(row("kernel and root", machine.memorySystem()));
        out.println(row("processes", machine.memoryProcesses()));
        out.println(row("free", machine.memoryFree()));
        if (Services.isGranted(Services.PROGRAMS)) {
            ProgramTableClient programs = Services.programs();
            programs.room();
            out.println(row("for programs", programs.roomTotal()));
            out.println(row("free of that", programs.roomFree()));
        }
        return 0;
    }

    private static Row row(String label, long bytes) {
        return new Row().left(label, LABEL).right(String.valueOf(bytes / KIBIBYTE), NUMBER_END).append(" KiB");
    }
}
