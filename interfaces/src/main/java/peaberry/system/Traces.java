package peaberry.system;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;

/**
 * What root does for who stands between a process and a server of its own: the process's capability becomes one for whoever asks. Each process before which it may stand is declared ({@code traces}).
 * One stands at one place at a time. It ends when it is asked for, and when who stood there is destroyed; the process and its server may come and go meanwhile.
 */
@Interface(outcomes = Traces.Outcome.class)
public interface Traces {

    /** The greatest number of a trace. */
    int MAX_NUMBER = (1 << 28) - 1;
    /** The place among the interfaces of who stands between at which it gets the process's requests: in their badges, with the process's number, and the trace's as epoch. */
    int FORWARDED = 1;

    /**
     * Puts whoever asks in between.
     *
     * @param process whose server it is
     * @param service by which name that finds the server
     */
    Place begin(@Size(SystemControl.MAX_NAME) Text process, @Size(SystemControl.MAX_NAME) Text service);

    /** Gives the process its own capability again. What it sent before may still come. */
    @Idempotent
    void end();

    /**
     * @param number     of the trace
     * @param server     the process's own capability, with its badge
     * @param serverName which process that leads to
     */
    record Place(@Range(min = 1, max = MAX_NUMBER) int number, Capability server, @Size(SystemControl.MAX_NAME) Text serverName) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no process of that name. */
        NOT_FOUND,
        /** It is not declared that one may stand before this process. */
        NOT_DECLARED,
        /** The process uses nothing by that name. */
        NOT_USED,
        /** It is root that serves it, which waits for nobody. */
        OF_ROOT,
        /** Somebody stands in between somewhere. */
        BUSY,
        /** It was tried and did not work. */
        FAILED
    }
}
