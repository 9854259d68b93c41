package peaberry.kernel;

import peaberry.abi.ObjectType;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * A table of capabilities: 2^bits slots of 128 bytes. This record takes the place of slot 0, so that index 0 never
 * names a capability and can mean "none".
 */
@Trusted
@Footprint(128)
final class CNode extends KernelObject {

    private PhysicalAddress base = PhysicalAddress.ZERO;
    private long slots;

    /** Makes an empty table. @param bits 1 to {@link ObjectType#MAX_CNODE_BITS} */
    @Trusted
    static CNode create(PhysicalAddress base, int bits) {
        CNode node = Placement.create(CNode.class, base);
        node.base = base;
        node.slots = 1L << bits;
        for (long index = 1; index < node.slots; index++) {
            Placement.create(Slot.class, base.plus(index << ObjectType.SLOT_BITS));
        }
        return node;
    }

    /** The slot at this index, 1 to {@link #slots()} - 1, or null if there is none. */
    Slot slot(long index) {
        if (index <= 0 || index >= slots) {
            return null;
        }
        return Placement.at(Slot.class, base.plus(index << ObjectType.SLOT_BITS));
    }

    /** Indices below this one may be slots. */
    long slots() {
        return slots;
    }
}
