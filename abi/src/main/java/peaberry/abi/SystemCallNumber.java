package peaberry.abi;

/**
 * The numbers of the system calls. Everything else is an invocation: a {@link #CALL} on a kernel object's capability.
 *
 * <p>Sending needs the right to write, receiving and waiting that to read. A message or an answer that carries capabilities
 * needs the right to grant too. A receiver without a message buffer gets the first six words of a longer message.
 */
public final class SystemCallNumber {

    /** Does nothing: what entering and leaving the kernel costs. */
    public static final int NULL = 0;
    /** Sends to an endpoint and waits for the reply, or invokes a kernel object. */
    public static final int CALL = 1;
    /** Replies to the caller held by the reply capability, which must be one, then receives as {@link #RECEIVE}. */
    public static final int REPLY_RECEIVE = 2;
    /** Sends to an endpoint, or replies through a reply capability; waits until the message is taken. */
    public static final int SEND = 3;
    /**
     * Waits for a message on an endpoint, or a signal of the notification bound to the thread. A call that is received
     * without a reply capability (0) is answered {@link KernelError#ABORTED}; a reply that holds a caller is refused.
     */
    public static final int RECEIVE = 4;
    /** Signals a notification; never waits. */
    public static final int SIGNAL = 5;
    /** Waits for a notification. */
    public static final int WAIT = 6;
    /** As {@link #WAIT}, but answers at once with badge 0 when nothing was signalled. */
    public static final int POLL = 7;
    /** Lets the other threads of the same priority run first. */
    public static final int YIELD = 8;

    /** How many there are; any higher number is a fault of the thread. */
    public static final int COUNT = 9;

    /** The low bits of the register hold the number, the others a {@link Timeout}. */
    public static final int BITS = 8;
    public static final int MASK = (1 << BITS) - 1;

    private SystemCallNumber() {
    }
}
