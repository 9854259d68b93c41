package peaberry.abi;

/** What a capability refers to. The ordinal is what {@link Invocation#CNODE_INSPECT} answers. */
public enum CapabilityType {
    /** Nothing: an empty slot. */
    NULL,
    /** Memory that kernel objects are made from. */
    UNTYPED,
    /** A table of capabilities. A capability's address is the index of its slot; index 0 never names one. */
    CNODE,
    /** A thread, seen by whoever may steer it. */
    TCB,
    /** Where threads meet to pass messages: a message goes from a sender to a receiver when both are there. */
    ENDPOINT,
    /** A word of signals: a signal is kept until somebody takes it, and never waits. */
    NOTIFICATION,
    /** Holds a caller until it is answered. A server may hold several and answer in any order. */
    REPLY,
    /** An address space: the top of a page table. */
    VSPACE,
    /** One table on the way from an address space to its pages. It serves at whatever level is missing. */
    PAGE_TABLE,
    /** Memory that can be mapped, at one place for each capability of it. */
    FRAME,
    /** What one PCI function can do to memory: the top of a page table of addresses as the device sees them. */
    IO_SPACE,
    /** The authority to say which PCI function uses which I/O address space. */
    IO_SPACE_CONTROL,
    /** The authority over all interrupts. */
    IRQ_CONTROL,
    /** One interrupt line, or the messages of one PCI function. */
    IRQ_HANDLER,
    /** The authority to hand out ranges of I/O ports. */
    IO_PORT_CONTROL,
    /** A range of I/O ports. */
    IO_PORT,
    /** A range of somebody's address space, out of which or into which its holder has bytes copied. */
    WINDOW,
    /** What is left of a capability whose deletion was interrupted: it allows nothing, and can only be deleted further. */
    ZOMBIE,
    /**
     * The right to use the processor: a budget in each period, in one partition. A thread runs only on a scheduling context. It
     * may have one of its own; while it serves a call it runs on the caller's, which the call lends until it is answered.
     */
    SCHED_CONTEXT,
    /** A share of the processor's time: what belongs to it runs only in its time windows, which follow each other in a cycle. */
    PARTITION,
    /** The authority over the cycle of time windows. */
    PARTITION_CONTROL,
    /** A piece of time in which one partition runs, once in each cycle. A partition may have several. */
    TIME_WINDOW;

    private static final CapabilityType[] ALL = values();

    /** The type with this ordinal; {@link #NULL} for a number that is none. */
    public static CapabilityType of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : NULL;
    }
}
