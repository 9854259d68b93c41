package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.runtime.Region;
import peaberry.runtime.RootMemory;
import peaberry.runtime.UntypedMemory;

/**
 * Pages of devices' memory, by their physical addresses. What the kernel gave as large blocks is halved until there is a block of one page; each page
 * is made once and stays root's, which lends it to whoever has the device.
 *
 * <p>Which part of a block is where, no capability tells. So the blocks are written down in the ledger: for each its address, its size, and what was
 * made of it. Those that the kernel gave come first; the two halves of a block follow each other, there as in root's slots.
 */
final class DeviceMemory {

    /** How many blocks are made by halving at most. */
    private static final int MAX_HALVES = 512;
    private static final int PAGE_BITS = 12;
    /** How often a block is halved at most until there is a page: device addresses have fewer bits than this and those of a page. */
    private static final int MOST_LEVELS = 36;
    private static final int NOTHING = 0;

    /** In the ledger: how many blocks the kernel gave, once these are written down; then all blocks. */
    private static final int COUNT = Ledger.BLOCKS;
    private static final int FIRST = COUNT + Long.BYTES;
    private static final int BASE = 0;
    private static final int BITS = 8;
    /** Of a block that was halved, the number of the first half, which is written last: with it there are two blocks more. */
    private static final int MADE = 16;
    private static final int BYTES = 24;

    private static final Region LEDGER = RootMemory.ledger();

    private static int given;
    private static int count;
    private static int firstHalf;
    private static int firstPage;

    private DeviceMemory() {
    }

    /** Takes slots, and writes down the blocks that the kernel gave. */
    static void prepare() {
        given = Math.min(Devices.memoryBlocks(), Ledger.MAX_BLOCKS - MAX_HALVES);
        firstHalf = Slots.take(MAX_HALVES);
        firstPage = Slots.take(MAX_HALVES);
        if (LEDGER.int64(COUNT) == NOTHING) {
            for (int block = 0; block < given; block++) {
                write(block, Devices.memoryBase(block), Devices.memoryBits(block));
            }
            LEDGER.setInt64(COUNT, given);
        }
        count = given;
        for (int block = 0; block < count; block++) {
            count = Math.max(count, (int) get(block, MADE) + 2);
        }
    }

    /** Whether the pages of a range were made before, or there is room to make those that were not. */
    static boolean hasRoom(long address, long bytes) {
        long missing = 0;
        for (long done = 0; done < bytes; done += UserLayout.PAGE) {
            missing += isMade(address + done) ? 0 : 1;
        }
        return missing == 0 || missing <= (MAX_HALVES - (count - given)) / 2 - MOST_LEVELS;
    }

    private static boolean isMade(long address) {
        int block = 0;
        while (block < given && !holds(block, address)) {
            block++;
        }
        while (block < count && get(block, BITS) > PAGE_BITS && get(block, MADE) != NOTHING) {
            int half = (int) get(block, MADE);
            block = holds(half, address) ? half : half + 1;
        }
        return block < count && get(block, BITS) == PAGE_BITS;
    }

    /** Whether an address is in devices' memory. */
    static boolean contains(long address) {
        for (int block = 0; block < given; block++) {
            if (holds(block, address)) {
                return true;
            }
        }
        return false;
    }

    /** Root's slot with a page, or {@link Slots#NONE} if it is no device's or there is no room. @param address its first byte's */
    static int page(long address) {
        for (int block = 0; block < given; block++) {
            if (holds(block, address)) {
                return pageWithin(block, address);
            }
        }
        return Slots.NONE;
    }

    private static int pageWithin(int whole, long address) {
        int block = whole;
        while (get(block, BITS) > PAGE_BITS) {
            if (get(block, MADE) == NOTHING && !halve(block)) {
                return Slots.NONE;
            }
            int half = (int) get(block, MADE);
            block = holds(half, address) ? half : half + 1;
        }
        int slot = block < given ? Slots.NONE : firstPage + block - given;
        return slot == Slots.NONE || Slots.isFilled(slot) || memory(block).retype(ObjectType.FRAME, 0, Slots.OWN, slot, 1) == KernelError.NONE
                ? slot
                : Slots.NONE;
    }

    private static boolean holds(int block, long address) {
        return address >= get(block, BASE) && address - get(block, BASE) < 1L << get(block, BITS);
    }

    /**
     * What is in the next slots and not in the ledger is what a root that failed had made, nobody knows of which block. It goes, and that block is whole
     * again.
     */
    private static boolean halve(int block) {
        int half = count;
        int slot = firstHalf + half - given;
        int bits = (int) get(block, BITS) - 1;
        boolean halved = half - given <= MAX_HALVES - 2 && Slots.OWN.delete(slot) == KernelError.NONE && Slots.OWN.delete(slot + 1) == KernelError.NONE
                && memory(block).retype(ObjectType.UNTYPED, bits, Slots.OWN, slot, 2) == KernelError.NONE;
        if (halved) {
            write(half, get(block, BASE), bits);
            write(half + 1, get(block, BASE) + (1L << bits), bits);
            LEDGER.setInt64(at(block) + MADE, half);
            count = half + 2;
        }
        return halved;
    }

    private static UntypedMemory memory(int block) {
        return UntypedMemory.at(block < given ? Devices.memorySlot(block) : firstHalf + block - given);
    }

    private static void write(int block, long base, int bits) {
        LEDGER.setInt64(at(block) + BASE, base);
        LEDGER.setInt64(at(block) + BITS, bits);
        LEDGER.setInt64(at(block) + MADE, NOTHING);
    }

    private static long get(int block, int field) {
        return LEDGER.int64(at(block) + field);
    }

    private static long at(int block) {
        return FIRST + (long) block * BYTES;
    }

    /** Whether an address is that of a page. */
    static boolean isPage(long address) {
        return (address & UserLayout.PAGE - 1) == 0;
    }
}
