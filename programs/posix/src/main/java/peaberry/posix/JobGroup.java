package peaberry.posix;

import peaberry.sh.system.Group;

/** The processes of a job, as the process server and the terminal know them: a group with a number from its first process on. */
final class JobGroup implements Group {

    private static final int NONE = -1;

    private final Processes processes;
    private final Terminal terminal;
    private int number = NONE;

    JobGroup(Processes processes, Terminal terminal) {
        this.processes = processes;
        this.terminal = terminal;
    }

    /** The number by which the process server knows it. */
    int number() {
        number = number == NONE ? processes.freeGroup() : number;
        return number;
    }

    /** Whether there was ever a process in it. */
    boolean hasProcesses() {
        return number != NONE;
    }

    /** By which numbers its processes were given streams of the terminal: a bit for each. */
    long readers() {
        return processes.readers(number);
    }

    @Override
    public void bringForward() {
        terminal.bringForward(this);
    }

    @Override
    public void withdraw() {
        terminal.withdraw();
    }

    @Override
    public void stop() {
        if (hasProcesses()) {
            terminal.stop(number);
        }
    }

    @Override
    public void resume() {
        if (hasProcesses()) {
            terminal.resume(number);
            processes.noteResumed(number);
        }
    }
}
