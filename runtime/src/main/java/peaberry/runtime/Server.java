package peaberry.runtime;

import peaberry.abi.Tag;

/**
 * A server's message loop. It receives requests on one endpoint and hands each to the interface that its badge names. Each is answered at
 * once or later, in any order: each caller that waits is held by a reply object of its own. It never waits for anybody else.
 */
public class Server {

    private static final int NOBODY = -1;

    private final Capability endpoint;
    private final int firstReply;
    private final boolean[] held;
    private final Dispatcher[] interfaces;
    private int current;
    private int client;

    /**
     * @param firstReply slot of the first of {@code replies} reply objects, at least 1
     * @param interfaces what is served: clients are bound to one of them, by its place here, from 0
     */
    public Server(Capability endpoint, int firstReply, int replies, Dispatcher... interfaces) {
        this.endpoint = endpoint;
        this.firstReply = firstReply;
        this.interfaces = interfaces;
        held = new boolean[replies];
    }

    /** Takes note of a signal of the notification that is bound to the thread. */
    protected void signal(long badge) {
    }

    /** Takes note of the kernel's message about a thread that faulted. Nobody is answered. */
    protected void fault(long badge, Tag message) {
    }

    /** Serves for ever. An endpoint that cannot be received from is a fault of the process. */
    public final void run() {
        attach();
        Answer answer = Answer.NONE;
        for (;;) {
            Tag message = next(answer);
            if (message.failed()) {
                throw new IllegalStateException();
            }
            answer = deal(Message.badge(), message);
        }
    }

    /** Makes this the server of its interfaces. */
    final void attach() {
        for (Dispatcher each : interfaces) {
            each.attach(this);
        }
    }

    /** Deals with a message. */
    final Answer deal(long badge, Tag message) {
        if (Badges.isSignal(badge)) {
            signal(badge);
            return Answer.NONE;
        }
        note(current, message.capabilities());
        if (Badges.isFault(badge)) {
            fault(badge, message);
            return Answer.NONE;
        }
        int index = Badges.interfaceIndex(badge);
        if (index >= interfaces.length) {
            return Answer.INVALID;
        }
        client = Badges.client(badge);
        return interfaces[index].request(message);
    }

    private Tag next(Answer answer) {
        if (answer.isNone()) {
            return receive();
        }
        if (!brought(current)) {
            return SystemCalls.replyReceive(endpoint, replyOf(current), answer.tag());
        }
        SystemCalls.send(replyOf(current), answer.tag());
        return receive();
    }

    private Tag receive() {
        current = held[current] ? free(current) : current;
        forget(current);
        expect(current);
        return SystemCalls.receive(endpoint, replyOf(current));
    }

    final int client() {
        return client;
    }

    final boolean canKeep() {
        return free(current) != NOBODY;
    }

    final Caller keep() {
        if (!canKeep()) {
            throw new IllegalStateException();
        }
        held[current] = true;
        return new Caller(current);
    }

    final void answer(Caller caller, Answer answer) {
        held[caller.number()] = false;
        SystemCalls.send(replyOf(caller.number()), answer.tag());
        if (caller.number() != current) {
            forget(caller.number());
        }
    }

    final int arrived(int index) {
        return place(current, index);
    }

    /** The slot for a capability that a caller brings. Without {@link CapabilityServer} none can come. */
    int place(int caller, int index) {
        return Capability.NONE.slot();
    }

    /** Names the slots for what the next caller brings. */
    void expect(int caller) {
    }

    /** Remembers how many capabilities a caller brought. */
    void note(int caller, int capabilities) {
    }

    /** Whether a caller brought capabilities. */
    boolean brought(int caller) {
        return false;
    }

    /** Empties the slots of what a caller brought. */
    void forget(int caller) {
    }

    /** A reply object that holds nobody, other than {@code but}; or {@link #NOBODY}. */
    private int free(int but) {
        for (int i = 0; i < held.length; i++) {
            if (i != but && !held[i]) {
                return i;
            }
        }
        return NOBODY;
    }

    private Capability replyOf(int caller) {
        return Capability.at(firstReply + caller);
    }
}
