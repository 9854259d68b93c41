package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * The way from the top of page tables down to an entry. A processor's and a remapping unit's have the same shape: tables of 512
 * entries of 8 bytes, each of which names a table of the next level, a page, or nothing. Intel SDM volume 3, 4.5; Intel VT-d
 * specification, 9.8.
 *
 * <p>A place is the address of an entry with its level in the low bits.
 */
@Trusted
final class TableWalk {

    static final int PAGE_LEVEL = 0;
    /** The level of the tables that name tables of pages, and pages of 2 MiB. */
    static final int LARGE_PAGE_LEVEL = 1;
    static final int PAGE_BITS = 12;
    /** Of an entry: it names a page although it is in no table of the lowest level. */
    static final long LARGE = 0x80;
    /** In place of a place. */
    static final long NONE = 0;

    /** Set in each entry that names a table, whether the processor or a device may read by it. */
    private static final long NAMES_TABLE = 1;
    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = 511;
    private static final long ENTRY_BYTES = 8;

    private TableWalk() {
    }

    /** The place where the way to {@code address} ends, from a table of level {@code top}: at the level {@code lowest}, or where no table is named. */
    @Trusted
    static long to(PhysicalAddress root, int top, long address, int lowest) {
        PhysicalAddress table = root;
        for (int level = top; ; level--) {
            long entry = table.value() + ENTRY_BYTES * (address >>> PAGE_BITS + level * INDEX_BITS & INDEX_MASK);
            long content = load(entry);
            if (level == lowest || (content & (NAMES_TABLE | LARGE)) != NAMES_TABLE) {
                return entry | level;
            }
            table = pointedTo(content);
        }
    }

    /** The place on the way to {@code address} that names the page or table {@code target}; {@link #NONE} if there is none. */
    @Trusted
    static long find(PhysicalAddress root, int top, long address, PhysicalAddress target) {
        for (int level = PAGE_LEVEL; level <= top; level++) {
            long place = to(root, top, address, level);
            if (load(place) != 0 && pointedTo(load(place)).is(target)) {
                return place;
            }
        }
        return NONE;
    }

    static int levelOf(long place) {
        return (int) (place & ENTRY_BYTES - 1);
    }

    /** Where the entry at a place is. */
    @Trusted
    static PhysicalAddress entry(long place) {
        return PhysicalAddress.of(place & -ENTRY_BYTES);
    }

    /** The page or table that an entry names. */
    @Trusted
    static PhysicalAddress pointedTo(long content) {
        return PhysicalAddress.of(content & ADDRESS_MASK);
    }

    /** The entry at a place. */
    @Trusted
    static long load(long place) {
        return PhysicalMemory.loadLong(entry(place));
    }
}
