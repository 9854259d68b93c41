package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Cpu;
import peaberry.kernel.arch.Translation;
import peaberry.machine.Footprint;
import peaberry.machine.Inline;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * An address space of programs. All changes of their page tables after boot, and the switch to another address space, are made
 * here, of capabilities of the right kind only. {@link Translation} refuses an address that no program may have.
 */
@Trusted
@Footprint(128)
final class VSpace extends AddressSpace {

    private PhysicalAddress root = PhysicalAddress.ZERO;

    /** Makes an empty address space of two pages that are zero: the top of the page table, then this record. */
    @Trusted
    static VSpace create(PhysicalAddress table) {
        Translation.initialise(table);
        VSpace space = Placement.create(VSpace.class, table.plus(UserLayout.PAGE));
        space.root = table;
        return space;
    }

    /** The top of the page table. */
    PhysicalAddress root() {
        return root;
    }

    /**
     * Maps a frame that is mapped nowhere where nothing is, or, where it is mapped already, with another access. A slot that
     * is something else finds its place occupied.
     */
    @Inline
    Translation.Outcome map(Slot frame, long address, Translation.Access access) {
        if (frame.type() != CapabilityType.FRAME || frame.space() != null) {
            return mapAgain(frame, address, access);
        }
        return noted(frame, address, Translation.map(root, address, frame.base(), frame.sizeBits(), access));
    }

    private Translation.Outcome mapAgain(Slot frame, long address, Translation.Access access) {
        if (frame.type() != CapabilityType.FRAME || frame.space() != this || frame.extent() != address) {
            return Translation.Outcome.OCCUPIED;
        }
        Translation.remove(root, address, frame.base());
        return Translation.map(root, address, frame.base(), frame.sizeBits(), access);
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

    @Override
    void takeOut(Slot slot) {
        Translation.remove(root, slot.extent(), slot.base());
    }

    /** The thread that runs when the kernel returns. It has an address space: else this is a kernel bug. */
    @Inline
    static void run(Tcb thread) {
        if (thread.space.type() != CapabilityType.VSPACE) {
            throw new IllegalStateException("a thread without an address space cannot run");
        }
        Cpu.resume(thread.context, thread.space.base());
    }
}
