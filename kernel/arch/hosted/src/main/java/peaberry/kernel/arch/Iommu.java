package peaberry.kernel.arch;

import peaberry.abi.DeviceFault;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.simulated.InterruptController;
import peaberry.machine.simulated.SimulatedIommu;
import peaberry.machine.simulated.SimulatedMachine;

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

    private static final long PRESENT = SimulatedIommu.READABLE | SimulatedIommu.WRITABLE;
    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;
    private static final long PAGE = 4096;
    private static final long NOWHERE = 0;
    private static final int TOP_LEVEL = 2;
    private static final int LARGE_PAGE_LEVEL = 1;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = 511;
    private static final int CONTEXT_BYTES = 16;

    private Iommu() {
    }

    /** Whether this machine can confine devices; if not, nothing else here does anything. */
    public static boolean exists() {
        return unit().isPresent();
    }

    /** Domains have numbers from 1 to this one less 1. */
    public static int domains() {
        return SimulatedIommu.DOMAINS;
    }

    /** Whether 2^{@code sizeBits} bytes, 12 or 21, can be mapped for a device at this address: not where writes are interrupts. */
    public static boolean isPage(long address, int sizeBits) {
        long end = address + (1L << sizeBits);
        return (address & (1L << sizeBits) - 1) == 0 && address >= 0 && end > 0 && end <= 1L << SimulatedIommu.ADDRESS_BITS
                && !InterruptController.isMessage(address) && !InterruptController.isMessage(end - 1);
    }

    /** Maps a frame of 2^{@code sizeBits} bytes at an address for which {@link #isPage} holds. */
    @Trusted
    public static Translation.Outcome map(PhysicalAddress root, int domain, long address, PhysicalAddress frame, int sizeBits,
            Access access) {
        int level = (sizeBits - PAGE_BITS) / INDEX_BITS;
        long place = walk(root.value(), address, level, NOWHERE);
        if ((load(place) & PRESENT) != 0) {
            return Translation.Outcome.OCCUPIED;
        }
        if (levelOf(place) != level) {
            return Translation.Outcome.MISSING_TABLE;
        }
        long flags = switch (access) {
            case READ -> SimulatedIommu.READABLE;
            case WRITE -> SimulatedIommu.WRITABLE;
            case READ_WRITE -> PRESENT;
        };
        store(place, frame.value() | flags | (level == LARGE_PAGE_LEVEL ? SimulatedIommu.LARGE : 0));
        return Translation.Outcome.DONE;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static Translation.Outcome install(PhysicalAddress root, int domain, long address, PhysicalAddress table) {
        long place = walk(root.value(), address, LARGE_PAGE_LEVEL, NOWHERE);
        if ((load(place) & PRESENT) != 0) {
            return Translation.Outcome.OCCUPIED;
        }
        store(place, table.value() | PRESENT);
        return Translation.Outcome.DONE;
    }

    /** Takes out the page or table {@code target}, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, int domain, long address, PhysicalAddress target, int sizeBits) {
        long place = walk(root.value(), address, 0, target.value());
        long content = load(place);
        if ((content & PRESENT) == 0 || (content & ADDRESS_MASK) != target.value()) {
            return;
        }
        store(place, 0);
        if (levelOf(place) == 0 || (content & SimulatedIommu.LARGE) != 0) {
            unit().forgetPages(domain, address, 1L << sizeBits);
        } else {
            unit().forgetDomain(domain);
        }
    }

    /** Whether a bus has no context table, so that none of its functions can be assigned. @param bus 0 to 255 */
    public static boolean wantsContexts(int bus) {
        return unit().contextTable(bus) == 0;
    }

    /** Gives a bus that wants it a context table. @param table a page that nothing else uses */
    @Trusted
    public static void installContexts(int bus, PhysicalAddress table) {
        PhysicalMemory.zero(table, PAGE);
        unit().setContextTable(bus, table.value());
    }

    /** Takes a context table away from its bus, if it is there: all functions of the bus are blocked. */
    @Trusted
    public static void removeContexts(int bus, PhysicalAddress table) {
        if (unit().contextTable(bus) == table.value()) {
            unit().setContextTable(bus, 0);
            unit().forgetAll();
        }
    }

    /** The domain in which a function is assigned, or {@link #NO_DOMAIN}. @param function 0 to 0xFFFF */
    public static int domainOf(int function) {
        long entry = context(function);
        return entry >= 0 && (load(entry) & SimulatedIommu.PRESENT) != 0 ? (int) load(entry + Long.BYTES) : NO_DOMAIN;
    }

    /** Lets a function that is blocked, and whose bus has a context table, use page tables, in a domain of their own. */
    @Trusted
    public static void assign(int function, int domain, PhysicalAddress root) {
        open(function, domain, root);
    }

    /** Blocks a function again, if it is in this domain. */
    @Trusted
    public static void release(int function, int domain) {
        if (domain != NO_DOMAIN && domainOf(function) == domain) {
            store(context(function), 0);
            unit().forgetFunction(function);
            unit().forgetDomain(domain);
        }
    }

    /** Reports the next fault of a function in this domain: after each, its faults go unreported until this is called. */
    @Trusted
    public static void awaitFault(int function, int domain, PhysicalAddress root) {
        if (domain != NO_DOMAIN && domainOf(function) == domain) {
            open(function, domain, root);
            unit().forgetFunction(function);
        }
    }

    /** Hands all faults that are recorded to the kernel. */
    static void deliverFaults(TrapHandler handler) {
        SimulatedIommu.Fault fault = unit().takeFault();
        while (fault != null) {
            long entry = context(fault.function());
            if (entry >= 0) {
                store(entry, load(entry) | SimulatedIommu.SILENT);
                unit().forgetFunction(fault.function());
            }
            handler.deviceFault(fault.function(), fault.write() ? DeviceFault.WRITE : DeviceFault.READ, fault.page(), 0);
            fault = unit().takeFault();
        }
    }

    private static void open(int function, int domain, PhysicalAddress root) {
        store(context(function) + Long.BYTES, domain);
        store(context(function), root.value() | SimulatedIommu.PRESENT);
    }

    private static SimulatedIommu unit() {
        return SimulatedMachine.current().iommu();
    }

    /** The address of a function's context entry, or -1 if its bus has no context table. */
    private static long context(int function) {
        long table = unit().contextTable(function >>> 8);
        return table == 0 ? -1 : table + (long) (function & 0xFF) * CONTEXT_BYTES;
    }

    /**
     * Goes down from the top towards {@code address}, until the entry is at level {@code lowest}, names {@code target}, or
     * names no table.
     *
     * @return where that entry is, and in the low bits its level
     */
    private static long walk(long root, long address, int lowest, long target) {
        long table = root;
        for (int level = TOP_LEVEL; ; level--) {
            long place = table + Long.BYTES * (address >>> PAGE_BITS + level * INDEX_BITS & INDEX_MASK);
            long content = load(place);
            table = content & ADDRESS_MASK;
            if (level <= lowest || (content & PRESENT) == 0 || (content & SimulatedIommu.LARGE) != 0 || table == target) {
                return place | level;
            }
        }
    }

    private static int levelOf(long place) {
        return (int) place & Long.BYTES - 1;
    }

    private static long load(long address) {
        return PhysicalMemory.loadLong(PhysicalAddress.of(address & -Long.BYTES));
    }

    private static void store(long address, long value) {
        PhysicalMemory.storeLong(PhysicalAddress.of(address & -Long.BYTES), value);
    }
}
