package peaberry.runtime;

import peaberry.abi.BootInfo;

/**
 * Where a program finds what it was given. Every program but root has the same fixed places; those of what it was not
 * given are empty. Nobody gets its own CNode, address space or thread but the program that tests the kernel.
 */
public final class ProgramSlots {

    /** The endpoint that the program serves (receive). */
    public static final int SERVICE = 1;
    /** First of the reply objects of a server. */
    public static final int FIRST_REPLY = 2;
    /** The most reply objects. */
    public static final int MAX_REPLIES = 4;
    /** The console (send). */
    public static final int CONSOLE = 6;
    /** The console, with the right to have it crash (send, operator's badge). */
    public static final int CONSOLE_OPERATOR = 7;
    /** The root process (send). */
    public static final int SYSTEM = 8;
    /** The ports of the driver's device. */
    public static final int PORTS = 9;
    /** The interrupt line of the driver's device; its notification is bound to the driver's thread. */
    public static final int INTERRUPT = 10;
    /** Another program of the same purpose (send). */
    public static final int PEER = 11;
    /** The program's own table of capabilities. */
    public static final int OWN_CNODE = 12;
    /** Its own address space. */
    public static final int OWN_VSPACE = 13;
    /** Its own thread. */
    public static final int OWN_THREAD = 14;
    /** Memory to make kernel objects from. */
    public static final int MEMORY = 15;
    /** The right to make handlers of interrupt lines. */
    public static final int INTERRUPT_CONTROL = 16;
    /** The right to hand out I/O ports. */
    public static final int PORT_CONTROL = 17;
    /** The right to say what devices can reach. */
    public static final int IO_SPACE_CONTROL = 18;
    /** Devices' memory, from {@link #DEVICE_MEMORY_ADDRESS} on. */
    public static final int DEVICE_MEMORY = 19;
    /** The physical address of {@link #DEVICE_MEMORY}. */
    public static final long DEVICE_MEMORY_ADDRESS = 0xE000_0000L;
    /** The partition that the program runs in: the right to give out its time. */
    public static final int PARTITION = 20;
    /** The right to give windows to partitions. */
    public static final int PARTITION_CONTROL = 21;
    /** From here on a program uses slots as it likes. */
    public static final int FIRST_FREE = 22;
    /** log2 of the slots that a program has; the program that tests the kernel has more. */
    public static final int CNODE_BITS = 4;

    private static final String[] ROLES = {
        "", "service", "callers", "callers", "callers", "callers", "console", "console operator", "system", "device", "device", "peer",
        "own table", "own address space", "own thread", "memory", "interrupts", "ports", "devices",
        "device memory", "time", "windows",
    };

    private static final String[] ROOT_ROLES = {
        "", "own table", "own address space", "own thread", "interrupts", "ports", "devices", "own time", "time", "windows",
    };

    private ProgramSlots() {
    }

    /** What a program's slot is for, in a user's words; empty for a slot without a purpose. */
    public static String role(int slot) {
        return slot >= 0 && slot < ROLES.length ? ROLES[slot] : "";
    }

    /** The same for the root process, whose slots the kernel filled as {@link BootInfo} says. */
    public static String rootRole(int slot) {
        return slot >= 0 && slot < ROOT_ROLES.length ? ROOT_ROLES[slot] : "";
    }
}
