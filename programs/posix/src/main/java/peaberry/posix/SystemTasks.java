package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.fullscreen.top.Census;
import peaberry.fullscreen.top.Task;
import peaberry.fullscreen.top.Tasks;
import peaberry.process.ProgramTable;
import peaberry.process.ProgramTableClient;
import peaberry.runtime.Grants;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControlClient;
import peaberry.system.Words;

/** What runs, as root and the process server tell whoever was granted {@code machine}, and {@code programs} for what was started. */
final class SystemTasks implements Tasks {

    private static final String MACHINE = "machine";
    private static final String PROGRAMS = "programs";
    private static final String STOPPED = "stopped";
    /** What no program has. */
    private static final int PROCESS = 0;

    @Override
    public Census look() throws IOException {
        if (Grants.find(MACHINE).isNone()) {
            throw new IOException("this takes '" + MACHINE + "', which was not granted; try: grant " + MACHINE);
        }
        SystemControlClient machine = new SystemControlClient(MACHINE);
        List<Task> tasks = new ArrayList<>();
        long unused = 0;
        for (int number = 0; machine.process(number) == Outcome.DONE; number++) {
            tasks.add(new Task(PROCESS, Tree.string(machine.processName()), machine.processStopped() ? STOPPED : Words.of(machine.processState()), machine.processMemoryUsed(),
                    machine.processProcessorTicks()));
            unused += number == 0 ? 0 : machine.processMemoryBytes() - machine.processMemoryUsed(); // root itself counts among the system's
        }
        if (!Grants.find(PROGRAMS).isNone()) {
            unused += addPrograms(tasks);
        }
        machine.memory();
        machine.uptime();
        return new Census(machine.uptimeTicks(), machine.uptimeTicksPerMicrosecond(), machine.memoryTotal(), machine.memorySystem() + machine.memoryProcesses() - unused, tasks);
    }

    /** @return bytes that the process server has for programs and that none uses */
    private static long addPrograms(List<Task> tasks) {
        ProgramTableClient programs = new ProgramTableClient(PROGRAMS);
        int next = 1;
        while (next <= ProgramTable.MOST && programs.program(next) == ProgramTable.Outcome.DONE) {
            int number = programs.programNumber();
            tasks.add(new Task(number, Tree.string(programs.programName()), programs.programStopped() ? STOPPED : Words.of(programs.programState()), programs.programMemoryBytes(),
                    programs.programProcessorTicks()));
            next = number + 1;
        }
        return programs.room() == ProgramTable.Outcome.DONE ? programs.roomTotal() - programs.roomUsed() : 0;
    }
}
