package peaberry.posix;

import java.io.IOException;
import java.util.Set;
import peaberry.process.ProgramSignal;
import peaberry.process.ProgramTable;
import peaberry.process.ProgramTableClient;
import peaberry.process.Spawner;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Capability;

/**
 * Signals, by their numbers, to programs, by the numbers that {@code ps} shows: to those that the process started itself, or that these started, and with the service {@code programs} to all.
 * There are HUP, INT, QUIT, KILL, PIPE and TERM, which end a program, STOP, TSTP, TTIN and TTOU, which stop it, and CONT, which has it go on.
 */
final class ProgramSignals {

    /** What a program is asked for, and not told anything. */
    static final int ASK = 0;
    static final int CONTINUE = 18;

    /** Under which whoever was granted it knows all programs. */
    private static final String PROGRAMS = "programs";
    private static final Set<Integer> STOPPING = Set.of(19, 20, 21, 22);
    private static final Set<Integer> ENDING = Set.of(1, 2, 3, 9, 13, 15);
    /** What a signal's number is added to in a status. */
    private static final int OF_SIGNALS = 128;

    private final SpawnerClient spawner;

    ProgramSignals(SpawnerClient spawner) {
        this.spawner = spawner;
    }

    /** What a signal does. */
    static ProgramSignal of(int signal) throws IOException {
        if (signal == ASK) {
            return ProgramSignal.ASK;
        }
        if (signal == CONTINUE) {
            return ProgramSignal.CONTINUE;
        }
        if (STOPPING.contains(signal)) {
            return ProgramSignal.STOP;
        }
        if (ENDING.contains(signal)) {
            return ProgramSignal.END;
        }
        throw new IOException("there is no such signal here");
    }

    /** Sends one. */
    void send(int program, int signal) throws IOException {
        ProgramSignal what = of(signal);
        if (program <= ProgramTable.DECLARED || program > ProgramTable.MOST) {
            throw noSuchProgram();
        }
        Spawner.Outcome outcome = spawner.signal(program, what, OF_SIGNALS + signal);
        switch (outcome) {
            case DONE -> { }
            case NOT_PERMITTED -> sendToAny(program, what, OF_SIGNALS + signal);
            case NOT_FOUND -> throw noSuchProgram();
            default -> throw new IOException("the process server says " + outcome);
        }
    }

    private static void sendToAny(int program, ProgramSignal what, int status) throws IOException {
        Capability all = Services.find(PROGRAMS);
        if (all.isNone()) {
            throw new IOException("not permitted: somebody else started it; try: grant " + PROGRAMS);
        }
        ProgramTable.Outcome outcome = new ProgramTableClient(all).signal(program, what, status);
        if (outcome == ProgramTable.Outcome.NOT_FOUND) {
            throw noSuchProgram();
        }
        if (outcome != ProgramTable.Outcome.DONE) {
            throw new IOException("the process server says " + outcome);
        }
    }

    private static IOException noSuchProgram() {
        return new IOException("no such program");
    }
}
