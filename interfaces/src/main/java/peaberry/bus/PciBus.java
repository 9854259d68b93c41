package peaberry.bus;

import peaberry.abi.DeviceReset;
import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;

/**
 * The functions on the PCI bus, for the one who decides what becomes of them. A function is named by its address, which is
 * {@code bus * 256 + device * 8 + function}. Bridges are found and listed, but are neither silenced nor enabled.
 */
@Interface(outcomes = PciBus.Outcome.class)
public interface PciBus {

    /** The greatest address of a function, and the greatest vendor or device. */
    int MAX = 0xFFFF;
    /** How many base address registers a function has at most. */
    int BARS = 6;
    /** In place of a base address register where there is none. */
    int NO_BAR = BARS;

    /**
     * The function of that identity, {@code index} of them being before it in the order of their addresses; {@link Outcome#NOT_FOUND} if there are not
     * so many. While it looks, for some microseconds, the function does not answer at its memory: this is for functions that nobody uses.
     */
    @Idempotent
    Function find(@Range(max = MAX) int vendor, @Range(max = MAX) int device, @Range(max = 255) int index);

    /** The function with {@code index} others before it, in the order of their addresses; {@link Outcome#NOT_FOUND} if there are not so many. */
    @Idempotent
    Listed list(@Range(max = MAX) int index);

    /**
     * Where a virtio device says that a structure of it is (virtio 1.2, section 4.1.4), the first of its type that is in memory;
     * {@link Outcome#NOT_FOUND} if there is none.
     *
     * @param type {@code peaberry.abi.VirtioStructure} names them
     */
    @Idempotent
    Structure structure(@Range(max = MAX) int function, @Range(max = 0xFF) int type);

    /**
     * Makes a function do nothing any more: it is no bus master, interrupts in no way, was reset and seen idle, and does not answer at its memory.
     * The first two hold for any outcome but {@link Outcome#NOT_FOUND}. Takes microseconds as a rule, a tenth of a second with
     * {@link DeviceReset#FUNCTION}, and two seconds at most; the server is busy meanwhile.
     */
    @Idempotent
    void silence(@Range(max = MAX) int function, DeviceReset how);

    /**
     * Lets a function work: it answers at its memory, interrupts by writing {@code messageData} to {@code messageAddress}, whatever the reason, and
     * is bus master. {@link Outcome#NO_MESSAGES} if it cannot interrupt so; then it does nothing of this.
     */
    @Idempotent
    void enable(@Range(max = MAX) int function, @Range(max = Long.MAX_VALUE) long messageAddress, int messageData);

    /**
     * Where a function's memory is: of each base address register the physical address and the bytes, a power of two, to which the address is aligned.
     * The bytes are 0 where a register is none of memory, was given no address, or says what cannot be; a register of 64 bits is
     * at the first of its two numbers. They may be less than a page, of which the rest then belongs to others.
     *
     * <p>Who writes into a function's table of messages (MSI-X) writes anywhere as that function. No driver may have these pages:
     * {@code tableStart} to {@code tableEnd} of what {@code tableBar} names, in bytes from its base, both multiples of 4096 (so the end may be behind
     * that of a register of less), and the same of the bits that say which messages are pending, of which the specification only says
     * that writing them does what nobody knows. In QEMU's virtio functions both are register 1, and nothing else is there.
     *
     * @param tableBar   {@link #NO_BAR} if there is no such table; the start and the end are 0 then
     * @param pendingBar {@link #NO_BAR} if {@code tableBar} is
     */
    record Function(@Range(max = MAX) int address,
            @Range(max = Long.MAX_VALUE) long base0, @Range(max = Long.MAX_VALUE) long size0,
            @Range(max = Long.MAX_VALUE) long base1, @Range(max = Long.MAX_VALUE) long size1,
            @Range(max = Long.MAX_VALUE) long base2, @Range(max = Long.MAX_VALUE) long size2,
            @Range(max = Long.MAX_VALUE) long base3, @Range(max = Long.MAX_VALUE) long size3,
            @Range(max = Long.MAX_VALUE) long base4, @Range(max = Long.MAX_VALUE) long size4,
            @Range(max = Long.MAX_VALUE) long base5, @Range(max = Long.MAX_VALUE) long size5,
            @Range(max = NO_BAR) int tableBar, @Range(max = Long.MAX_VALUE) long tableStart, @Range(max = Long.MAX_VALUE) long tableEnd,
            @Range(max = NO_BAR) int pendingBar, @Range(max = Long.MAX_VALUE) long pendingStart, @Range(max = Long.MAX_VALUE) long pendingEnd) {
    }

    /** @param classCode class, subclass and programming interface, 8 bits each: 0x010601 is an AHCI host controller */
    record Listed(@Range(max = MAX) int address, @Range(max = MAX) int vendor, @Range(max = MAX) int device, @Range(max = 0xFF_FFFF) int classCode) {
    }

    /** @param bar the base address register of the memory in which it is, from {@code offset} on @param extra the 32 bits that follow, if it has some */
    record Structure(@Range(max = BARS - 1) int bar, @Range(max = 0xFFFF_FFFFL) long offset, @Range(max = 0xFFFF_FFFFL) long bytes,
            @Range(max = 0xFFFF_FFFFL) long extra) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no such function; or none that can be silenced and enabled, as it is a bridge. */
        NOT_FOUND,
        /** It cannot be reset in that way. */
        NO_RESET,
        /** It did not become idle in its time. */
        STUCK,
        /** It cannot write such a message. */
        NO_MESSAGES,
        /** The server waits for another function that is being silenced: to be asked later. */
        BUSY
    }
}
