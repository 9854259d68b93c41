package peaberry.runtime;

import peaberry.abi.Tag;

/**
 * A server's message loop. It receives requests on one endpoint and answers each at once or later, in any order: each
 * caller that waits is held by a reply object of its own. It never waits for anybody else.
 */
public abstract class Server {

    /** In place of an answer: nobody is to be answered now. */
    protected static final Tag NO_ANSWER = Tag.of(-1, 0);

    private static final int NOBODY = -1;

    private final Capability endpoint;
    private final int firstReply;
    private final boolean[] held;
    private int current;

    /** @param firstReply slot of the first of {@code replies} reply objects, at least 1 */
    protected Server(Capability endpoint, int firstReply, int replies) {
        this.endpoint = endpoint;
        this.firstReply = firstReply;
        held = new boolean[replies];
    }

    /**
     * Answers a request, whose words are in {@link Message}.
     *
     * @return the answer's tag, its words set in {@link Message}; or {@link #NO_ANSWER}
     */
    protected abstract Tag request(long badge, Tag request);

    /** Takes note of a signal of the notification that is bound to the thread. */
    protected void signal(long badge) {
    }

    /** Serves for ever. An endpoint that cannot be received from is a fault of the process. */
    public final void run() {
        Tag answer = NO_ANSWER;
        for (;;) {
            Tag request = isAnswer(answer)
                    ? SystemCalls.replyReceive(endpoint, replyOf(current), answer)
                    : receive();
            if (request.failed()) {
                throw new IllegalStateException();
            }
            long badge = Message.badge();
            if (Badges.isSignal(badge)) {
                signal(badge);
                answer = NO_ANSWER;
            } else {
                answer = request(badge, request);
            }
        }
    }

    /** Whether the caller of the present request can be kept waiting, and another request still be received. */
    protected final boolean canKeep() {
        return free(current) != NOBODY;
    }

    /** Keeps the caller of the present request waiting. Only if {@link #canKeep}. @return its number, for {@link #answer} */
    protected final int keep() {
        if (!canKeep()) {
            throw new IllegalStateException();
        }
        held[current] = true;
        return current;
    }

    /** Answers a caller that was kept; the answer's words are set in {@link Message}. */
    protected final void answer(int caller, Tag answer) {
        held[caller] = false;
        SystemCalls.send(replyOf(caller), answer);
    }

    private Tag receive() {
        current = held[current] ? free(current) : current;
        return SystemCalls.receive(endpoint, replyOf(current));
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

    private static boolean isAnswer(Tag tag) {
        return tag.bits() != NO_ANSWER.bits();
    }
}
