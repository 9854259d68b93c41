package peaberry.abi;

/**
 * What the kernel tells the root process: offsets in bytes of 8-byte fields in the page at {@link UserLayout#BOOT_INFO},
 * and the slots of the root process's CNode that the kernel filled.
 */
public final class BootInfo {

    public static final int ARCHIVE_BYTES = 0;
    /** Ticks of {@code peaberry.machine.Clock} in a microsecond, at least 1. */
    public static final int TICKS_PER_MICROSECOND = 8;
    /** The clock when the kernel started. */
    public static final int BOOT_TICKS = 16;
    /** Bytes of memory in the machine. */
    public static final int MEMORY_BYTES = 24;
    /** Slots {@link #FIRST_UNTYPED} and up hold this many untyped capabilities, largest first. */
    public static final int UNTYPED_COUNT = 32;
    /**
     * The slots after those hold this many untyped capabilities of devices' memory, in the order of their addresses. For each
     * the page has two fields from {@link #DEVICES} on: its address, and log2 of its size.
     */
    public static final int DEVICE_COUNT = 56;
    public static final int DEVICES = 64;
    /** The most of them: what is left of a page has room for so many. */
    public static final int MAX_DEVICES = 252;
    /** First slot that is empty. */
    public static final int FIRST_FREE_SLOT = 40;
    /** How many slots the CNode has. */
    public static final int CNODE_SLOTS = 48;

    public static final int OWN_CNODE = 1;
    public static final int OWN_VSPACE = 2;
    public static final int OWN_TCB = 3;
    public static final int IRQ_CONTROL = 4;
    public static final int IO_PORT_CONTROL = 5;
    public static final int IO_SPACE_CONTROL = 6;
    public static final int OWN_SCHED_CONTEXT = 7;
    public static final int OWN_PARTITION = 8;
    public static final int PARTITION_CONTROL = 9;
    /** The one window in the cycle: that of the own partition. */
    public static final int OWN_TIME_WINDOW = 10;
    /** A table of the frames and page tables that the root process started with. */
    public static final int OWN_FRAMES = 11;
    public static final int FIRST_UNTYPED = 12;
    /** log2 of the root CNode's slots. */
    public static final int CNODE_BITS = 14;

    private BootInfo() {
    }
}
