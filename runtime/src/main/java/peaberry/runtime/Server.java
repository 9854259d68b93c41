package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;

/**
 * A server's message loop. It receives requests on one endpoint and hands each to the interface that its badge names. Each is answered at
 * once or later, in any order: each caller that waits is held by a reply object of its own. It never waits for anybody else.
 */
public class Server {

    private static final int NOBODY = -1;
    private static final long FOR_EVER = 0;

    private final Capability endpoint;
    private int firstReply;
    private final boolean[] held;
    private final Dispatcher[] interfaces;
    private final Heartbeat heartbeat = new Heartbeat();
    private int current;
    private int client;
    private int epoch;

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

    /** Deals with the kernel's message about a thread that faulted. @return {@link Answer#NONE}, or {@link Answer#RESUME} to have it go on at the instruction that failed */
    protected Answer fault(long badge, Tag message) {
        return Answer.NONE;
    }

    /** Called once, before the first message: finds out which signs of life are expected. */
    protected void begin() {
        heartbeat.start();
    }

    /** How long to wait for the next message before {@link #idle}, in microseconds; 0 for ever. */
    protected long patience() {
        return FOR_EVER;
    }

    /** No message came for as long as {@link #patience} says, or for a shorter time. */
    protected void idle() {
    }

    /** Serves for ever. An endpoint that cannot be received from is a fault of the process. */
    public final void run() {
        attach();
        begin();
        Answer answer = Answer.NONE;
        for (;;) {
            Tag message = next(answer);
            // A sign of life is a system call of its own, after which the badge is no longer the message's; the words are.
            long badge = Message.badge();
            heartbeat.beat();
            if (!message.failed()) {
                RecentMessages.note(badge, message);
                answer = deal(badge, message);
            } else if (KernelError.of(message.label()) == KernelError.TIMED_OUT) {
                answer = Answer.NONE;
                note(current, 0);
                idle();
            } else {
                throw new IllegalStateException("nobody can be heard");
            }
        }
    }

    /** The limit of the next receiving: the server's patience, and that of the one who expects signs of life. */
    private Timeout limit() {
        long own = patience();
        long pause = heartbeat.pause();
        if (own == FOR_EVER || pause == FOR_EVER) {
            return own + pause == FOR_EVER ? Timeout.FOREVER : Timeout.of(own + pause);
        }
        return Timeout.of(Math.min(own, pause));
    }

    /** Says where the reply objects are, if that is known only at run time. */
    final void placeReplies(int first) {
        firstReply = first;
    }

    /** Makes this the server of its interfaces. */
    void attach() {
        for (Dispatcher each : interfaces) {
            each.attach(this);
        }
    }

    /** Deals with a message. */
    final Answer deal(long badge, Tag message) {
        note(current, message.capabilities());
        if (Badges.isSignal(badge)) {
            signal(badge);
            return Answer.NONE;
        }
        if (Badges.isFault(badge)) {
            return fault(badge, message);
        }
        int index = Badges.interfaceIndex(badge);
        if (index >= interfaces.length) {
            return Answer.INVALID;
        }
        client = Badges.client(badge);
        epoch = Badges.epoch(badge);
        Answer answer = interfaces[index].isClient() ? interfaces[index].request(message) : Answer.INVALID;
        if (held[current] && !answer.isNone()) {
            throw new IllegalStateException("a caller who is kept is not answered at once");
        }
        return answer;
    }

    private Tag next(Answer answer) {
        if (answer.isNone()) {
            return receive();
        }
        if (answer.tag().capabilities() == 0 && !brought(current)) {
            expect(current);
            return SystemCalls.replyReceive(endpoint, replyOf(current), answer.tag(), limit());
        }
        deliver(current, answer);
        return receive();
    }

    /** Answers a caller. If a capability of the answer is gone meanwhile, the request came to nothing. */
    private void deliver(int caller, Answer answer) {
        if (SystemCalls.send(replyOf(caller), answer.tag()).failed()) {
            SystemCalls.send(replyOf(caller), Answer.INVALID.tag());
        }
    }

    private Tag receive() {
        current = held[current] ? free(current) : current;
        forget(current);
        expect(current);
        return SystemCalls.receive(endpoint, replyOf(current), limit());
    }

    final int client() {
        return client;
    }

    final int epoch() {
        return epoch;
    }

    final boolean canKeep() {
        return free(current) != NOBODY;
    }

    final Caller keep() {
        if (held[current] || !canKeep()) {
            throw new IllegalStateException("a caller is kept once, and only if there is room");
        }
        held[current] = true;
        return new Caller(current);
    }

    final void answer(Caller caller, Answer answer) {
        if (!held[caller.number()]) {
            throw new IllegalStateException("a caller is answered once");
        }
        held[caller.number()] = false;
        deliver(caller.number(), answer);
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

    /** Whether a slot for what callers bring has a capability of this type. */
    boolean holds(int slot, CapabilityType type) {
        return false;
    }

    /** Names the slots for what the next caller brings. */
    void expect(int caller) {
    }

    /** Remembers how many capabilities a caller brought, and lets no more come to their slots. */
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
