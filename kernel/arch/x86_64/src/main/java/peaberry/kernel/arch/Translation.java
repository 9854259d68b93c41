package peaberry.kernel.arch;

import peaberry.abi.UserLayout;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.ProcessorControl;

/**
 * Address spaces: page tables of four levels with 512 entries each, known by the address of the top one. Intel SDM
 * volume 3, 4.5. The upper half of the top table is the kernel's and the same in all.
 *
 * <p>Addresses are page aligned and below {@code UserLayout.LIMIT}; one that is not is a bug of the kernel. No page is
 * both writable and executable.
 */
@Trusted
public final class Translation {

    /** What a program may do with a page. */
    public enum Access {
        READ, READ_WRITE, READ_EXECUTE
    }

    /** What is at an address. */
    public enum Probe {
        FREE, OCCUPIED, MISSING_TABLE
    }

    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long USER = 4;
    private static final long LARGE = 0x80;
    private static final long NO_EXECUTE = 1L << 63;
    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;
    private static final long OFFSET_MASK = 0xFFF;

    private static final int TOP_LEVEL = 3;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = 511;
    private static final long HALF_A_TABLE = 2048;

    /** No entry: a table is missing above it. */
    private static final long NONE = 0;

    private static PhysicalAddress loaded = PhysicalAddress.of(0);

    private Translation() {
    }

    /** Makes an empty address space of a zeroed page. */
    @Trusted
    public static void initialise(PhysicalAddress root) {
        long current = ProcessorControl.translation().value() & ADDRESS_MASK;
        PhysicalMemory.copy(root.plus(HALF_A_TABLE), PhysicalAddress.of(current + HALF_A_TABLE), HALF_A_TABLE);
    }

    /** What is at the page at {@code address}. */
    @Trusted
    public static Probe probe(PhysicalAddress root, long address) {
        long entry = entryAddress(root.value(), checked(address), 0);
        if (entry == NONE) {
            return Probe.MISSING_TABLE;
        }
        return (load(entry) & PRESENT) != 0 ? Probe.OCCUPIED : Probe.FREE;
    }

    /** Maps a frame where {@link #probe} said {@link Probe#FREE}. */
    @Trusted
    public static void map(PhysicalAddress root, long address, PhysicalAddress frame, Access access) {
        long write = access == Access.READ_WRITE ? WRITABLE : 0;
        long flags = PRESENT | USER | write | (access == Access.READ_EXECUTE ? 0 : NO_EXECUTE);
        fill(entryAddress(root.value(), checked(address), 0), frame.value() | flags);
    }

    /** Takes the frame away, if it is that one that is mapped there. */
    @Trusted
    public static void unmap(PhysicalAddress root, long address, PhysicalAddress frame) {
        long entry = entryAddress(root.value(), checked(address), 0);
        if (points(entry, frame)) {
            store(entry, 0);
            if (loaded.is(root)) {
                ProcessorControl.invalidate(address);
            }
        }
    }

    /** Whether a table is missing on the way to {@code address}. */
    @Trusted
    public static boolean wantsTable(PhysicalAddress root, long address) {
        return missingEntry(root.value(), checked(address)) != NONE;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static void install(PhysicalAddress root, long address, PhysicalAddress table) {
        fill(missingEntry(root.value(), checked(address)), table.value() | PRESENT | USER | WRITABLE);
    }

    /** Takes a table away, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, long address, PhysicalAddress table) {
        for (int level = TOP_LEVEL; level > 0; level--) {
            long entry = entryAddress(root.value(), checked(address), level);
            if (points(entry, table)) {
                store(entry, 0);
                if (loaded.is(root)) {
                    ProcessorControl.loadTranslation(root);
                }
                return;
            }
        }
    }

    /** Makes an address space the processor's. A reload costs all cached translations, so an unchanged one is left alone. */
    @Trusted
    static void load(PhysicalAddress root) {
        if (!loaded.is(root)) {
            loaded = root;
            ProcessorControl.loadTranslation(root);
        }
    }

    /** The physical address behind any address of the processor's address space, or 0. Large pages are not looked into. */
    static long locate(long address) {
        long entry = entryAddress(ProcessorControl.translation().value() & ADDRESS_MASK, address, 0);
        if (entry == NONE || (load(entry) & PRESENT) == 0) {
            return 0;
        }
        return load(entry) & ADDRESS_MASK | address & OFFSET_MASK;
    }

    /** The address of the entry at {@code level} on the way to {@code address}, or {@link #NONE}. */
    private static long entryAddress(long root, long address, int level) {
        long table = root;
        for (int above = TOP_LEVEL; above > level; above--) {
            long content = load(entryOf(table, address, above));
            if ((content & PRESENT) == 0 || (content & LARGE) != 0) {
                return NONE;
            }
            table = content & ADDRESS_MASK;
        }
        return entryOf(table, address, level);
    }

    private static long missingEntry(long root, long address) {
        for (int level = TOP_LEVEL; level > 0; level--) {
            long entry = entryAddress(root, address, level);
            if ((load(entry) & PRESENT) == 0) {
                return entry;
            }
        }
        return NONE;
    }

    private static long entryOf(long table, long address, int level) {
        return table + 8 * (address >>> PAGE_BITS + level * INDEX_BITS & INDEX_MASK);
    }

    private static boolean points(long entry, PhysicalAddress target) {
        return entry != NONE && (load(entry) & PRESENT) != 0 && (load(entry) & ADDRESS_MASK) == target.value();
    }

    /** A present entry is never overwritten, so nothing that the processor may have cached changes. */
    private static void fill(long entry, long content) {
        if (entry == NONE || (load(entry) & PRESENT) != 0) {
            throw new IllegalStateException("not a free entry");
        }
        store(entry, content);
    }

    private static long checked(long address) {
        if (address < UserLayout.PAGE || address >= UserLayout.LIMIT || (address & OFFSET_MASK) != 0) {
            throw new IllegalArgumentException("not a user's page");
        }
        return address;
    }

    private static long load(long address) {
        return PhysicalMemory.loadLong(PhysicalAddress.of(address));
    }

    private static void store(long address, long value) {
        PhysicalMemory.storeLong(PhysicalAddress.of(address), value);
    }
}
