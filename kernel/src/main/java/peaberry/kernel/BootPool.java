package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.BootMemory;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * The memory that the loader found free. The root process is made from the start of its largest region; all the rest
 * becomes untyped capabilities.
 */
@Trusted
final class BootPool {

    private static final int PAGE_BITS = 12;

    private int region;
    private long used;
    private PhysicalAddress page = PhysicalAddress.ZERO;

    /** Finds the largest region. */
    void open() {
        region = 0;
        used = 0;
        for (int other = 1; other < BootMemory.regions(); other++) {
            if (BootMemory.size(other) > BootMemory.size(region)) {
                region = other;
            }
        }
    }

    /** Bytes left for {@link #take}, in a row. */
    long left() {
        return BootMemory.regions() == 0 ? 0 : BootMemory.size(region) - used;
    }

    /** Bytes of memory in all regions. */
    long total() {
        long total = 0;
        for (int each = 0; each < BootMemory.regions(); each++) {
            total += BootMemory.size(each);
        }
        return total;
    }

    /** The first address after all regions. */
    long end() {
        long end = 0;
        for (int each = 0; each < BootMemory.regions(); each++) {
            end = Math.max(end, BootMemory.base(each).value() + BootMemory.size(each));
        }
        return end;
    }

    /** The next page, full of zeros. That there is one is checked before: else this is a kernel bug. */
    PhysicalAddress takePage() {
        page = take(UserLayout.PAGE);
        PhysicalMemory.zero(page, UserLayout.PAGE);
        return page;
    }

    /** Fills the page taken last from the archive. @param bytes 0 to a page */
    void fillPage(ArchiveBytes archive, long offset, long bytes) {
        if (used > 0 && bytes >= 0 && bytes <= UserLayout.PAGE) {
            archive.copyTo(page, offset, bytes);
        }
    }

    /** Writes a number into the page taken last. @param offset a multiple of 8 below the page size */
    void writePage(int offset, long value) {
        if (used > 0 && offset >= 0 && offset < UserLayout.PAGE && offset % Long.BYTES == 0) {
            PhysicalMemory.storeLong(page.plus(offset), value);
        }
    }

    /** Makes an object of the root process. @param destination empty */
    void make(Slot destination, ObjectType type, int bits, Processor processor) {
        ObjectMaker.make(destination, type, bits, take(pageUp(1L << type.sizeBits(bits))), processor);
    }

    /** Makes the first thread, whose own slots hold the other objects' first capabilities. */
    Tcb makeThread(Processor processor) {
        Tcb thread = Placement.create(Tcb.class, takePage());
        thread.settleOn(processor);
        return thread;
    }

    /**
     * Puts untyped capabilities for all that is left into the slots from {@code first} up, the largest first. Each is a
     * power of two and aligned to its size. The pool is empty after that.
     *
     * @return how many there are
     */
    int handOut(CNode node, int first) {
        long slot = first;
        for (int bits = ObjectType.MAX_UNTYPED_BITS; bits >= PAGE_BITS; bits--) {
            for (int each = 0; each < BootMemory.regions(); each++) {
                slot = handOut(node, slot, each, bits);
            }
        }
        used = BootMemory.size(region);
        return (int) slot - first;
    }

    /** Puts the blocks of one size of one region into slots. */
    private long handOut(CNode node, long firstSlot, int each, int bits) {
        PhysicalAddress base = BootMemory.base(each);
        long slot = firstSlot;
        long at = each == region ? used : 0;
        while (at < BootMemory.size(each) && slot < node.slots()) {
            int size = blockBits(base.value() + at, BootMemory.size(each) - at);
            if (size == bits) {
                node.slot(slot).holdMemory(CapabilityType.UNTYPED, base.plus(at), bits);
                slot++;
            }
            at += 1L << size;
        }
        return slot;
    }

    /** log2 of the largest aligned block at an address. */
    private static int blockBits(long address, long bytes) {
        int aligned = address == 0 ? ObjectType.MAX_UNTYPED_BITS : Long.numberOfTrailingZeros(address);
        int fitting = Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes);
        return Math.min(ObjectType.MAX_UNTYPED_BITS, Math.min(aligned, fitting));
    }

    private PhysicalAddress take(long bytes) {
        if (bytes > left()) {
            throw new IllegalStateException("the boot code took more memory than it had asked for");
        }
        PhysicalAddress taken = BootMemory.base(region).plus(used);
        used += bytes;
        return taken;
    }

    private static long pageUp(long bytes) {
        return bytes + UserLayout.PAGE - 1 & -UserLayout.PAGE;
    }
}
