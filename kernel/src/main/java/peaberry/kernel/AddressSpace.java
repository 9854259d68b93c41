package peaberry.kernel;

import peaberry.kernel.arch.Translation;
import peaberry.machine.Embedded;
import peaberry.machine.Trusted;

/**
 * Where frames and page tables are mapped, and the list of the capabilities that are mapped there.
 *
 * <p>Invariant: the list holds exactly the slots whose {@link Slot#space} is this one. What the tables map belongs to one of
 * them (or to nobody: the pages of the boot archive, which the root process may read), but a slot may be mapped no more when a table on
 * the way to it was taken out. Unmapping such a slot takes out whatever capability of the same frame has been mapped at
 * the same place since: nobody gains access by that.
 */
@Trusted
abstract sealed class AddressSpace extends KernelObject permits VSpace, IoSpace, PciBuses {

    @Embedded
    private final MappedSlots mapped = new MappedSlots();

    /** The first of the slots that are mapped here, or null. */
    Slot mapped() {
        return mapped.first();
    }

    /** Takes a frame or page table, which is mapped here, out of the tables. */
    abstract void takeOut(Slot slot);

    /** Takes a frame or page table out of where this capability mapped it, if it did. */
    static void unmap(Slot slot) {
        AddressSpace where = slot.space;
        if (where != null) {
            where.takeOut(slot);
            where.mapped.remove(slot);
            slot.space = null;
            slot.extent = 0;
        }
    }

    /** Makes {@code to}, a slot of the same frame or table and with the same address, the one that is mapped where {@code from} is, if it is. */
    @Trusted
    static void moveMapping(Slot from, Slot to) {
        to.space = from.space;
        from.space = null;
        if (to.space != null) {
            to.space.mapped.replace(from, to);
        }
    }

    /** Enters a slot that is mapped nowhere as mapped here if its page or table was just put into the tables. @return {@code outcome}, what putting it there came to */
    @Trusted
    Translation.Outcome noted(Slot slot, long address, Translation.Outcome outcome) {
        if (outcome == Translation.Outcome.DONE) {
            note(slot, address);
        }
        return outcome;
    }

    /** Enters a slot that is mapped nowhere as mapped here. */
    @Trusted
    void note(Slot slot, long address) {
        slot.space = this;
        slot.extent = address;
        mapped.add(slot);
    }
}
