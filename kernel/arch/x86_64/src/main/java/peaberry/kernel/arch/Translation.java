package peaberry.kernel.arch;

import peaberry.abi.UserLayout;
import peaberry.machine.Inline;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.ProcessorControl;

/**
 * Address spaces: page tables of four levels with 512 entries each, known by the address of the top one. Intel SDM volume 3, 4.5.
 * The upper half of the top table is the kernel's and the same in all.
 *
 * <p>A page of 4 KiB stands in a table of the lowest level, one of 2 MiB where such a table would. No page is both writable
 * and executable.
 */
@Trusted
public final class Translation {

    /** What a program may do with a page. A device's page is not cached. */
    public enum Access {
        READ(PRESENT | USER | NO_EXECUTE),
        READ_WRITE(PRESENT | USER | NO_EXECUTE | WRITABLE),
        READ_EXECUTE(PRESENT | USER),
        DEVICE_READ(PRESENT | USER | NO_EXECUTE | UNCACHED),
        DEVICE_READ_WRITE(PRESENT | USER | NO_EXECUTE | UNCACHED | WRITABLE);

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
    private static final long USER = 4;
    /** Write-through and cache disable: with the default PAT that is UC, see Intel SDM volume 3, table 11-12. */
    private static final long UNCACHED = 0x18;
    private static final long NO_EXECUTE = 1L << 63;
    private static final long TABLE = PRESENT | WRITABLE | USER;

    private static final int TOP_LEVEL = 3;
    private static final long LARGE_PAGE = 2 << 20;
    private static final long HALF_A_TABLE = 2048;

    /** The address of no page and no table. */
    private static final PhysicalAddress NOWHERE = PhysicalAddress.ZERO;

    private static PhysicalAddress loaded = PhysicalAddress.ZERO;

    private Translation() {
    }

    /** Makes an empty address space of a zeroed page. */
    @Trusted
    public static void initialise(PhysicalAddress root) {
        PhysicalMemory.copy(root.plus(HALF_A_TABLE), current().plus(HALF_A_TABLE), HALF_A_TABLE);
    }

    /** Maps a frame of 2^{@code sizeBits} bytes, 12 or 21. */
    @Trusted
    public static Outcome map(PhysicalAddress root, long address, PhysicalAddress frame, int sizeBits, Access access) {
        if (!isUsers(address, sizeBits)) {
            return Outcome.NO_PLACE;
        }
        long content = frame.value() | access.flags;
        return sizeBits == TableWalk.PAGE_BITS
                ? enter(to(root, address, TableWalk.PAGE_LEVEL), TableWalk.PAGE_LEVEL, content)
                : enter(to(root, address, TableWalk.LARGE_PAGE_LEVEL), TableWalk.LARGE_PAGE_LEVEL, content | TableWalk.LARGE);
    }

    /** Writes an entry where nothing is, if the way there ended at its level. */
    @Inline
    private static Outcome enter(long place, int level, long content) {
        if ((TableWalk.load(place) & PRESENT) != 0) {
            return Outcome.OCCUPIED;
        }
        if (TableWalk.levelOf(place) != level) {
            return Outcome.MISSING_TABLE;
        }
        store(place, content);
        return Outcome.DONE;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static Outcome install(PhysicalAddress root, long address, PhysicalAddress table) {
        if (!isUsers(address, TableWalk.PAGE_BITS)) {
            return Outcome.NO_PLACE;
        }
        long place = to(root, address, TableWalk.LARGE_PAGE_LEVEL);
        if ((TableWalk.load(place) & PRESENT) != 0) {
            return Outcome.OCCUPIED;
        }
        store(place, table.value() | TABLE);
        return Outcome.DONE;
    }

    /** Takes out the page or table {@code target}, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, long address, PhysicalAddress target) {
        long place = isUsers(address, TableWalk.PAGE_BITS) ? TableWalk.find(root, TOP_LEVEL, address, target) : TableWalk.NONE;
        if (place == TableWalk.NONE) {
            return;
        }
        boolean isPage = TableWalk.levelOf(place) == TableWalk.PAGE_LEVEL || (TableWalk.load(place) & TableWalk.LARGE) != 0;
        store(place, 0);
        if (loaded.is(root) && isPage) {
            ProcessorControl.invalidate(address);
        } else if (loaded.is(root)) {
            ProcessorControl.loadTranslation(root);
        }
    }

    /**
     * The memory behind an address if a program may so access it there, {@link Access#READ} or {@link Access#READ_WRITE};
     * else address 0. A device's memory is behind none.
     */
    @Trusted
    public static PhysicalAddress locate(PhysicalAddress root, long address, Access access) {
        return find(root, address, access == Access.READ_WRITE ? TABLE : PRESENT | USER, UNCACHED);
    }

    /** Makes an address space the processor's. A reload costs all cached translations, so an unchanged one is left alone. */
    @Trusted
    static void load(PhysicalAddress root) {
        if (!loaded.is(root)) {
            loaded = root;
            ProcessorControl.loadTranslation(root);
        }
    }

    /** The memory behind any address of the processor's address space, or address 0. */
    static PhysicalAddress locate(long address) {
        return find(current(), address, PRESENT, 0);
    }

    private static PhysicalAddress current() {
        return TableWalk.pointedTo(ProcessorControl.translation().value());
    }

    /** The memory behind an address, or address 0 if its page lacks a flag that is needed or has one that is refused. */
    private static PhysicalAddress find(PhysicalAddress root, long address, long needed, long refused) {
        long content = TableWalk.load(to(root, address, TableWalk.PAGE_LEVEL));
        long size = (content & TableWalk.LARGE) == 0 ? UserLayout.PAGE : LARGE_PAGE;
        return (content & (needed | refused)) == needed ? TableWalk.pointedTo(content).plus(address & size - 1) : NOWHERE;
    }

    private static long to(PhysicalAddress root, long address, int lowest) {
        return TableWalk.to(root, TOP_LEVEL, address, lowest);
    }

    private static boolean isUsers(long address, int sizeBits) {
        long size = 1L << sizeBits;
        return address >= UserLayout.PAGE && address <= UserLayout.LIMIT - size && (address & size - 1) == 0;
    }

    private static void store(long place, long content) {
        PhysicalMemory.storeLong(TableWalk.entry(place), content);
    }
}
