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

    /** What is at an address. @param address see {@link Frame#check} */
    Translation.Probe probe(long address) {
        return Translation.probe(root, address);
    }

    /** Whether a page table is missing on the way to an address. @param address see {@link Frame#check} */
    boolean wantsTable(long address) {
        return Translation.wantsTable(root, address);
    }

    /** Maps a frame that is mapped nowhere where nothing is; else does nothing. @param address see {@link Frame#check} */
    void map(Slot frame, long address, Translation.Access access) {
        if (isMappable(frame, CapabilityType.FRAME) && probe(address) == Translation.Probe.FREE) {
            Translation.map(root, address, frame.base(), access);
            note(frame, address);
        }
    }

    /**
     * Puts a page table that is mapped nowhere where one is missing on the way to an address; else does nothing. It is emptied first, so that nothing of its former use comes back.
     */
    void install(Slot table, long address) {
        if (isMappable(table, CapabilityType.PAGE_TABLE) && wantsTable(address)) {
            PhysicalMemory.zero(table.base(), UserLayout.PAGE);
            Translation.install(root, address, table.base());
            note(table, address);
        }
    }

    /** Takes a frame or page table out of where this capability mapped it, if it did. */
    static void unmap(Slot slot) {
        VSpace space = slot.space();
        if (space != null) {
            if (slot.type() == CapabilityType.FRAME) {
                Translation.unmap(space.root, slot.extent(), slot.base());
            } else {
                Translation.remove(space.root, slot.extent(), slot.base());
            }
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

    private static boolean isMappable(Slot slot, CapabilityType kind) {
        return slot.type() == kind && slot.space() == null;
    }

    /** Forgets all; the address space is being destroyed. */
    void forgetAll() {
        while (mapped.first() != null) {
            forget(mapped.first());
        }
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
