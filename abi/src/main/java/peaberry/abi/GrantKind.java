package peaberry.abi;

/** What a process is given when it starts. The ordinal is the number in the tables; 0 ends a table. */
public enum GrantKind {
    NONE,
    /** The endpoint on which the process receives (first number: place of the interface among those that it serves). */
    SERVICE,
    /** Objects that hold its callers (first number: how many, in slots in a row). */
    REPLIES,
    /** An endpoint to send to (first number: the server's process; second: place of the interface among those that it serves). */
    CLIENT,
    /** A range of I/O ports (the first and the last). */
    PORTS,
    /** The same to read only: what writing could do beyond the device is not the process's to do. */
    READ_ONLY_PORTS,
    /** An interrupt line, whose signals the process's thread receives (its number; the bit of the badge that tells it from others). */
    INTERRUPT,
    /** A block of devices' memory (its physical address). A machine may have none there. */
    DEVICE_MEMORY,
    /**
     * A PCI function (who made it, times 65,536, and what it is; which of those that are alike, times 256, and the ordinal of its
     * {@link DeviceReset}). In the slot is the handler of its messages; its registers and the memory that it uses are mapped ({@link RegionTable}).
     */
    PCI_FUNCTION,
    /** What a process signals to give a sign of life (at least once in so many microseconds; root writes that in ticks of the clock as second number). */
    HEARTBEAT,
    /** Memory that the process shares with its PCI function (its bytes; 1 if that may be had without an IOMMU, too). No slot, but a region. */
    DMA,
    /** Memory that outlives the process and is its next life's (its bytes). No slot, but a region. */
    KEPT,
    /** Devices' memory, mapped (its first physical address; its bytes). No slot, but a region. */
    MAPPED,
    /** The declaration of all processes, to read: {@link SystemTable}. No slot, but a region. */
    DECLARATION,
    /** Memory to make kernel objects from (log2 of its bytes). */
    MEMORY,
    /** The process's own table of capabilities, address space, thread. */
    OWN_TABLE, OWN_ADDRESS_SPACE, OWN_THREAD,
    /** The endpoint that the process receives on, to send to: of that it makes capabilities whose badges say who speaks, and hands them out. */
    OWN_SERVICE,
    /** The right to make interrupt handlers, to hand out ports, and to say what devices can reach. */
    INTERRUPT_CONTROL, PORT_CONTROL, DEVICE_CONTROL,
    /** The partition that the process runs in: the right to give out its time. */
    PARTITION,
    /** The right to give windows to partitions. */
    PARTITION_CONTROL,
    /** Root's thread, a window by which root's data are written, and (no slot, but a region) the image of root's program: for who starts root anew. */
    ROOT_THREAD, ROOT_MEMORY, ROOT_IMAGE,
    /** A process before whose servers it may stand (the process's number). No slot: root puts it there. */
    TRACED;

    private static final GrantKind[] ALL = values();

    /** Whether a capability is given, and not only memory. */
    public boolean takesSlot() {
        return this != DMA && this != KEPT && this != MAPPED && this != DECLARATION && this != ROOT_IMAGE && this != TRACED;
    }

    /** The kind of that number; {@link #NONE} if there is none. */
    public static GrantKind of(int number) {
        return number >= 0 && number < ALL.length ? ALL[number] : NONE;
    }
}
