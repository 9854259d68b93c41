package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.runtime.UntypedMemory;

/**
 * Pages of devices' memory, by their physical addresses. What the kernel gave as large blocks is halved until there is a block of one page; each page
 * is made once and stays root's, which lends it to whoever has the device.
 *
 * <p>The blocks form trees: whoever is halved has two children beside each other.
 */
final class DeviceMemory {

    private static final int MAX_BLOCKS = 1024;
    private static final int PAGE_BITS = 12;
    private static final int NOTHING = 0;

    private static final long[] BASE = new long[MAX_BLOCKS];
    private static final int[] BITS = new int[MAX_BLOCKS];
    private static final int[] SLOT = new int[MAX_BLOCKS];
    /** Of a block that was halved, the first of its halves; of one that became a page, root's slot with that page; else nothing. */
    private static final int[] MADE = new int[MAX_BLOCKS];
    private static int blocks;
    private static int roots;

    private DeviceMemory() {
    }

    /** Takes over the blocks that the kernel gave. */
    static void prepare() {
        while (roots < Math.min(Devices.memoryBlocks(), MAX_BLOCKS)) {
            add(Devices.memoryBase(roots), Devices.memoryBits(roots), Devices.memorySlot(roots));
            roots++;
        }
    }

    /** Root's slot with a page, or {@link Slots#NONE} if it is no device's or there is no room. @param address its first byte's */
    static int page(long address) {
        for (int root = 0; root < roots; root++) {
            if (holds(root, address)) {
                return pageWithin(root, address);
            }
        }
        return Slots.NONE;
    }

    private static int pageWithin(int root, long address) {
        int block = root;
        while (BITS[block] > PAGE_BITS) {
            if (MADE[block] == NOTHING && !halve(block)) {
                return Slots.NONE;
            }
            block = holds(MADE[block], address) ? MADE[block] : MADE[block] + 1;
        }
        return MADE[block] != NOTHING ? MADE[block] : makePage(block);
    }

    private static boolean holds(int block, long address) {
        return address >= BASE[block] && address - BASE[block] < 1L << BITS[block];
    }

    private static boolean halve(int block) {
        int halves = Slots.take(2);
        int bits = BITS[block] - 1;
        if (halves == Slots.NONE || blocks > MAX_BLOCKS - 2
                || UntypedMemory.at(SLOT[block]).retype(ObjectType.UNTYPED, bits, Slots.OWN, halves, 2) != KernelError.NONE) {
            return false;
        }
        MADE[block] = blocks;
        add(BASE[block], bits, halves);
        add(BASE[block] + (1L << bits), bits, halves + 1);
        return true;
    }

    private static int makePage(int block) {
        int slot = Slots.take();
        if (slot != Slots.NONE && UntypedMemory.at(SLOT[block]).retype(ObjectType.FRAME, 0, Slots.OWN, slot, 1) == KernelError.NONE) {
            MADE[block] = slot;
            return slot;
        }
        return Slots.NONE;
    }

    private static void add(long base, int bits, int slot) {
        BASE[blocks] = base;
        BITS[blocks] = bits;
        SLOT[blocks] = slot;
        blocks++;
    }

    /** Whether an address is that of a page. */
    static boolean isPage(long address) {
        return (address & UserLayout.PAGE - 1) == 0;
    }
}
