package peaberry.posix;

import peaberry.process.ProcessGroupClient;
import peaberry.process.Spawner.Outcome;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;
import peaberry.stream.TerminalControl;
import peaberry.stream.TerminalControlClient;

/** The terminal, if the process decides who is in front of it. */
final class Terminal {

    /** Under which it has the control. */
    static final String NAME = "terminal";

    /** By which whoever started the process gave it its own stream, with the same control. */
    private static final int OWN = 0;

    private final TerminalControlClient control = new TerminalControlClient(NAME);
    private final SpawnerClient spawner;
    private int slot;
    private int stream;
    private boolean isGiven;

    Terminal(SpawnerClient spawner) {
        this.spawner = spawner;
    }

    boolean exists() {
        return !Grants.find(NAME).isNone();
    }

    TerminalControlClient control() {
        return control;
    }

    /** By which a process is given a stream. */
    private static int gift(int process) {
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

    /** A group of processes is in front of it. */
    void show(int group) {
        if (exists()) {
            Capability place = place();
            if (spawner.controlGroup(group, place) == Outcome.DONE) {
                control.setForeground(place);
                control.setReader(gift(group));
            }
            Processes.empty(place);
        }
    }

    /** The process itself is. */
    void show() {
        if (exists()) {
            control.clearForeground();
            control.setMode(TerminalControl.Mode.LINES); // whatever the one before wanted
            control.setReader(OWN);
        }
    }

    private Capability place() {
        slot = slot == 0 ? OwnPages.takeSlots(1) : slot;
        return Capability.at(slot);
    }
}
