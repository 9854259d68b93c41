package peaberry.kernel;

import peaberry.abi.KernelError;
import peaberry.abi.UserLayout;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;

/**
 * An address space, and the list of the capabilities that are mapped in it.
 *
 * <p>Invariant: the list holds exactly the slots whose {@link Slot#space} is this one. What the page table maps belongs
 * to one of them (or to nobody: what the boot code mapped for the root process), but a slot may be mapped no more when a
 * page table on the way to it was taken out. Unmapping such a slot takes out whatever capability of the same frame has been
 * mapped at the same place since: nobody gains access by that.
 */
@Footprint(128)
final class VSpace extends KernelObject {

    private PhysicalAddress root = PhysicalAddress.ZERO;
    private Slot mapped;

    void settleAt(PhysicalAddress table) {
        root = table;
    }

    /** The top of the page table. */
    PhysicalAddress root() {
        return root;
    }

    /** The first of the slots that are mapped here, or null. */
    Slot mapped() {
        return mapped;
    }

    /** Whether a program may have a page mapped at this address. */
    static KernelError check(long address) {
        if (address < UserLayout.PAGE || address >= UserLayout.LIMIT) {
            return KernelError.RANGE_ERROR;
        }
        return address % UserLayout.PAGE == 0 ? KernelError.NONE : KernelError.ALIGNMENT_ERROR;
    }

    /** Notes that a slot, mapped nowhere yet, is mapped at this address. */
    void add(Slot slot, long address) {
        slot.space = this;
        slot.extent = address;
        slot.nextMapped = mapped;
        if (mapped != null) {
            mapped.previousMapped = slot;
        }
        mapped = slot;
    }

    /** Forgets a slot that is mapped here. */
    void remove(Slot slot) {
        Slot next = slot.nextMapped;
        Slot previous = slot.previousMapped;
        if (next != null) {
            next.previousMapped = previous;
        }
        if (previous == null) {
            mapped = next;
        } else {
            previous.nextMapped = next;
        }
        slot.space = null;
        slot.extent = 0;
        slot.nextMapped = null;
        slot.previousMapped = null;
    }

    /** Forgets all; the address space is being destroyed. */
    void forgetAll() {
        while (mapped != null) {
            remove(mapped);
        }
    }
}
