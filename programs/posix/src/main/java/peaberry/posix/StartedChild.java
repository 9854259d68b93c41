package peaberry.posix;

import peaberry.abi.Timeout;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.Reason;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Time;
import peaberry.sh.system.Child;

/** A process that was started here. */
final class StartedChild implements Child {

    private static final int UNKNOWN = 0;
    private static final long MICROSECONDS = 1_000_000;
    /** In one piece, in microseconds. */
    private static final long LONGEST_WAIT = 10 * MICROSECONDS;
    /** What a signal's number is added to in a status. */
    private static final int OF_SIGNALS = 128;

    private final SpawnerClient spawner;
    private final Terminal terminal;
    private final int process;
    private final Runnable onEnd;
    private final int number;
    private int status;
    private boolean isForgotten;
    private int group;
    private boolean isStopped;
    /** The last that it was sent; 0 for none. */
    private int signal;

    StartedChild(SpawnerClient spawner, Terminal terminal, int process, Runnable onEnd) {
        this.spawner = spawner;
        this.terminal = terminal;
        this.process = process;
        number = spawner.number(process) == Outcome.DONE ? spawner.numberResult() : UNKNOWN;
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

    /** It is one of a group. */
    void join(int groupNumber) {
        group = groupNumber;
    }

    int group() {
        return group;
    }

    /** Its group was had go on. */
    void noteResumed() {
        isStopped = false;
    }

    /** Ends it, because of a signal. */
    void end(int number) {
        signal = number;
        spawner.end(process);
    }

    @Override
    public int await() {
        while (awaitOrStop() == Spawner.STATUS_STOPPED && isStopped) {
            terminal.resume(group);
            isStopped = false;
        }
        return status;
    }

    @Override
    public int awaitOrStop() {
        if (isForgotten || isStopped && hasEnded()) {
            return status;
        }
        Outcome outcome = isStopped ? Outcome.DONE : spawner.await(process);
        if (isStopped || outcome == Outcome.DONE && spawner.awaitReason() == Reason.STOPPED) {
            isStopped = true;
            return Spawner.STATUS_STOPPED;
        }
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
    public boolean isStopped() {
        return isStopped && !isForgotten;
    }

    @Override
    public boolean hasEnded() {
        if (!isForgotten && spawner.poll(process) == Outcome.DONE) {
            if (spawner.pollReason() == Reason.STOPPED) {
                isStopped = true;
            } else {
                ended(spawner.pollStatus());
            }
        }
        return isForgotten;
    }

    private void ended(int how) {
        status = how == Spawner.STATUS_KILLED && signal != 0 ? OF_SIGNALS + signal : how;
        isForgotten = true;
        spawner.forget(process);
        onEnd.run();
    }
}
