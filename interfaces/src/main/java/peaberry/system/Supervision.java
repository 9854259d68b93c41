package peaberry.system;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Size;
import peaberry.runtime.Text;

/** What the supervisor does for its clients. A process is named by its number, which {@link SystemControl#find} tells. */
@Interface(outcomes = Supervision.Outcome.class)
public interface Supervision {

    /** The most callers of the code that failed that a record has. */
    int MAX_FRAMES = 6;
    /** The most messages that a record has. */
    int MAX_MESSAGES = 4;

    /** Destroys a process, which is made anew as its restart policy says; {@link Outcome#REFUSED} for root. */
    void kill(int number);

    /** Destroys a process, if it is there, and makes it anew; {@link Outcome#REFUSED} for root. */
    void restart(int number);

    /**
     * Has root, number 0, or the supervisor itself fail as a programming mistake would: the call then ends with {@code SERVER_RESTARTED}, or, since root's
     * calls are made again, is done. {@link Outcome#REFUSED} for any other.
     */
    void crash(int number);

    /** A process's next fault is wanted, and does not count when deciding to give up; {@link Outcome#REFUSED} for root. */
    @Idempotent
    void expectCrash(int number);

    /**
     * A process's answer to the caller broke the rules of their interface: the process is recorded as failed, and made anew. It is the caller's word against
     * the process's, so it never counts when deciding to give up; {@link Outcome#REFUSED} unless the caller is declared to use the process, and
     * the process to be made anew always.
     */
    void report(int number);

    /** A recorded fault, 0 being the oldest still known; {@link Outcome#NOT_FOUND} beyond the last. */
    @Idempotent
    Fault fault(int index);

    /** What a recorded fault's thread had in its registers. */
    @Idempotent
    ProcessControl.Registers registers(int index);

    /** Where the code that failed was called from, 0 being the innermost; {@link Outcome#NOT_FOUND} beyond the last that is known. */
    @Idempotent
    @Size(SystemControl.MAX_TEXT)
    Text frame(int index, int frame);

    /** What the process had received last, 0 being the newest; {@link Outcome#NOT_FOUND} beyond the last that is known. */
    @Idempotent
    Received received(int index, int message);

    /** A line of the system's log, 0 being the oldest still known; {@link Outcome#NOT_FOUND} beyond the last. */
    @Idempotent
    LogLine log(int index);

    /**
     * @param serial      counts all faults since boot, from 1
     * @param restarts    how many times the process had been made anew when this was recorded, this time included
     * @param outageTicks from when the fault was heard to when the process ran again; 0 if it did not
     * @param text        what happened
     * @param place       where: class, method and line; empty if the process did not fail by itself
     */
    record Fault(long serial, long ticksSinceBoot, long instructionPointer, long restarts, long outageTicks, @Size(SystemControl.MAX_NAME) Text name,
            @Size(SystemControl.MAX_TEXT) Text text, @Size(SystemControl.MAX_TEXT) Text place) {
    }

    /** @param sender the number of the process that sent it; 0 for a signal @param service to which of the interfaces @param method its number */
    record Received(int sender, int service, int method) {
    }

    record LogLine(long ticksSinceBoot, @Size(SystemControl.MAX_TEXT) Text text) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no process or record of that number. */
        NOT_FOUND,
        /** Who holds everything else together is not ended so, nor is anybody by whom it does not concern. */
        REFUSED,
        /** It was tried and did not work. */
        FAILED
    }
}
