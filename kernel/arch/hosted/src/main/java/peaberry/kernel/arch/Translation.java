package peaberry.kernel.arch;

import peaberry.abi.UserLayout;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * Address spaces: page tables of four levels with 512 entries each, known by the address of the top one. They look like
 * the PC's; nothing caches them.
 *
 * <p>A page of 4 KiB stands in a table of the lowest level, one of 2 MiB where such a table would. No page is both writable
 * and executable.
 */
@Trusted
public final class Translation {

    /** What a program may do with a page. A device's page is not cached. */
    public enum Access {
        READ(PRESENT),
        READ_WRITE(PRESENT | WRITABLE),
        READ_EXECUTE(PRESENT | EXECUTABLE),
        DEVICE_READ(PRESENT | DEVICE),
        DEVICE_READ_WRITE(PRESENT | DEVICE | WRITABLE);

        private final long flags;

        Access(long flags) {
            this.flags = flags;
        }
    }

    /** What a change came to; it was made only if {@link #DONE}. */
    public enum Outcome {
        DONE,
        /** No program has a page of that size at that address. */
        NO_PLACE,
        /** A page or table is there already. */
        OCCUPIED,
        /** A table is missing on the way. */
        MISSING_TABLE
    }

    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long EXECUTABLE = 4;
    private static final long DEVICE = 8;
    private static final long LARGE = 0x80;
    private static final long TABLE = PRESENT | WRITABLE;
    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;

    private static final int TOP_LEVEL = 3;
    /** The level of the tables that name tables of pages, and pages of 2 MiB. */
    private static final int LARGE_PAGE_LEVEL = 1;
    private static final int PAGE_LEVEL = 0;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = 511;
    private static final long ENTRY_BYTES = 8;
    private static final long LARGE_PAGE = 2 << 20;

    /** In place of an entry's address. */
    private static final long NONE = 0;
    /** The address of no page and no table. */
    private static final PhysicalAddress NOWHERE = PhysicalAddress.ZERO;

    private Translation() {
    }

    /** Makes an empty address space of a zeroed page. */
    @Trusted
    public static void initialise(PhysicalAddress root) {
        HostedProcessor.current().forgetSpace(root.value());
    }

    /** Maps a frame of 2^{@code sizeBits} bytes, 12 or 21. */
    @Trusted
    public static Outcome map(PhysicalAddress root, long address, PhysicalAddress frame, int sizeBits, Access access) {
        if (!isUsers(address, sizeBits)) {
            return Outcome.NO_PLACE;
        }
        boolean small = sizeBits == PAGE_BITS;
        long entry = small ? entry(root, address, PAGE_LEVEL) : entry(root, address, LARGE_PAGE_LEVEL);
        if (entry == NONE) {
            return (leaf(root, address) & PRESENT) != 0 ? Outcome.OCCUPIED : Outcome.MISSING_TABLE;
        }
        if ((load(entry) & PRESENT) != 0) {
            return Outcome.OCCUPIED;
        }
        store(entry, frame.value() | access.flags | (small ? 0 : LARGE));
        return Outcome.DONE;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static Outcome install(PhysicalAddress root, long address, PhysicalAddress table) {
        if (!isUsers(address, PAGE_BITS)) {
            return Outcome.NO_PLACE;
        }
        for (int level = TOP_LEVEL; level > PAGE_LEVEL; level--) {
            long entry = entry(root, address, level);
            if (entry != NONE && (load(entry) & PRESENT) == 0) {
                store(entry, table.value() | TABLE);
                return Outcome.DONE;
            }
        }
        return Outcome.OCCUPIED;
    }

    /** Takes out the page or table {@code target}, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, long address, PhysicalAddress target) {
        for (int level = PAGE_LEVEL; level <= TOP_LEVEL && isUsers(address, PAGE_BITS); level++) {
            long entry = entry(root, address, level);
            long content = entry == NONE ? 0 : load(entry);
            if ((content & PRESENT) != 0 && pointedTo(content).is(target)) {
                store(entry, 0);
                return;
            }
        }
    }

    /**
     * The memory behind an address if a program may so access it there, {@link Access#READ} or {@link Access#READ_WRITE};
     * else address 0. A device's memory is behind none.
     */
    @Trusted
    public static PhysicalAddress locate(PhysicalAddress root, long address, Access access) {
        return find(root, address, access == Access.READ_WRITE ? TABLE : PRESENT, DEVICE);
    }

    /** The memory behind an address as the program itself reaches it, a device's too, or address 0. */
    static PhysicalAddress reach(PhysicalAddress root, long address, boolean write) {
        return find(root, address, write ? TABLE : PRESENT, 0);
    }

    /** The memory behind an address, or address 0 if its page lacks a flag that is needed or has one that is refused. */
    private static PhysicalAddress find(PhysicalAddress root, long address, long needed, long refused) {
        long content = leaf(root, address);
        long size = (content & LARGE) == 0 ? UserLayout.PAGE : LARGE_PAGE;
        return (content & (needed | refused)) == needed ? pointedTo(content).plus(address & size - 1) : NOWHERE;
    }

    /** Where the entry at {@code level} on the way to {@code address} is; {@link #NONE} if the way ends above. */
    private static long entry(PhysicalAddress root, long address, int level) {
        PhysicalAddress table = root;
        for (int above = TOP_LEVEL; above > level; above--) {
            long content = load(entryOf(table, address, above));
            if ((content & (PRESENT | LARGE)) != PRESENT) {
                return NONE;
            }
            table = pointedTo(content);
        }
        return entryOf(table, address, level);
    }

    /** The entry with which the way to {@code address} ends: a page, or nothing. */
    private static long leaf(PhysicalAddress root, long address) {
        PhysicalAddress table = root;
        for (int level = TOP_LEVEL; ; level--) {
            long content = load(entryOf(table, address, level));
            if (level == PAGE_LEVEL || (content & (PRESENT | LARGE)) != PRESENT) {
                return content;
            }
            table = pointedTo(content);
        }
    }

    private static long entryOf(PhysicalAddress table, long address, int level) {
        return table.value() + ENTRY_BYTES * (address >>> PAGE_BITS + level * INDEX_BITS & INDEX_MASK);
    }

    private static PhysicalAddress pointedTo(long content) {
        return PhysicalAddress.of(content & ADDRESS_MASK);
    }

    private static boolean isUsers(long address, int sizeBits) {
        long size = 1L << sizeBits;
        return address >= UserLayout.PAGE && address <= UserLayout.LIMIT - size && (address & size - 1) == 0;
    }

    private static long load(long entry) {
        return PhysicalMemory.loadLong(PhysicalAddress.of(entry));
    }

    private static void store(long entry, long content) {
        PhysicalMemory.storeLong(PhysicalAddress.of(entry), content);
    }
}
