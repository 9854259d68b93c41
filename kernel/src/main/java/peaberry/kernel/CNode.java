package peaberry.kernel;

import peaberry.abi.ObjectType;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * A table of capabilities: 2^bits slots of 128 bytes. This record takes the place of slot 0, so that index 0 never
 * names a capability and can mean "none". The memory of the slots is zero, or slots.
 */
@Trusted
@Footprint(128)
final class CNode extends KernelObject {

    /** A table without slots, which no capability names. */
    static final CNode NONE = new CNode();

    private long slots;

    /** While the table is being destroyed: no slot below this one is left to be emptied. Only {@link Deletion} uses it. */
    long next = 1;

    /** Makes an empty table of memory that is zero. @param bits 1 to {@link ObjectType#MAX_CNODE_BITS} */
    @Trusted
    static CNode create(PhysicalAddress base, int bits) {
        CNode node = Placement.create(CNode.class, base);
        node.slots = 1L << bits;
        return node;
    }

    /** The slot at this index, 1 to {@link #slots()} - 1, or null if there is none. It is made when it is first asked for. */
    Slot slot(long index) {
        if (index <= 0 || index >= slots) {
            return null;
        }
        PhysicalAddress place = place(index);
        return Placement.isAt(Slot.class, place) ? Placement.at(Slot.class, place) : Placement.create(Slot.class, place);
    }

    /** Whether there is a slot at this index, and it was asked for before. */
    boolean isSlot(long index) {
        return Long.compareUnsigned(slots, index) > 0 && Placement.isAt(Slot.class, place(index));
    }

    /** The slot at an index for which {@link #isSlot} holds: else this is a kernel bug. */
    Slot at(long index) {
        if (!isSlot(index)) {
            throw new IllegalArgumentException("there is no such slot yet");
        }
        return Placement.at(Slot.class, place(index));
    }

    /** The record is where the table is. */
    private PhysicalAddress place(long index) {
        return Placement.addressOf(this).plus(index << ObjectType.SLOT_BITS);
    }

    /** Indices below this one may be slots. */
    long slots() {
        return slots;
    }
}
