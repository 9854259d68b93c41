package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
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
        int level = sizeBits == TableWalk.PAGE_BITS ? TableWalk.PAGE_LEVEL : TableWalk.LARGE_PAGE_LEVEL;
        long place = TableWalk.to(root, top(), address, level);
        if ((TableWalk.load(place) & PRESENT) != 0) {
            return Translation.Outcome.OCCUPIED;
        }
        if (TableWalk.levelOf(place) != level) {
            return Translation.Outcome.MISSING_TABLE;
        }
        long size = level == TableWalk.PAGE_LEVEL ? 0 : TableWalk.LARGE;
        RemappingTables.store(TableWalk.entry(place), frame.value() | access.flags & PRESENT | size);
        Remapping.announcePage(domain, address, sizeBits);
        return Translation.Outcome.DONE;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static Translation.Outcome install(PhysicalAddress root, int domain, long address, PhysicalAddress table) {
        long place = TableWalk.to(root, top(), address, TableWalk.LARGE_PAGE_LEVEL);
        if ((TableWalk.load(place) & PRESENT) != 0) {
            return Translation.Outcome.OCCUPIED;
        }
        RemappingTables.flush(table);
        RemappingTables.store(TableWalk.entry(place), table.value() | PRESENT);
        Remapping.announceTable(domain);
        return Translation.Outcome.DONE;
    }

    /** Takes out the page or table {@code target}, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, int domain, long address, PhysicalAddress target, int sizeBits) {
        long place = TableWalk.find(root, top(), address, target);
        if (place == TableWalk.NONE) {
            return;
        }
        boolean isPage = TableWalk.levelOf(place) == TableWalk.PAGE_LEVEL || (TableWalk.load(place) & TableWalk.LARGE) != 0;
        RemappingTables.store(TableWalk.entry(place), 0);
        if (isPage) {
            Remapping.forgetPage(domain, address, sizeBits);
        } else {
            Remapping.forgetDomain(domain);
        }
    }

    private static int top() {
        return Remapping.features().levels() - 1;
    }
}
