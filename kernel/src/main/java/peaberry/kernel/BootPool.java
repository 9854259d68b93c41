package peaberry.kernel;

import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.BootMemory;
import peaberry.kernel.arch.Translation;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * The memory that the loader found free. The root process is made from the start of its largest region; all the rest
 * becomes untyped capabilities. There is one pool, and it gives each byte away once: it only ever goes on.
 */
@Trusted
final class BootPool {

    private static final int PAGE_BITS = 12;

    private boolean open;
    /** Memory is taken from this region, from its start on, and then from the others in turn. */
    private int region;
    private long used;
    private int regionsUsedUp;
    /** Devices' memory is taken from this region, from its start on. */
    private int deviceRegion;
    private long devicesUsed;
    /** The page that the root process got last. */
    private PhysicalAddress page = PhysicalAddress.ZERO;
    private PhysicalAddress space = PhysicalAddress.ZERO;

    /** Finds the largest region; once. */
    void open() {
        if (open) {
            throw new IllegalStateException("the memory is given away once");
        }
        open = true;
        region = BootRegions.largest();
    }

    /** Bytes left in the region; 0 unless the pool is open. */
    long left() {
        return open && regionsUsedUp < BootMemory.regions() ? BootMemory.size(region) - used : 0;
    }

    /** Makes the first thread, its CNode and address space, and puts all that is there to control into the CNode. */
    Tcb makeProcess(Processor processor) {
        Tcb thread = Placement.create(Tcb.class, takePage());
        thread.settleOn(processor);
        make(thread.node, ObjectType.CNODE, BootInfo.CNODE_BITS, processor);
        make(thread.space, ObjectType.VSPACE, 0, processor);
        space = thread.space.base();
        CNode node = (CNode) thread.node.object();
        node.slot(BootInfo.OWN_CNODE).hold(CapabilityType.CNODE, node, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.OWN_VSPACE).hold(CapabilityType.VSPACE, thread.space.object(), space, 0);
        node.slot(BootInfo.OWN_TCB).hold(CapabilityType.TCB, thread, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.IRQ_CONTROL).hold(CapabilityType.IRQ_CONTROL, null, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.IO_SPACE_CONTROL).hold(CapabilityType.IO_SPACE_CONTROL, null, PhysicalAddress.ZERO, 0);
        make(node.slot(BootInfo.OWN_PARTITION), ObjectType.PARTITION, 0, processor);
        make(node.slot(BootInfo.OWN_SCHED_CONTEXT), ObjectType.SCHED_CONTEXT, 0, processor);
        make(node.slot(BootInfo.OWN_TIME_WINDOW), ObjectType.TIME_WINDOW, 0, processor);
        node.slot(BootInfo.PARTITION_CONTROL).hold(CapabilityType.PARTITION_CONTROL, null, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.IO_PORT_CONTROL).hold(CapabilityType.IO_PORT_CONTROL, null, PhysicalAddress.ZERO, 0);
        return thread;
    }

    /**
     * Maps a new page in the process that was made, with bytes of the archive, then zeros. That there is memory is
     * checked before.
     */
    void map(long address, Translation.Access access, ArchiveBytes archive, long offset, long bytes) {
        page = takePage();
        map(address, page, access);
        for (long i = 0; i < Math.min(bytes, UserLayout.PAGE); i++) {
            PhysicalMemory.storeByte(page.plus(i), (byte) archive.unsignedByte(offset + i));
        }
    }

    /** Maps a page of the archive, to read, in the process that was made. */
    void mapArchive(long address, ArchiveBytes archive, long offset) {
        map(address, archive.page(offset), Translation.Access.READ);
    }

    /** Writes a number into the page mapped last. @param offset a multiple of 8 below the page size */
    void writePage(int offset, long value) {
        if (!page.is(PhysicalAddress.ZERO) && offset >= 0 && offset < UserLayout.PAGE && offset % Long.BYTES == 0) {
            PhysicalMemory.storeLong(page.plus(offset), value);
        }
    }

    /** Makes a capability of the page mapped last. @param destination empty */
    void holdPage(Slot destination) {
        if (!page.is(PhysicalAddress.ZERO)) {
            destination.hold(CapabilityType.FRAME, null, page, PAGE_BITS);
        }
    }

    /**
     * Puts an untyped capability of the next block into an empty slot: the largest power of two that is left here and
     * aligned to its size.
     *
     * @return whether there was any memory left
     */
    boolean handOut(Slot destination) {
        if (left() == 0 && !nextRegion()) {
            return false;
        }
        int bits = blockBits(BootMemory.base(region).value() + used, left());
        destination.hold(CapabilityType.UNTYPED, null, take(1L << bits), bits);
        return true;
    }

    /**
     * Puts an untyped capability of the next block of devices' memory into an empty slot, and writes its address and size into the page mapped last.
     *
     * @param number how many there were before
     * @return whether there was any left
     */
    boolean handOutDevice(Slot destination, int number) {
        while (deviceRegion < BootMemory.deviceRegions() && devicesUsed == BootMemory.deviceSize(deviceRegion)) {
            deviceRegion++;
            devicesUsed = 0;
        }
        if (!open || deviceRegion >= BootMemory.deviceRegions()) {
            return false;
        }
        PhysicalAddress base = BootMemory.deviceBase(deviceRegion).plus(devicesUsed);
        int bits = blockBits(base.value(), BootMemory.deviceSize(deviceRegion) - devicesUsed);
        devicesUsed += 1L << bits;
        destination.hold(CapabilityType.UNTYPED, null, base, bits);
        destination.device = true;
        writePage(BootInfo.DEVICES + number * 2 * Long.BYTES, base.value());
        writePage(BootInfo.DEVICES + (number * 2 + 1) * Long.BYTES, bits);
        return true;
    }

    private boolean nextRegion() {
        if (open && regionsUsedUp < BootMemory.regions()) {
            regionsUsedUp++;
            region = (region + 1) % BootMemory.regions();
            used = 0;
        }
        return left() > 0;
    }

    /** log2 of the largest aligned block at an address. */
    private static int blockBits(long address, long bytes) {
        int aligned = address == 0 ? ObjectType.MAX_UNTYPED_BITS : Long.numberOfTrailingZeros(address);
        int fitting = Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes);
        return Math.min(ObjectType.MAX_UNTYPED_BITS, Math.min(aligned, fitting));
    }

    /** Makes an object that takes whole pages. */
    private void make(Slot destination, ObjectType type, int bits, Processor processor) {
        long bytes = Math.max(UserLayout.PAGE, 1L << type.sizeBits(bits));
        PhysicalAddress address = take(bytes);
        PhysicalMemory.zero(address, bytes);
        ObjectMaker.make(destination, type, bits, address);
        Untyped.settle(destination.object(), processor);
    }

    private void map(long address, PhysicalAddress frame, Translation.Access access) {
        while (Translation.map(space, address, frame, PAGE_BITS, access) == Translation.Outcome.MISSING_TABLE) {
            Translation.install(space, address, takePage());
        }
    }

    private PhysicalAddress takePage() {
        PhysicalAddress taken = take(UserLayout.PAGE);
        PhysicalMemory.zero(taken, UserLayout.PAGE);
        return taken;
    }

    private PhysicalAddress take(long bytes) {
        if (bytes > left()) {
            throw new IllegalStateException("the boot code took more memory than it had asked for");
        }
        PhysicalAddress taken = BootMemory.base(region).plus(used);
        used += bytes;
        return taken;
    }
}
