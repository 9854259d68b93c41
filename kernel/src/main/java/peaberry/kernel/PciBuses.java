package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.DeviceFault;
import peaberry.kernel.arch.Iommu;
import peaberry.machine.Trusted;

/**
 * Which PCI function uses which {@link IoSpace}. A bus needs a context table, which is a page table capability mapped here
 * at the bus's number, before its functions can be assigned; without it all of them are blocked. There is one such object.
 *
 * <p>Invariant: an IoSpace with a domain stands at that number, and nowhere else.
 */
@Trusted
final class PciBuses extends AddressSpace {

    static final int BUSES = 256;
    static final int FUNCTIONS = 1 << 16;
    /** The most functions that are assigned at a time. */
    private static final int MAX_DOMAINS = 256;

    private final IoSpace[] domains = new IoSpace[MAX_DOMAINS];

    /** Makes a page table the context table of a bus, if it is mapped nowhere. @return whether the bus wanted one */
    boolean install(Slot table, int bus) {
        boolean possible = table.type() == CapabilityType.PAGE_TABLE && table.space() == null && bus >= 0 && bus < BUSES;
        if (!possible || !Iommu.wantsContexts(bus)) {
            return false;
        }
        Iommu.installContexts(bus, table.base());
        note(table, bus);
        return true;
    }

    @Override
    void takeOut(Slot table) {
        Iommu.removeContexts((int) table.extent(), table.base());
    }

    /** Whether the bus of a function has no context table. */
    boolean wantsTable(int function) {
        return Iommu.wantsContexts(function >>> 8);
    }

    /** Whether there is a domain left for an IoSpace. */
    boolean hasDomain(IoSpace space) {
        return space.domain() != Iommu.NO_DOMAIN || free() != Iommu.NO_DOMAIN;
    }

    /** Lets a function use an IoSpace, if neither is assigned, its bus has a context table, and there is a domain left. */
    void assign(IoSpace space, int function) {
        boolean possible = function >= 0 && function < FUNCTIONS && !wantsTable(function) && hasDomain(space);
        if (possible && !space.isAssigned() && Iommu.domainOf(function) == Iommu.NO_DOMAIN) {
            int domain = space.domain() != Iommu.NO_DOMAIN ? space.domain() : free();
            domains[domain] = space;
            space.assign(function, domain);
        }
    }

    /** Takes the function from an IoSpace, which is being destroyed: it is blocked. */
    void retire(IoSpace space) {
        if (space.domain() != Iommu.NO_DOMAIN) {
            domains[space.domain()] = null;
            space.release();
        }
    }

    /** Tells an IoSpace what its function did. */
    void fail(int function, DeviceFault kind, long page, int reason) {
        int domain = Iommu.domainOf(function);
        IoSpace space = domain < MAX_DOMAINS ? domains[domain] : null;
        if (space != null) {
            space.fail(kind, page, reason);
        }
    }

    /** A domain that nobody has, or {@link Iommu#NO_DOMAIN}. */
    private int free() {
        for (int domain = 1; domain < Math.min(MAX_DOMAINS, Iommu.domains()); domain++) {
            if (domains[domain] == null) {
                return domain;
            }
        }
        return Iommu.NO_DOMAIN;
    }
}
