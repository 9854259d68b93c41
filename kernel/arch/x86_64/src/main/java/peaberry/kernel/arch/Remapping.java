package peaberry.kernel.arch;

/**
 * All remapping units of the machine as one: found and switched on at boot, with every device blocked, and told what to
 * forget. There is no remapping if there are no units, or if one of them cannot confine devices.
 */
final class Remapping {

    /** Invalidation requests: VT-d specification, 6.5.2. */
    private static final long CONTEXT = 0x1;
    private static final long PAGES = 0x2;
    private static final long INTERRUPTS = 0x4;
    private static final long ALL = 1 << 4;
    private static final long ONE_DOMAIN = 2 << 4;
    private static final long ONE_FUNCTION_OR_PAGE = 3 << 4;
    private static final long ONE_INTERRUPT = 1 << 4;
    /** What devices have under way is finished first. */
    private static final long DRAINED = 3 << 6;
    private static final int DOMAIN_SHIFT = 16;
    private static final int INTERRUPT_SHIFT = 32;
    private static final int FUNCTION_SHIFT = 32;
    /** A request about pages holds log2 of how many in the low bits of the address. */
    private static final int PAGE_BITS = 12;

    /** Requests about everything. */
    static final long EVERY_CONTEXT = CONTEXT | ALL;
    static final long EVERY_PAGE = PAGES | ALL | DRAINED;
    static final long EVERY_INTERRUPT = INTERRUPTS;

    /** What a unit's registers take at most. */
    private static final long REGISTER_BYTES = 0x4000;

    private static final AcpiTables TABLES = new AcpiTables(PhysicalBytes.LOW_MEMORY);
    private static final DmarTable DESCRIPTION = new DmarTable(PhysicalBytes.LOW_MEMORY);
    private static final RemappingFeatures FEATURES = new RemappingFeatures();
    private static final RemappingUnit[] UNITS = new RemappingUnit[DmarTable.MAX_UNITS];

    static {
        for (int number = 0; number < UNITS.length; number++) {
            UNITS[number] = new RemappingUnit(number);
        }
    }

    private static boolean on;
    private static boolean remapsInterrupts;

    private Remapping() {
    }

    /** Whether devices are confined. */
    static boolean isOn() {
        return on;
    }

    /** Whether devices' interrupts are checked. */
    static boolean remapsInterrupts() {
        return remapsInterrupts;
    }

    /** What the I/O APIC's interrupts carry as their source. */
    static int ioApic() {
        return DESCRIPTION.ioApic();
    }

    /** What the units can do. */
    static RemappingFeatures features() {
        return FEATURES;
    }

    static int units() {
        return on ? DESCRIPTION.units() : 0;
    }

    /** @param number 0 to {@link #units()} - 1 */
    static RemappingUnit unit(int number) {
        return UNITS[number];
    }

    /** Finds the units and switches them on; once. @param rsdp see {@link AcpiTables#find} */
    static void start(long rsdp) {
        long table = TABLES.find(rsdp, DmarTable.SIGNATURE);
        if (table != AcpiTables.NONE) {
            DESCRIPTION.read(table, TABLES.length(table), Interrupts.identifier());
            for (int number = 0; number < DESCRIPTION.units(); number++) {
                BootMemory.withhold(DESCRIPTION.registers(number), REGISTER_BYTES);
            }
            if (DESCRIPTION.units() > 0 && areSuited() && RemappingTables.start(DESCRIPTION.units())) {
                IoContexts.start();
                InterruptEntries.start();
                on = switchOn();
            }
        }
    }

    private static boolean areSuited() {
        for (int number = 0; number < DESCRIPTION.units(); number++) {
            if (!UNITS[number].open(DESCRIPTION.registers(number))) {
                return false;
            }
            FEATURES.add(UNITS[number].capability(), UNITS[number].extendedCapability());
        }
        return FEATURES.suit();
    }

    private static boolean switchOn() {
        boolean interrupts = FEATURES.remapsInterrupts() && DESCRIPTION.describesInterrupts()
                && DESCRIPTION.ioApic() != DmarTable.NONE;
        for (int number = 0; number < DESCRIPTION.units(); number++) {
            if (!UNITS[number].start(interrupts)) {
                return false;
            }
            UNITS[number].announceFaults();
        }
        remapsInterrupts = interrupts;
        return true;
    }

    /** Forgets the context entry of a function that was in a domain. */
    static void forgetContext(int function, int domain) {
        forget(CONTEXT | ONE_FUNCTION_OR_PAGE | (long) domain << DOMAIN_SHIFT | (long) function << FUNCTION_SHIFT, 0);
    }

    /** Forgets the context entry of a function, and all translations of the domain that it was in. */
    static void forgetFunction(int function, int domain) {
        forgetContext(function, domain);
        forgetDomain(domain);
    }

    /** Forgets all context entries and translations. */
    static void forgetAll() {
        forget(EVERY_CONTEXT, 0);
        forget(EVERY_PAGE, 0);
    }

    /** Forgets all translations of a domain, if it is one. */
    static void forgetDomain(int domain) {
        if (domain != Iommu.NO_DOMAIN) {
            forget(PAGES | ONE_DOMAIN | DRAINED | (long) domain << DOMAIN_SHIFT, 0);
        }
    }

    /** Forgets the translation of a page of 2^{@code sizeBits} bytes, or more, of a domain, if it is one. */
    static void forgetPage(int domain, long address, int sizeBits) {
        if (!FEATURES.pageSelective()) {
            forgetDomain(domain);
        } else if (domain != Iommu.NO_DOMAIN) {
            forget(PAGES | ONE_FUNCTION_OR_PAGE | DRAINED | (long) domain << DOMAIN_SHIFT, address | sizeBits - PAGE_BITS);
        }
    }

    /** Tells units that remember what was absent of a new page. */
    static void announcePage(int domain, long address, int sizeBits) {
        if (FEATURES.cachesAbsent()) {
            forgetPage(domain, address, sizeBits);
        }
    }

    /** Tells units that remember what was absent of a new table. */
    static void announceTable(int domain) {
        if (FEATURES.cachesAbsent()) {
            forgetDomain(domain);
        }
    }

    /** Forgets the remapping entry of a vector. */
    static void forgetInterrupt(int vector) {
        forget(INTERRUPTS | ONE_INTERRUPT | (long) vector << INTERRUPT_SHIFT, 0);
    }

    private static void forget(long low, long high) {
        for (int number = 0; number < units(); number++) {
            if (!UNITS[number].invalidate(low, high)) {
                throw new IllegalStateException("an IOMMU does not answer");
            }
        }
    }
}
