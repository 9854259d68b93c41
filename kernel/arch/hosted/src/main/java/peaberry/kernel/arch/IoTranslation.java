package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedIommu;
import peaberry.machine.simulated.SimulatedMachine;

/**
 * Page tables by which the hardware translates what devices access, known by the address of the top one. When a page or table
 * was taken out, no device uses it any more.
 */
@Trusted
public final class IoTranslation {

    /** What a device may do with a page. */
    public enum Access {
        READ, WRITE, READ_WRITE
    }

    private static final long PRESENT = SimulatedIommu.READABLE | SimulatedIommu.WRITABLE;
    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;
    private static final long NOWHERE = 0;
    private static final int TOP_LEVEL = 2;
    private static final int LARGE_PAGE_LEVEL = 1;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = 511;

    private IoTranslation() {
    }

    /**
     * Maps a frame of 2^{@code sizeBits} bytes, 12 or 21.
     *
     * @param domain  in which the page tables are used, or {@link Iommu#NO_DOMAIN}
     * @param address one for which {@link Iommu#isPage} holds
     */
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

    private static SimulatedIommu unit() {
        return SimulatedMachine.current().iommu();
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
