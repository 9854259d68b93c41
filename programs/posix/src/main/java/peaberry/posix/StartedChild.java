package peaberry.posix;

import peaberry.abi.Timeout;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.Reason;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Time;
import peaberry.sh.system.Child;

/** A process that was started here. While it is waited for, it is in front of the terminal. */
final class StartedChild implements Child {

    private static final int FIRST_NUMBER = 100;
    private static final long MICROSECONDS = 1_000_000;
    /** In one piece, in microseconds. */
    private static final long LONGEST_WAIT = 10 * MICROSECONDS;
    private static int started;

    private final SpawnerClient spawner;
    private final Terminal terminal;
    private final int process;
    private final Runnable onEnd;
    private final int number = FIRST_NUMBER + started++;
    private int status;
    private boolean isForgotten;

    StartedChild(SpawnerClient spawner, Terminal terminal, int process, Runnable onEnd) {
        this.spawner = spawner;
        this.terminal = terminal;
        this.process = process;
        this.onEnd = onEnd;
    }

    /** By which the process server knows it. */
    int process() {
        return process;
    }

    /** Whether its number there is free. */
    boolean isForgotten() {
        return isForgotten;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int await() {
        if (isForgotten) {
            return status;
        }
        terminal.show(process);
        Outcome outcome = spawner.await(process);
        while (outcome == Outcome.DONE && spawner.awaitReason() == Reason.STOPPED) {
            terminal.resume(process);
            outcome = spawner.await(process);
        }
        terminal.show();
        ended(outcome == Outcome.DONE ? spawner.awaitStatus() : Spawner.STATUS_KILLED);
        return status;
    }

    /** Waits for its end, or for so long. @return whether it has ended */
    boolean await(long seconds) {
        SpawnerClient patient = new SpawnerClient(Processes.SPAWNER);
        long end = Time.ticks() + seconds * MICROSECONDS * Time.ticksPerMicrosecond();
        long left = seconds * MICROSECONDS;
        while (left > 0 && !hasEnded()) {
            patient.setPatience(Timeout.of(Math.min(left, LONGEST_WAIT)));
            patient.await(process);
            left = (end - Time.ticks()) / Time.ticksPerMicrosecond();
        }
        return hasEnded();
    }

    /** Ends it. */
    void end() {
        spawner.end(process);
        hasEnded();
    }

    @Override
    public boolean hasEnded() {
        if (!isForgotten && spawner.poll(process) == Outcome.DONE && spawner.pollReason() != Reason.STOPPED) {
            ended(spawner.pollStatus());
        }
        return isForgotten;
    }

    private void ended(int how) {
        status = how;
        isForgotten = true;
        spawner.forget(process);
        onEnd.run();
    }
}
