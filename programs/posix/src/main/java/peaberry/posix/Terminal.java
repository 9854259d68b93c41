package peaberry.posix;

import java.util.ArrayDeque;
import java.util.Deque;
import peaberry.interactive.TerminalModes;
import peaberry.process.ProcessGroupClient;
import peaberry.process.Spawner.Outcome;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;
import peaberry.stream.TerminalControl;
import peaberry.stream.TerminalControlClient;

/** The terminal, if the process decides who is in front of it. */
final class Terminal implements TerminalModes {

    /** Under which it has the control. */
    static final String NAME = "terminal";

    /** By which whoever started the process gave it its own stream, with the same control. */
    private static final int OWN = 0;

    private final TerminalControlClient control = new TerminalControlClient(NAME);
    private final SpawnerClient spawner;
    private int slot;
    private int stream;
    private boolean isGiven;
    /** The last one that was brought forward first. */
    private final Deque<JobGroup> front = new ArrayDeque<>();

    Terminal(SpawnerClient spawner) {
        this.spawner = spawner;
    }

    @Override
    public boolean exists() {
        return !Grants.find(NAME).isNone();
    }

    TerminalControlClient control() {
        return control;
    }

    /** By which a process is given a stream. */
    static int gift(int process) {
        return 1 + process;
    }

    /** Nothing is given to the next process yet. */
    void begin() {
        if (stream != 0) {
            Processes.empty(Capability.at(stream));
        }
        isGiven = false;
    }

    /** A stream for a process, which is the same each time until {@link #begin}. */
    Capability give(int process) {
        stream = stream == 0 ? OwnPages.takeSlots(1) : stream;
        if (!isGiven) {
            isGiven = control.give(gift(process), Capability.at(stream)) == TerminalControl.Outcome.DONE;
        }
        return Capability.at(stream);
    }

    /** A process has ended. */
    void takeBack(int process) {
        if (exists()) {
            control.takeBack(gift(process));
        }
    }

    /** Has a group of processes go on that somebody stopped. */
    void resume(int group) {
        Capability place = place();
        if (spawner.controlGroup(group, place) == Outcome.DONE) {
            new ProcessGroupClient(place).resume();
        }
        Processes.empty(place);
    }

    /** Has a group of processes stand still. */
    void stop(int group) {
        Capability place = place();
        if (spawner.controlGroup(group, place) == Outcome.DONE) {
            new ProcessGroupClient(place).stop();
        }
        Processes.empty(place);
    }

    /** A group of processes is in front of it, until {@link #withdraw}. */
    void bringForward(JobGroup group) {
        front.push(group);
        show();
    }

    /** What was in front before is so again. */
    void withdraw() {
        front.pop();
        show();
    }

    /** Has the last group with processes be in front, or the shell itself. */
    private void show() {
        if (!exists()) {
            return;
        }
        for (JobGroup group : front) {
            if (group.hasProcesses()) {
                show(group);
                return;
            }
        }
        control.clearForeground();
        control.setMode(TerminalControl.Mode.LINES); // whatever the one before wanted
        control.setReader(OWN);
    }

    private void show(JobGroup group) {
        Capability place = place();
        if (spawner.controlGroup(group.number(), place) == Outcome.DONE) {
            control.setForeground(place);
            control.setReaders(group.readers());
        }
        Processes.empty(place);
    }

    /** Whether Ctrl-C was typed since this was asked last. */
    boolean takeInterrupt() {
        return exists() && control.takeInterrupt() == TerminalControl.Outcome.DONE && control.takeInterruptResult();
    }

    @Override
    public void readKeys() {
        control.setMode(TerminalControl.Mode.KEYS);
    }

    @Override
    public void readLines() {
        control.setMode(TerminalControl.Mode.LINES);
    }

    @Override
    public int columns() {
        return control.view() == TerminalControl.Outcome.DONE ? control.viewColumns() : 0;
    }

    @Override
    public int rows() {
        return control.view() == TerminalControl.Outcome.DONE ? control.viewRows() : 0;
    }

    @Override
    public boolean isAtLineStart() {
        return control.view() != TerminalControl.Outcome.DONE || control.viewIsAtLineStart();
    }

    private Capability place() {
        slot = slot == 0 ? OwnPages.takeSlots(1) : slot;
        return Capability.at(slot);
    }
}
