package peaberry.runtime;

/**
 * What the root process does for those who hold its endpoint. The ordinal is the request's label; parameters and the
 * answer's words follow. A process is named by its number, from 0, which {@link #FIND} tells.
 */
public enum SystemRequest {
    /** Name in three words → number. */
    FIND,
    /**
     * Number → state ({@code ThreadState} ordinal, or {@link ProcessInfo#STATE_STOPPED}), priority, ticks of processor
     * time, bytes of memory, bytes of it in use, times restarted; name in words 6 to 8.
     */
    PROCESS,
    /**
     * Number, first slot to look at → slot, {@code CapabilityType} ordinal, rights, badge, detail, detail; its purpose
     * in words 6 to 8. {@link Outcome#NOT_FOUND} when there is no further one.
     */
    CAPABILITY,
    /** Number: destroys the process, which is made anew as its restart policy says. */
    KILL,
    /** Number: destroys the process, if it is there, and makes it anew. */
    RESTART,
    /** Number: its next fault is wanted, and does not count when deciding to give up. {@link Outcome#REFUSED} for root. */
    EXPECT_CRASH,
    /**
     * Number of the record, 0 the oldest still known → its serial number, ticks since boot, instruction pointer, times
     * restarted, bytes of text, bytes of place; name in words 6 to 8, what happened from {@link #TEXT_WORD} on, where
     * from {@link #PLACE_WORD} on; no place if it was not a fault of code.
     */
    FAULT,
    /** → bytes of memory in the machine, of kernel and root, of processes, free. */
    MEMORY,
    /** → ticks since boot, ticks in a microsecond. */
    UPTIME,
    /** Exit status, 0 to 99: switches the machine off. Not answered. */
    SHUTDOWN;

    /** First word of a name in an answer. */
    public static final int NAME_WORD = 6;
    /** First word of a fault's text. */
    public static final int TEXT_WORD = 9;
    /** The most bytes of a fault's text. */
    public static final int MAX_TEXT = 192;
    /** First word of a fault's place. */
    public static final int PLACE_WORD = TEXT_WORD + MAX_TEXT / Long.BYTES;
    /** The most bytes of a fault's place. */
    public static final int MAX_PLACE = 192;
    public static final int MAX_STATUS = 99;

    private static final SystemRequest[] ALL = values();

    public static boolean isOrdinal(int label) {
        return label >= 0 && label < ALL.length;
    }

    /** @param label one for which {@link #isOrdinal} holds */
    public static SystemRequest of(int label) {
        return ALL[label];
    }
}
