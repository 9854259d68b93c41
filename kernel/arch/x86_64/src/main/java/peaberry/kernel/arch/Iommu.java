package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;

/**
 * What PCI functions may do to memory. A function is named by its bus (bits 8 to 15), device (3 to 7) and function (0 to 2). At the start
 * each is blocked. One that is assigned accesses memory through page tables of its own, known by the address of the top
 * one; their translations are cached under the number of the domain that it was assigned in. When a method that takes
 * something away returns, no device uses it any more.
 */
@Trusted
public final class Iommu {

    /** What a device may do with a page. */
    public enum Access {
        READ, WRITE, READ_WRITE
    }

    /** In place of a domain: page tables that no function uses. */
    public static final int NO_DOMAIN = 0;

    private static final int PAGE_BITS = 12;
    private static final int DOMAIN_SHIFT = 8;
    private static final int DOMAIN_MASK = 0xFFFF;
    /** Address width of a context entry, as the number of levels less this. */
    private static final int LEVELS_OF_WIDTH_0 = 2;

    private Iommu() {
    }

    /** Whether this machine can confine devices; if not, nothing else here does anything. */
    public static boolean exists() {
        return Remapping.isOn();
    }

    /** Domains have numbers from 1 to this one less 1. */
    public static int domains() {
        return Remapping.features().domains();
    }

    /** Whether 2^{@code sizeBits} bytes, 12 or 21, can be mapped for a device at this address: not where writes are interrupts. */
    public static boolean isPage(long address, int sizeBits) {
        long end = address + (1L << sizeBits);
        boolean aligned = (address & (1L << sizeBits) - 1) == 0 && (sizeBits == PAGE_BITS || Remapping.features().largePages());
        return aligned && address >= 0 && end > 0 && end <= 1L << Remapping.features().addressBits()
                && (end <= MessageFormat.TARGET || address >= MessageFormat.TARGET_END);
    }

    /** Maps a frame of 2^{@code sizeBits} bytes at an address for which {@link #isPage} holds. */
    @Trusted
    public static Translation.Outcome map(PhysicalAddress root, int domain, long address, PhysicalAddress frame, int sizeBits,
            Access access) {
        Translation.Outcome outcome = IoTables.map(root, address, frame, sizeBits, access);
        if (outcome == Translation.Outcome.DONE && domain != NO_DOMAIN && Remapping.features().cachesAbsent()) {
            Remapping.forgetPage(domain, address, sizeBits);
        }
        return outcome;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static Translation.Outcome install(PhysicalAddress root, int domain, long address, PhysicalAddress table) {
        Translation.Outcome outcome = IoTables.install(root, address, table);
        if (outcome == Translation.Outcome.DONE && domain != NO_DOMAIN && Remapping.features().cachesAbsent()) {
            Remapping.forgetDomain(domain);
        }
        return outcome;
    }

    /** Takes out the page or table {@code target}, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, int domain, long address, PhysicalAddress target, int sizeBits) {
        IoTables.Removed removed = IoTables.remove(root, address, target);
        if (domain == NO_DOMAIN) {
            return;
        }
        if (removed == IoTables.Removed.PAGE) {
            Remapping.forgetPage(domain, address, sizeBits);
        } else if (removed == IoTables.Removed.TABLE) {
            Remapping.forgetDomain(domain);
        }
    }

    /** Whether a bus has no context table, so that none of its functions can be assigned. @param bus 0 to 255 */
    public static boolean wantsContexts(int bus) {
        return RemappingTables.contexts(bus).is(PhysicalAddress.ZERO);
    }

    /** Gives a bus that wants it a context table. @param table a page that nothing else uses */
    @Trusted
    public static void installContexts(int bus, PhysicalAddress table) {
        RemappingTables.installContexts(bus, table);
        Remapping.forgetAll();
    }

    /** Takes a context table away from its bus, if it is there: all functions of the bus are blocked. */
    @Trusted
    public static void removeContexts(int bus, PhysicalAddress table) {
        if (RemappingTables.contexts(bus).is(table)) {
            RemappingTables.removeContexts(bus);
            Remapping.forgetAll();
        }
    }

    /** The domain in which a function is assigned, or {@link #NO_DOMAIN}. @param function 0 to 0xFFFF */
    public static int domainOf(int function) {
        return RemappingTables.isOpen(RemappingTables.context(function))
                ? (int) (RemappingTables.contextHigh(function) >>> DOMAIN_SHIFT) & DOMAIN_MASK
                : NO_DOMAIN;
    }

    /** Lets a function that is blocked, and whose bus has a context table, use page tables, in a domain of their own. */
    @Trusted
    public static void assign(int function, int domain, PhysicalAddress root) {
        RemappingTables.flush(root);
        open(function, domain, root);
        Remapping.forgetFunction(function, domain);
    }

    /** Blocks a function again, if it is in this domain. */
    @Trusted
    public static void release(int function, int domain) {
        if (domain != NO_DOMAIN && domainOf(function) == domain) {
            RemappingTables.block(function);
            Remapping.forgetFunction(function, domain);
        }
    }

    /** Reports the next fault of a function in this domain: after each, its faults go unreported until this is called. */
    @Trusted
    public static void awaitFault(int function, int domain, PhysicalAddress root) {
        if (domain != NO_DOMAIN && domainOf(function) == domain) {
            open(function, domain, root);
            Remapping.forgetContext(function, domain);
        }
        DeviceFaults.announce();
    }

    /** Lets the faults of a function go unreported. */
    static void silence(int function) {
        long context = RemappingTables.context(function);
        if (RemappingTables.isOpen(context)) {
            RemappingTables.setContext(function, RemappingTables.silent(context), RemappingTables.contextHigh(function));
            Remapping.forgetContext(function, domainOf(function));
        }
    }

    private static void open(int function, int domain, PhysicalAddress root) {
        long width = Remapping.features().levels() - LEVELS_OF_WIDTH_0;
        RemappingTables.setContext(function, RemappingTables.open(root), width | (long) domain << DOMAIN_SHIFT);
    }
}
