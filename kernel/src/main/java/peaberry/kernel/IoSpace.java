package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.IoContexts;
import peaberry.kernel.arch.IoTranslation;
import peaberry.kernel.arch.Iommu;
import peaberry.kernel.arch.Translation;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * What one PCI function can do to memory: page tables of addresses as the device sees them. It is made without a
 * function; {@link PciBuses} assigns one. The last fault of the device is kept until it is taken; until then further ones are neither
 * recorded nor told, so that a device cannot keep the kernel busy.
 */
@Trusted
@Footprint(512)
final class IoSpace extends AddressSpace {

    /** Signalled at a fault, if not empty. */
    @Embedded
    final Slot notification = new Slot();

    @Embedded
    final FaultRecord fault = new FaultRecord();

    private PhysicalAddress root = PhysicalAddress.ZERO;
    /** The number under which the hardware caches translations, while a function is assigned. */
    @Trusted
    int domain = Iommu.NO_DOMAIN;
    /** The function that was assigned last. */
    @Trusted
    int function;

    /** Makes an empty one of two pages that are zero: the top of the page table, then this record. */
    @Trusted
    static IoSpace create(PhysicalAddress table) {
        IoSpace space = Placement.create(IoSpace.class, table.plus(UserLayout.PAGE));
        space.root = table;
        return space;
    }

    /** Whether a function uses these page tables. */
    boolean isAssigned() {
        return domain != Iommu.NO_DOMAIN && IoContexts.domainOf(function) == domain;
    }

    /** Lets a function use these page tables, if none does, it uses no others, and its bus has a table. @param number a domain that nobody has */
    void assign(int functionNumber, int number) {
        boolean possible = functionNumber >= 0 && functionNumber < PciBuses.FUNCTIONS && number > Iommu.NO_DOMAIN && number < Iommu.domains();
        boolean free = possible && !IoContexts.wantsTable(functionNumber >>> 8) && IoContexts.domainOf(functionNumber) == Iommu.NO_DOMAIN;
        if (free && !isAssigned()) {
            function = functionNumber;
            domain = number;
            fault.forget();
            IoContexts.assign(function, domain, root);
        }
    }

    /** Blocks the function again. */
    void release() {
        IoContexts.release(function, domain);
        domain = Iommu.NO_DOMAIN;
    }

    /**
     * Maps a frame that is mapped nowhere where nothing is, or, where it is mapped already, with another access. A slot that
     * is something else, or a device's memory, finds its place occupied. So does one at an address that no device can have.
     */
    Translation.Outcome map(Slot frame, long address, IoTranslation.Access access) {
        boolean here = frame.space() == this && frame.extent() == address;
        boolean possible = frame.type() == CapabilityType.FRAME && !frame.isDevice() && (frame.space() == null || here)
                && Iommu.isPage(address, frame.sizeBits());
        if (!possible) {
            return Translation.Outcome.OCCUPIED;
        }
        if (here) {
            unmap(frame);
        }
        return noted(frame, address, IoTranslation.map(root, domain, address, frame.base(), frame.sizeBits(), access));
    }

    /** Puts a page table that is mapped nowhere, emptied, where one is missing; else its place is occupied. */
    Translation.Outcome install(Slot table, long address) {
        if (table.type() != CapabilityType.PAGE_TABLE || table.space() != null || !Iommu.isPage(address, table.sizeBits())) {
            return Translation.Outcome.OCCUPIED;
        }
        PhysicalMemory.zero(table.base(), UserLayout.PAGE);
        return noted(table, address, IoTranslation.install(root, domain, address, table.base()));
    }

    @Override
    void takeOut(Slot slot) {
        IoTranslation.remove(root, domain, slot.extent(), slot.base(), slot.sizeBits());
    }
}
