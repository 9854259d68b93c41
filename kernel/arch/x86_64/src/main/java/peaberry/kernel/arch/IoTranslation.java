package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * Second-level page tables, by which the remapping units translate what devices access: Intel VT-d specification, 9.8. How
 * many levels there are is the machine's. An entry is present if it allows something. When a page or table was taken out, no
 * device uses it any more.
 */
@Trusted
public final class IoTranslation {

    /** What a device may do with a page. */
    public enum Access {
        READ(READABLE),
        WRITE(WRITABLE),
        READ_WRITE(READABLE | WRITABLE);

        private final long flags;

        Access(long flags) {
            this.flags = flags;
        }
    }

    private static final long READABLE = 1;
    private static final long WRITABLE = 2;
    private static final long PRESENT = READABLE | WRITABLE;
    private static final long LARGE = 0x80;
    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;

    private static final int LARGE_PAGE_LEVEL = 1;
    private static final int PAGE_LEVEL = 0;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = 511;
    private static final long ENTRY_BYTES = 8;

    /** The address of no page and no table. */
    private static final PhysicalAddress NOWHERE = PhysicalAddress.ZERO;

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
        long place = walk(root, address, level, NOWHERE);
        if ((load(place) & PRESENT) != 0) {
            return Translation.Outcome.OCCUPIED;
        }
        if (levelOf(place) != level) {
            return Translation.Outcome.MISSING_TABLE;
        }
        store(place, frame.value() | access.flags & PRESENT | (level == LARGE_PAGE_LEVEL ? LARGE : 0));
        Remapping.announcePage(domain, address, sizeBits);
        return Translation.Outcome.DONE;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static Translation.Outcome install(PhysicalAddress root, int domain, long address, PhysicalAddress table) {
        long place = walk(root, address, LARGE_PAGE_LEVEL, NOWHERE);
        if ((load(place) & PRESENT) != 0) {
            return Translation.Outcome.OCCUPIED;
        }
        RemappingTables.flush(table);
        store(place, table.value() | PRESENT);
        Remapping.announceTable(domain);
        return Translation.Outcome.DONE;
    }

    /** Takes out the page or table {@code target}, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, int domain, long address, PhysicalAddress target, int sizeBits) {
        long place = walk(root, address, PAGE_LEVEL, target);
        long content = load(place);
        if ((content & PRESENT) != 0 && pointedTo(content).is(target)) {
            store(place, 0);
            if (levelOf(place) == PAGE_LEVEL || (content & LARGE) != 0) {
                Remapping.forgetPage(domain, address, sizeBits);
            } else {
                Remapping.forgetDomain(domain);
            }
        }
    }

    /**
     * Goes down from the top towards {@code address}, until the entry is at level {@code lowest}, names {@code target}, or
     * names no table.
     *
     * @return where that entry is, and in the low bits its level
     */
    private static long walk(PhysicalAddress root, long address, int lowest, PhysicalAddress target) {
        PhysicalAddress table = root;
        for (int level = Remapping.features().levels() - 1; ; level--) {
            long place = table.value() + ENTRY_BYTES * (address >>> PAGE_BITS + level * INDEX_BITS & INDEX_MASK);
            long content = load(place);
            table = pointedTo(content);
            if (level <= lowest || (content & PRESENT) == 0 || (content & LARGE) != 0 || table.is(target)) {
                return place | level;
            }
        }
    }

    private static int levelOf(long place) {
        return (int) (place & ENTRY_BYTES - 1);
    }

    private static PhysicalAddress pointedTo(long content) {
        return PhysicalAddress.of(content & ADDRESS_MASK);
    }

    private static long load(long place) {
        return PhysicalMemory.loadLong(PhysicalAddress.of(place & -ENTRY_BYTES));
    }

    private static void store(long place, long content) {
        RemappingTables.store(PhysicalAddress.of(place & -ENTRY_BYTES), content);
    }
}
