package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Cpu;
import peaberry.kernel.arch.Translation;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * An address space, and the list of the capabilities that are mapped in it. All changes of page tables after boot, and
 * the switch to another address space, are made here, of capabilities of the right kind only. {@link Translation} refuses an
 * address that no program may have: that is a kernel bug.
 *
 * <p>Invariant: the list holds exactly the slots whose {@link Slot#space} is this one. What the page table maps belongs
 * to one of them (or to nobody: what the boot code mapped for the root process), but a slot may be mapped no more when a
 * page table on the way to it was taken out. Unmapping such a slot takes out whatever capability of the same frame has been
 * mapped at the same place since: nobody gains access by that.
 */
@Trusted
@Footprint(128)
final class VSpace extends KernelObject {

    private PhysicalAddress root = PhysicalAddress.ZERO;
    @Embedded
    private final MappedSlots mapped = new MappedSlots();

    @Trusted
    void settleAt(PhysicalAddress table) {
        root = table;
    }

    /** The top of the page table. */
    PhysicalAddress root() {
        return root;
    }

    /** The first of the slots that are mapped here, or null. */
    Slot mapped() {
        return mapped.first();
    }

    /**
     * Maps a frame that is mapped nowhere where nothing is, or, where it is mapped already, with another access. A slot that
     * is something else finds its place occupied. @param address see {@link Frame#check}
     */
    Translation.Outcome map(Slot frame, long address, Translation.Access access) {
        boolean here = frame.space() == this && frame.extent() == address;
        if (frame.type() != CapabilityType.FRAME || frame.space() != null && !here) {
            return Translation.Outcome.OCCUPIED;
        }
        if (here) {
            Translation.remove(root, address, frame.base());
        }
        return noted(frame, address, Translation.map(root, address, frame.base(), frame.sizeBits(), access));
    }

    /**
     * Puts a page table that is mapped nowhere where one is missing on the way to an address. It is emptied first, so that
     * nothing of its former use comes back. A slot that is something else finds its place occupied.
     */
    Translation.Outcome install(Slot table, long address) {
        if (table.type() != CapabilityType.PAGE_TABLE || table.space() != null) {
            return Translation.Outcome.OCCUPIED;
        }
        PhysicalMemory.zero(table.base(), UserLayout.PAGE);
        return noted(table, address, Translation.install(root, address, table.base()));
    }

    /** Takes a frame or page table out of where this capability mapped it, if it did. */
    static void unmap(Slot slot) {
        VSpace space = slot.space();
        if (space != null) {
            Translation.remove(space.root, slot.extent(), slot.base());
            space.forget(slot);
        }
    }

    /** Makes {@code to}, a slot of the same frame or table, the one that is mapped where {@code from} is, if it is. */
    @Trusted
    static void moveMapping(Slot from, Slot to) {
        VSpace space = from.space();
        if (space != null) {
            long address = from.extent();
            space.forget(from);
            space.note(to, address);
        }
    }

    /** The thread that runs when the kernel returns. It has an address space: else this is a kernel bug. */
    static void run(Tcb thread) {
        if (thread.space.type() != CapabilityType.VSPACE) {
            throw new IllegalStateException("a thread without an address space cannot run");
        }
        Cpu.resume(thread.context, thread.space.base());
    }

    /** Forgets all; the address space is being destroyed. */
    void forgetAll() {
        while (mapped.first() != null) {
            forget(mapped.first());
        }
    }

    private Translation.Outcome noted(Slot slot, long address, Translation.Outcome outcome) {
        if (outcome == Translation.Outcome.DONE && slot.space() == null) {
            note(slot, address);
        }
        return outcome;
    }

    private void note(Slot slot, long address) {
        slot.setSpace(this);
        slot.setExtent(address);
        mapped.add(slot);
    }

    private void forget(Slot slot) {
        mapped.remove(slot);
        slot.setSpace(null);
        slot.setExtent(0);
    }
}
