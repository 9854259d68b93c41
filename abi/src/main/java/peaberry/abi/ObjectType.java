package peaberry.abi;

/**
 * The kinds of objects that untyped memory can become, with their sizes. The ordinal is the argument of
 * {@link Invocation#UNTYPED_RETYPE}.
 */
public enum ObjectType {
    /** Plain memory again; the caller says its size, 2^{@link #MIN_UNTYPED_BITS} bytes at least. */
    UNTYPED(0),
    /** A table of capabilities; the caller says how many slots as a power of two, each {@link #SLOT_BITS} wide. */
    CNODE(0),
    TCB(11),
    ENDPOINT(7),
    NOTIFICATION(7),
    REPLY(7),
    /** An address space: the top of its page table, and a page for the kernel's record of it. */
    VSPACE(13),
    PAGE_TABLE(12),
    /** What a device can reach: the top of its page table, and a page for the kernel's record of it. */
    IO_SPACE(13),
    /** 4 KiB of memory that a program can map. */
    FRAME(12),
    /** 2 MiB of memory that a program can map, all at once. */
    LARGE_FRAME(21),
    /** The right to use the processor. */
    SCHED_CONTEXT(10),
    /** A share of the processor's time, with its run queues. */
    PARTITION(13),
    /** A piece of time in which a partition runs. */
    TIME_WINDOW(7);

    /** log2 of the bytes that a slot of a CNode takes. */
    public static final int SLOT_BITS = 7;
    public static final int MIN_UNTYPED_BITS = 6;
    public static final int MAX_UNTYPED_BITS = 47;
    public static final int MAX_CNODE_BITS = 16;

    private static final ObjectType[] ALL = values();

    private final int sizeBits;

    ObjectType(int sizeBits) {
        this.sizeBits = sizeBits;
    }

    /** log2 of the size in bytes of one object; {@code requestedBits} counts for the kinds whose size the caller says. */
    public int sizeBits(int requestedBits) {
        return switch (this) {
            case UNTYPED -> requestedBits;
            case CNODE -> requestedBits + SLOT_BITS;
            default -> sizeBits;
        };
    }

    /** Whether a caller may request this size; it does not count for the kinds that have one size. */
    public boolean isSizeAllowed(long requestedBits) {
        return switch (this) {
            case UNTYPED -> requestedBits >= MIN_UNTYPED_BITS && requestedBits <= MAX_UNTYPED_BITS;
            case CNODE -> requestedBits >= 1 && requestedBits <= MAX_CNODE_BITS;
            default -> true;
        };
    }

    /** Whether it is memory that the kernel keeps nothing in: all that can be made of a device's memory. */
    public boolean isPlainMemory() {
        return switch (this) {
            case UNTYPED, FRAME, LARGE_FRAME -> true;
            default -> false;
        };
    }

    public static boolean isOrdinal(long ordinal) {
        return ordinal >= 0 && ordinal < ALL.length;
    }

    /** @param ordinal one for which {@link #isOrdinal} holds */
    public static ObjectType of(int ordinal) {
        return ALL[ordinal];
    }
}
