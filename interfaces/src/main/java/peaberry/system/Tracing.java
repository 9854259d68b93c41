package peaberry.system;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.MethodNames;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Text;

/**
 * Shows messages between a process and a server of its own, while they travel as always. There is one trace at a time. It is over when it is ended, when nobody has asked for messages for
 * {@link #PATIENCE}, and when the tracer fails.
 */
@MethodNames
@Interface(outcomes = Tracing.Outcome.class)
public interface Tracing {

    /** Microseconds. */
    long PATIENCE = 5_000_000;
    /** The most words of a request that are shown. */
    int REQUEST_WORDS = 6;
    /** The most words of an answer that are shown. */
    int ANSWER_WORDS = 4;

    /** Begins. @param process the client @param service by which name it finds the server */
    Begun begin(@Size(SystemControl.MAX_NAME) Text process, @Size(SystemControl.MAX_NAME) Text service);

    /** The oldest message that was not shown; {@link Outcome#NOTHING} if there is none yet, {@link Outcome#OVER} if there will be none. @param trace its number */
    Exchange next(int trace);

    /** Ends it. */
    @Idempotent
    void end(int trace);

    /** @param trace its number @param server which process serves */
    record Begun(int trace, @Size(SystemControl.MAX_NAME) Text server) {
    }

    /**
     * A request and its answer. Words are as they travel, those with bytes of a text, too; words that are not there are 0.
     *
     * @param lost         messages before it that were not kept
     * @param ticks        when the request came, since the trace began
     * @param took         ticks until the answer was there
     * @param label        of the request
     * @param requestWords how many it has
     * @param first        the first word, and so on
     * @param failed       whether the kernel ended the call: there is no answer then, and {@code answerLabel} is the kernel's error
     * @param answerLabel  an outcome of the interface
     * @param answerFirst  the first word of the answer, and so on
     */
    record Exchange(long lost, long ticks, long took, int label, int requestWords, long first, long second, long third, long fourth, long fifth, long sixth,
            boolean failed, int answerLabel, int answerWords, long answerFirst, long answerSecond, long answerThird, long answerFourth) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no process of that name. */
        NO_PROCESS,
        /** It is not declared that the process may be traced. */
        NOT_DECLARED,
        /** The process uses nothing by that name. */
        NOT_USED,
        /** Root serves it, whose messages are not traced. */
        OF_ROOT,
        /** There is a trace already. */
        BUSY,
        /** Nothing was sent yet. */
        NOTHING,
        /** There is no trace of that number any more. */
        OVER,
        /** It was tried and did not work. */
        FAILED
    }
}
