package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * Which page tables each PCI function uses, by the context table of its bus: Intel VT-d specification, 9.1 and 9.3. All numbers
 * are as {@link Iommu} has them. When something was taken away, no device uses it any more.
 */
@Trusted
public final class IoContexts {

    private static final long PRESENT = 1;
    /** Of a context entry, also of one that is not present: faults are not reported. */
    private static final long SILENT = 2;
    private static final int DOMAIN_SHIFT = 8;
    private static final int DOMAIN_MASK = 0xFFFF;
    /** The address width in a context entry is the number of levels less this. */
    private static final int LEVELS_OF_WIDTH_0 = 2;

    private IoContexts() {
    }

    /** Whether a bus has no context table, so that none of its functions can be assigned. @param bus 0 to 255 */
    public static boolean wantsTable(int bus) {
        return table(bus).is(RemappingTables.blocking());
    }

    /** Gives a bus that wants it a context table, which blocks all its functions. @param table a page that nothing else uses */
    @Trusted
    public static void install(int bus, PhysicalAddress table) {
        PhysicalMemory.copy(table, RemappingTables.blocking(), RemappingTables.PAGE);
        RemappingTables.flush(table);
        setTable(bus, table);
    }

    /** Takes a context table away from its bus, if it is there: all functions of the bus are blocked. */
    @Trusted
    public static void remove(int bus, PhysicalAddress table) {
        if (table(bus).is(table)) {
            setTable(bus, RemappingTables.blocking());
        }
    }

    /** The domain in which a function is assigned, or {@link Iommu#NO_DOMAIN}. @param function 0 to 0xFFFF */
    public static int domainOf(int function) {
        PhysicalAddress entry = entry(function);
        return isOpen(entry)
                ? (int) (PhysicalMemory.loadLong(entry.plus(Long.BYTES)) >>> DOMAIN_SHIFT) & DOMAIN_MASK
                : Iommu.NO_DOMAIN;
    }

    /** Lets a function that is blocked, and whose bus has a context table, use page tables, in a domain of their own. */
    @Trusted
    public static void assign(int function, int domain, PhysicalAddress root) {
        if (wantsTable(function >>> 8)) {
            throw new IllegalStateException("the bus has no context table");
        }
        RemappingTables.flush(root);
        long width = Remapping.features().levels() - LEVELS_OF_WIDTH_0;
        RemappingTables.store(entry(function).plus(Long.BYTES), width | (long) domain << DOMAIN_SHIFT);
        RemappingTables.store(entry(function), root.value() | PRESENT);
        Remapping.forgetFunction(function, domain);
        DeviceFaults.announce();
    }

    /** Blocks a function again, if it is in this domain. */
    @Trusted
    public static void release(int function, int domain) {
        if (domain != Iommu.NO_DOMAIN && domainOf(function) == domain) {
            RemappingTables.store(entry(function), SILENT);
            Remapping.forgetFunction(function, domain);
        }
    }

    /** Says whether the faults of a function go unreported. Those of one that is not assigned always do. */
    static void setSilent(int function, boolean silent) {
        PhysicalAddress entry = entry(function);
        if (isOpen(entry)) {
            long content = PhysicalMemory.loadLong(entry);
            RemappingTables.store(entry, silent ? content | SILENT : content & ~SILENT);
            Remapping.forgetContext(function, domainOf(function));
        }
    }

    /** Blocks all functions of all buses. */
    static void start() {
        for (int index = 0; index < RemappingTables.ENTRIES; index++) {
            RemappingTables.store(RemappingTables.entry(RemappingTables.blocking(), index), SILENT);
            RemappingTables.store(RemappingTables.entry(RemappingTables.root(), index), RemappingTables.blocking().value() | PRESENT);
        }
    }

    private static boolean isOpen(PhysicalAddress entry) {
        return Remapping.isOn() && (PhysicalMemory.loadLong(entry) & PRESENT) != 0;
    }

    /** Without remapping units there are no tables to look into. */
    private static PhysicalAddress table(int bus) {
        if (!Remapping.isOn()) {
            return RemappingTables.blocking();
        }
        return PhysicalAddress.of(PhysicalMemory.loadLong(RemappingTables.entry(RemappingTables.root(), bus)) & -RemappingTables.PAGE);
    }

    private static void setTable(int bus, PhysicalAddress table) {
        RemappingTables.store(RemappingTables.entry(RemappingTables.root(), bus), table.value() | PRESENT);
        Remapping.forgetAll();
    }

    private static PhysicalAddress entry(int function) {
        return RemappingTables.entry(table(function >>> 8), function);
    }
}
