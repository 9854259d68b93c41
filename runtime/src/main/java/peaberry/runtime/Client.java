package peaberry.runtime;

import peaberry.abi.KernelError;
import peaberry.abi.Outcome;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;

/** The client's side of an interface, apart from what is made of its declaration. Nothing is allocated, nothing thrown. */
public abstract class Client {

    /** A call is made again so often. Whoever ends more than that either dies of it each time, or ends it without dying. */
    static final int MOST_REPETITIONS = 16;

    private final String name;
    private Capability endpoint;
    private Timeout patience = Timeout.FOREVER;
    private long interruptions;
    private int repetitions;

    /** @param endpoint where the interface is served */
    protected Client(Capability endpoint) {
        name = "";
        this.endpoint = endpoint;
    }

    /** @param name under which the program uses the interface, as its declaration says: it is found when the first call is made */
    protected Client(String name) {
        this.name = name;
        endpoint = Capability.NONE;
    }

    /** From now on, the interface is served there. */
    public final void connect(Capability server) {
        endpoint = server;
    }

    /** Says how long a call may take; one that takes longer is {@link Outcome#UNREACHABLE}, whatever the server still does. */
    public final void setPatience(Timeout limit) {
        patience = limit;
    }

    /** Sends a request whose words are set and whose capabilities are attached, and waits for the answer. */
    protected final Tag call(int label, int words, int capabilities) {
        if (endpoint.isNone()) {
            endpoint = Grants.find(name);
        }
        Tag answer = SystemCalls.call(endpoint, Tag.of(label, words).withCapabilities(capabilities), patience);
        if (isServerRestarted(answer)) {
            interruptions++;
        }
        return answer;
    }

    /** How often the server was destroyed before it answered a call. */
    public final long interruptions() {
        return interruptions;
    }

    /** Whether a call that may be made again has to be. */
    protected final boolean isToBeRepeated(Tag answer) {
        boolean again = isServerRestarted(answer) && repetitions < MOST_REPETITIONS;
        repetitions = again ? repetitions + 1 : 0;
        return again;
    }

    /** Whether the server was destroyed before it answered. */
    protected static boolean isServerRestarted(Tag answer) {
        return answer.failed() && KernelError.of(answer.label()) == KernelError.ABORTED;
    }

    /** Whether an answer without results has none. */
    protected static boolean isEmpty(Tag answer) {
        return answer.length() == 0 && answer.capabilities() == 0;
    }

    /**
     * What the answer says, as an ordinal. A server's word counts only for what servers may say.
     *
     * @param outcomes how many the interface has
     */
    protected static int outcome(Tag answer, int outcomes) {
        if (answer.failed()) {
            return (isServerRestarted(answer) ? Outcome.SERVER_RESTARTED : Outcome.UNREACHABLE).ordinal();
        }
        int label = answer.label();
        boolean sayable = label >= 0 && label < outcomes
                && label != Outcome.SERVER_RESTARTED.ordinal() && label != Outcome.UNREACHABLE.ordinal();
        return sayable ? label : Outcome.INVALID.ordinal();
    }
}
