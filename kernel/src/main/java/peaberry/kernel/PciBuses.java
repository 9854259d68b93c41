package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.kernel.arch.IoContexts;
import peaberry.machine.Trusted;

/**
 * The context tables of the PCI buses: page table capabilities, each mapped here at the number of its bus. Without one all
 * functions of the bus are blocked. There is one such object.
 */
@Trusted
final class PciBuses extends AddressSpace {

    static final int BUSES = 256;
    static final int FUNCTIONS = 1 << 16;

    /** Makes a page table the context table of a bus, if it is mapped nowhere. @return whether the bus wanted one */
    boolean install(Slot table, int bus) {
        boolean possible = table.type() == CapabilityType.PAGE_TABLE && table.space() == null && bus >= 0 && bus < BUSES;
        if (!possible || !IoContexts.wantsTable(bus)) {
            return false;
        }
        IoContexts.install(bus, table.base());
        note(table, bus);
        return true;
    }

    @Override
    void takeOut(Slot table) {
        IoContexts.remove((int) table.extent(), table.base());
    }
}
