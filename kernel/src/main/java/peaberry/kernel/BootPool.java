package peaberry.kernel;

import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.kernel.arch.BootMemory;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;

/**
 * All that there is to give away at the start: the memory that the loader found free, the addresses where devices are, and the
 * controls. There is one pool, and it gives each byte and each control away once: in each region it only ever goes on.
 */
@Trusted
final class BootPool {

    /** Regions with higher numbers stay unused. */
    private static final int MAX_REGIONS = 128;

    private final long[] used = new long[MAX_REGIONS];
    private boolean controlled;

    /**
     * Puts an untyped capability of the next block of a region into an empty slot: the largest power of two that is left there and
     * aligned to its size.
     *
     * @param region 0 to {@link BootMemory#regions()} - 1
     * @return whether there was anything left
     */
    boolean handOut(Slot destination, int region) {
        PhysicalAddress base = BootMemory.base(region).plus(used[region]);
        int bits = blockBits(base.value(), BootMemory.size(region) - used[region]);
        if (bits < ObjectType.MIN_UNTYPED_BITS) {
            return false;
        }
        destination.hold(CapabilityType.UNTYPED, null, base, bits);
        destination.device = BootMemory.isDevice(region);
        used[region] += 1L << bits;
        return true;
    }

    /** Puts the controls into the slots that {@link BootInfo} says, which are empty; once. */
    void giveControls(CNode node) {
        if (controlled) {
            throw new IllegalStateException("the controls are given away once");
        }
        controlled = true;
        node.slot(BootInfo.IRQ_CONTROL).hold(CapabilityType.IRQ_CONTROL, null, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.IO_PORT_CONTROL).hold(CapabilityType.IO_PORT_CONTROL, null, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.IO_SPACE_CONTROL).hold(CapabilityType.IO_SPACE_CONTROL, null, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.PARTITION_CONTROL).hold(CapabilityType.PARTITION_CONTROL, null, PhysicalAddress.ZERO, 0);
    }

    /** log2 of the largest aligned block at an address; -1 if there are no bytes. */
    private static int blockBits(long address, long bytes) {
        int aligned = address == 0 ? ObjectType.MAX_UNTYPED_BITS : Long.numberOfTrailingZeros(address);
        int fitting = Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes);
        return Math.min(ObjectType.MAX_UNTYPED_BITS, Math.min(aligned, fitting));
    }
}
