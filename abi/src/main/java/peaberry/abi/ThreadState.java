package peaberry.abi;

/** What a thread is doing. The ordinal is what {@link Invocation#TCB_USAGE} answers. */
public enum ThreadState {
    INACTIVE, RUNNING, READY, SENDING, RECEIVING, AWAITING_REPLY, WAITING, FAULTED,
    /** Waits until its scheduling context has budget again. */
    DEPLETED,
    /** Could run but has no scheduling context. */
    PASSIVE;

    private static final ThreadState[] ALL = values();

    /** The state with this ordinal; {@link #INACTIVE} for a number that is none. */
    public static ThreadState of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : INACTIVE;
    }
}
