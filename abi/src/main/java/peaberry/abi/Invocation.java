package peaberry.abi;

/**
 * The operations on kernel objects. A program calls the object's capability with the ordinal as label and the
 * parameters as words; capabilities among the parameters are slot indices of the caller's own CNode unless said
 * otherwise. The answer's words are listed after the arrow; most operations answer none.
 */
public enum Invocation {
    /**
     * type, requestedBits, CNode slot, first slot, count: makes {@code count} objects (1 to 256) into empty slots of that
     * CNode. Once the memory has no children left it starts afresh.
     */
    UNTYPED_RETYPE,
    /** → size bits, bytes used: how much of the memory was handed out. */
    UNTYPED_USAGE,

    /**
     * On the destination CNode. destination slot, source CNode (in the caller's CNode), source slot, rights. Untyped
     * memory, page tables and the I/O port control are not copied; a frame's copy is not mapped.
     */
    CNODE_COPY,
    /** As copy, and badge: unless it is 0, only of an unbadged endpoint or notification. */
    CNODE_MINT,
    /** destination slot, source CNode, source slot. */
    CNODE_MOVE,
    /** slot. */
    CNODE_DELETE,
    /** slot: deletes what was derived from it, not the capability itself. */
    CNODE_REVOKE,
    /**
     * slot → {@link CapabilityType} ordinal, rights, badge, detail, detail. Details: untyped: size bits, bytes used;
     * CNode: slots; I/O port: first, last; interrupt handler: line; frame: address where mapped or 0.
     */
    CNODE_INSPECT,

    /**
     * CNode, VSpace, message buffer frame or 0, message buffer address, fault endpoint or 0, priority 0–255. The
     * fault endpoint's badge names the thread in fault messages. Only of a suspended thread; the priority is at most the
     * caller's own.
     */
    TCB_CONFIGURE,
    /** instruction pointer, stack pointer, argument. Only of a suspended thread. */
    TCB_WRITE_REGISTERS,
    /** Starts a suspended thread, or one that faulted at the failed instruction; nothing happens to another. */
    TCB_RESUME,
    /** A system call in which the thread waits ends with ABORTED when the thread is resumed. */
    TCB_SUSPEND,
    /** priority 0–255, at most the caller's own. */
    TCB_SET_PRIORITY,
    /** notification or 0. */
    TCB_BIND_NOTIFICATION,
    /** → {@link ThreadState} ordinal, priority, ticks of processor time used. */
    TCB_USAGE,

    /** VSpace, address, rights (write: writable; read), executable 0 or 1. Never both writable and executable. */
    FRAME_MAP,
    FRAME_UNMAP,
    /** VSpace, address: puts the table at the first missing level on the way to the address. */
    PAGE_TABLE_MAP,
    PAGE_TABLE_UNMAP,

    /** line, CNode, slot: makes the handler of an interrupt line that has none. The line stays masked until acknowledged. */
    IRQ_CONTROL_ISSUE,
    /** notification: signalled at each interrupt, which stays masked until acknowledged. */
    IRQ_HANDLER_SET_NOTIFICATION,
    IRQ_HANDLER_ACKNOWLEDGE,

    /** first, last, CNode, slot: makes the capability of ports of which none was issued yet, or all such are deleted. */
    IO_PORT_CONTROL_ISSUE,
    /** port, width in bits (8, 16, 32) → value. */
    IO_PORT_READ,
    /** port, width in bits, value. */
    IO_PORT_WRITE;

    private static final Invocation[] ALL = values();

    public static boolean isOrdinal(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length;
    }

    /** @param ordinal one for which {@link #isOrdinal} holds */
    public static Invocation of(int ordinal) {
        return ALL[ordinal];
    }
}
