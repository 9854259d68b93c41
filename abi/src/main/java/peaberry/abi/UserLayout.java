package peaberry.abi;

/** Where things are in a program's address space, which ends below {@link #LIMIT}. All addresses are in bytes. */
public final class UserLayout {

    /** The size of a page. */
    public static final long PAGE = 4096;
    /** End of what a program may map: the last page of the lower half stays unmapped, so that SYSRET is always safe. */
    public static final long LIMIT = 0x7FFF_FFFF_F000L;

    /** Arguments of a program that the process server started, and behind {@link #MAX_ARGUMENTS} bytes its environment. */
    public static final long ARGUMENTS = 0x20_0000;
    /** The most bytes of either. */
    public static final long MAX_ARGUMENTS = 0x1_0000;
    /** How far down a stack may grow, whatever a program's executable asks for; the page below is never mapped. */
    public static final long LOWEST_STACK = 0x23_0000;
    /** Lowest address of the stack of a program that asks for none; the page below is never mapped. */
    public static final long STACK_BOTTOM = 0x3F_0000;
    /** The stack pointer at the start. */
    public static final long STACK_TOP = 0x3F_8000;
    /** The message buffer: word {@code i} of a message, {@code i >= 6}, is at {@code MESSAGE_BUFFER + 8 * i}. */
    public static final long MESSAGE_BUFFER = 0x3F_C000;
    /**
     * Behind the message buffer's words: how many messages a server received, and in the places behind it the last {@link #MAX_RECENT_MESSAGES} of
     * these, each its badge and its tag; message {@code n}, from 0, at place {@code 1 + n % MAX_RECENT_MESSAGES}.
     */
    public static final long RECENT_MESSAGES = MESSAGE_BUFFER + 1024;
    public static final int RECENT_MESSAGE_BYTES = 16;
    public static final int MAX_RECENT_MESSAGES = 4;
    /** The boot information, in the root process only. */
    public static final long BOOT_INFO = 0x3F_D000;
    /** What the program was given, read-only, in every process but root: a {@link GrantTable}, a {@link RegionTable} behind it, and how fast time goes. */
    public static final long START_PAGE = 0x3F_E000;
    /** Where that is. */
    public static final long REGION_TABLE = START_PAGE + GrantTable.MAX_ROWS * GrantTable.ROW_BYTES;
    /** At the end of that page: how many ticks of the processor's clock make a microsecond, 8 bytes. */
    public static final long TICKS_PER_MICROSECOND = START_PAGE + PAGE - Long.BYTES;
    /** Start of a program's image. */
    public static final long PROGRAM = 0x40_0000;
    /** End of the room for a program's image. */
    public static final long PROGRAM_LIMIT = 0x0800_0000;
    /** Where the root process looks at frames while it fills them. */
    public static final long SCRATCH = 0x1000_0000;
    /** Where root shows a page of devices' memory to the one who may look at that of any device. */
    public static final long DEVICE_PAGE = 0x1FFF_F000;
    /** From here on root maps devices' memory, and memory that a device uses, into the processes that have these. */
    public static final long DEVICES = 0x2000_0000;
    /** The boot archive, read-only, in the root process only. */
    public static final long BOOT_ARCHIVE = 0x4000_0000;

    /** Where an ordinary Java program has what it allocates outside of Java's heap. */
    public static final long MANAGED = 0x5000_0000L;
    /** Where its garbage collector notes what it has yet to look at. */
    public static final long MANAGED_MARKS = 0x7000_0000L;
    /** Where it has Java's heap. */
    public static final long MANAGED_HEAP = 0x8000_0000L;

    private UserLayout() {
    }
}
