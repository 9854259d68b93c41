package peaberry.abi;

/** What root has room for: its own table of capabilities has {@code 1 << BootInfo.CNODE_BITS} slots, and each process takes some of them for good. */
public final class RootLimits {

    /** Slots of root's for what the kernel gave it, and for its own objects: 252 blocks of devices' memory, pages of these, functions, buses, ports. */
    public static final int OWN_SLOTS = 2048;
    /** Nobody's pages are more than this; who has more memory makes objects from it. */
    public static final int MAX_PAGES = 1024;
    /** Nobody shares more pages than this with its PCI function. */
    public static final int MAX_DMA_PAGES = 256;
    /** PCI functions, in the whole system. */
    public static final int MAX_FUNCTIONS = 16;
    /** Ranges of ports, and interrupt lines, each in the whole system; some are root's. */
    public static final int MAX_DEVICES = 60;
    /** Regions of a process besides those of its PCI function: kept memory, devices' memory. */
    public static final int MAX_REGIONS = 6;

    /** A process's endpoint, memory, what it makes objects from, and the endpoint for its faults; two signals to the supervisor. */
    private static final int LASTING = 6;
    /** Objects besides pages: CNode, address space, thread and the like; page tables; interrupts. */
    private static final int OBJECTS_BESIDES_PAGES = 32;

    private RootLimits() {
    }

    /** Slots for the objects of a process of which nothing is left when it ends. @param memory its bytes @param dma bytes of these that it shares with its function */
    public static int objectSlots(long memory, long dma) {
        return OBJECTS_BESIDES_PAGES + (int) Math.min(MAX_PAGES, memory / UserLayout.PAGE) + (int) Math.min(MAX_DMA_PAGES, dma / UserLayout.PAGE);
    }

    /** All slots of root's that a process takes. @param kept bytes that outlive it */
    public static long slots(long memory, long dma, long kept) {
        return LASTING + objectSlots(memory, dma) + kept / UserLayout.PAGE;
    }

    /** Slots that all processes can take together. */
    public static int slotsForProcesses() {
        return (1 << BootInfo.CNODE_BITS) - OWN_SLOTS;
    }
}
