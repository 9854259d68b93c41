package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Tag;

/**
 * One interface as a server serves it. What is made of an {@code @Interface} extends this: it checks the request, unpacks it and calls the
 * server's code, which answers at once, or keeps the caller and answers later, in any order.
 */
public abstract class Dispatcher {

    private Server server;

    /** Part of no server yet. */
    protected Dispatcher() {
    }

    final void attach(Server to) {
        server = to;
    }

    /** Whether the client may ask anything at all: a server that gives out capabilities itself may have taken this one back. One that may not is answered {@code INVALID}. */
    protected boolean isClient() {
        return true;
    }

    /** Checks a request, whose words are in {@link Message}, and has it carried out. */
    protected abstract Answer request(Tag request);

    /** The number of the client whose request is being carried out. It cannot be forged. */
    protected final int client() {
        return server.client();
    }

    /** Which one of the clients that had its number the client is: 0 if it is a process. */
    protected final int epoch() {
        return server.epoch();
    }

    /** Whether the present caller can be kept waiting, and another request still be received. */
    protected final boolean canKeep() {
        return server.canKeep();
    }

    /** Keeps the present caller waiting; {@link Answer#NONE} is then to be returned. Only if {@link #canKeep}. */
    protected final Caller keep() {
        return server.keep();
    }

    /** Answers a caller that was kept. */
    protected final void answer(Caller caller, Answer answer) {
        server.answer(caller, answer);
    }

    /** An answer whose words are set. */
    protected static Answer answerOf(int outcome, int words, int capabilities) {
        return Answer.of(outcome, words, capabilities);
    }

    /** Where a capability is that came with the present request. @param index 0 to the number of those that came - 1 */
    protected final int arrived(int index) {
        return server.arrived(index);
    }

    /** Whether a capability that came is of this type. To find out changes what is in {@link Message}. @param index as of {@link #arrived} */
    protected final boolean isOf(int index, CapabilityType type) {
        return server.holds(server.arrived(index), type);
    }
}
