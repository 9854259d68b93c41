package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedIommu;
import peaberry.machine.simulated.SimulatedMachine;

/**
 * Which page tables each PCI function uses, by the context table of its bus. All numbers are as {@link Iommu} has them. When
 * something was taken away, no device uses it any more.
 */
@Trusted
public final class IoContexts {

    private static final long PAGE = 4096;
    private static final int ENTRY_BYTES = 16;
    private static final long NONE = -1;

    private IoContexts() {
    }

    /** Whether a bus has no context table, so that none of its functions can be assigned. @param bus 0 to 255 */
    public static boolean wantsTable(int bus) {
        return unit().contextTable(bus) == 0;
    }

    /** Gives a bus that wants it a context table, which blocks all its functions. @param table a page that nothing else uses */
    @Trusted
    public static void install(int bus, PhysicalAddress table) {
        PhysicalMemory.zero(table, PAGE);
        unit().setContextTable(bus, table.value());
    }

    /** Takes a context table away from its bus, if it is there: all functions of the bus are blocked. */
    @Trusted
    public static void remove(int bus, PhysicalAddress table) {
        if (unit().contextTable(bus) == table.value()) {
            unit().setContextTable(bus, 0);
            unit().forgetAll();
        }
    }

    /** The domain in which a function is assigned, or {@link Iommu#NO_DOMAIN}. @param function 0 to 0xFFFF */
    public static int domainOf(int function) {
        long entry = entry(function);
        return isOpen(entry) ? (int) load(entry + Long.BYTES) : Iommu.NO_DOMAIN;
    }

    /** Lets a function that is blocked, and whose bus has a context table, use page tables, in a domain of their own. */
    @Trusted
    public static void assign(int function, int domain, PhysicalAddress root) {
        store(entry(function) + Long.BYTES, domain);
        store(entry(function), root.value() | SimulatedIommu.PRESENT);
    }

    /** Blocks a function again, if it is in this domain. */
    @Trusted
    public static void release(int function, int domain) {
        if (domain != Iommu.NO_DOMAIN && domainOf(function) == domain) {
            store(entry(function), 0);
            unit().forgetFunction(function);
            unit().forgetDomain(domain);
        }
    }

    /** Says whether the faults of a function go unreported. Those of one that is not assigned always do. */
    static void setSilent(int function, boolean silent) {
        long entry = entry(function);
        if (isOpen(entry)) {
            store(entry, silent ? load(entry) | SimulatedIommu.SILENT : load(entry) & ~SimulatedIommu.SILENT);
            unit().forgetFunction(function);
        }
    }

    private static boolean isOpen(long entry) {
        return entry != NONE && (load(entry) & SimulatedIommu.PRESENT) != 0;
    }

    /** The address of a function's context entry, or {@link #NONE} if its bus has no context table. */
    private static long entry(int function) {
        long table = unit().contextTable(function >>> 8);
        return table == 0 ? NONE : table + (long) (function & 0xFF) * ENTRY_BYTES;
    }

    private static SimulatedIommu unit() {
        return SimulatedMachine.current().iommu();
    }

    private static long load(long address) {
        return PhysicalMemory.loadLong(PhysicalAddress.of(address));
    }

    private static void store(long address, long value) {
        PhysicalMemory.storeLong(PhysicalAddress.of(address), value);
    }
}
