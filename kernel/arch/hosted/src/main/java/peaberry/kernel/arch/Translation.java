package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/**
 * Address spaces: page tables of four levels with 512 entries each, known by the address of the top one.
 *
 * <p>Addresses are page aligned and below {@code UserLayout.LIMIT}; the caller has checked that.
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

    private static final int TOP_LEVEL = 3;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final long INDEX_MASK = 511;
    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;
    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long EXECUTABLE = 4;
    private static final long OFFSET_MASK = 4095;

    private Translation() {
    }

    /** Makes an empty address space of a zeroed page. */
    @Trusted
    public static void initialise(PhysicalAddress root) {
        HostedProcessor.current().forgetSpace(root.value());
    }

    /** What is at the page at {@code address}. */
    @Trusted
    public static Probe probe(PhysicalAddress root, long address) {
        long entry = entryAddress(root.value(), address, 0);
        if (entry < 0) {
            return Probe.MISSING_TABLE;
        }
        return (load(entry) & PRESENT) != 0 ? Probe.OCCUPIED : Probe.FREE;
    }

    /** Maps a frame where {@link #probe} said {@link Probe#FREE}. */
    @Trusted
    public static void map(PhysicalAddress root, long address, PhysicalAddress frame, Access access) {
        long flags = switch (access) {
            case READ -> PRESENT;
            case READ_WRITE -> PRESENT | WRITABLE;
            case READ_EXECUTE -> PRESENT | EXECUTABLE;
        };
        store(entryAddress(root.value(), address, 0), frame.value() | flags);
    }

    /** Takes the frame away, if it is that one that is mapped there. */
    @Trusted
    public static void unmap(PhysicalAddress root, long address, PhysicalAddress frame) {
        long entry = entryAddress(root.value(), address, 0);
        if (entry >= 0 && points(entry, frame)) {
            store(entry, 0);
        }
    }

    /** Whether a table is missing on the way to {@code address}. */
    @Trusted
    public static boolean wantsTable(PhysicalAddress root, long address) {
        return missingEntry(root, address) >= 0;
    }

    /** Puts a zeroed table at the first missing level on the way to {@code address}. */
    @Trusted
    public static void install(PhysicalAddress root, long address, PhysicalAddress table) {
        store(missingEntry(root, address), table.value() | PRESENT);
    }

    /** Takes a table away, wherever on the way to {@code address} it stands; nothing happens if it does not. */
    @Trusted
    public static void remove(PhysicalAddress root, long address, PhysicalAddress table) {
        for (int level = TOP_LEVEL; level > 0; level--) {
            long entry = entryAddress(root.value(), address, level);
            if (entry >= 0 && points(entry, table)) {
                store(entry, 0);
                return;
            }
        }
    }

    /** The physical address of {@code address}, or -1 if the access is not allowed. */
    static long walk(long root, long address, boolean write) {
        long entry = entryAddress(root, address, 0);
        if (entry < 0) {
            return -1;
        }
        long content = load(entry);
        boolean allowed = (content & PRESENT) != 0 && (!write || (content & WRITABLE) != 0);
        return allowed ? content & ADDRESS_MASK | address & OFFSET_MASK : -1;
    }

    /** Whether something is mapped at {@code address}. */
    static boolean isMapped(long root, long address) {
        return walk(root, address, false) >= 0;
    }

    /** The address of the entry at {@code level} on the way to {@code address}, or -1 if a table above it is missing. */
    private static long entryAddress(long root, long address, int level) {
        long table = root;
        for (int above = TOP_LEVEL; above > level; above--) {
            long content = load(entryOf(table, address, above));
            if ((content & PRESENT) == 0) {
                return -1;
            }
            table = content & ADDRESS_MASK;
        }
        return entryOf(table, address, level);
    }

    private static long missingEntry(PhysicalAddress root, long address) {
        for (int level = TOP_LEVEL; level > 0; level--) {
            long entry = entryAddress(root.value(), address, level);
            if ((load(entry) & PRESENT) == 0) {
                return entry;
            }
        }
        return -1;
    }

    private static long entryOf(long table, long address, int level) {
        return table + 8 * (address >>> PAGE_BITS + level * INDEX_BITS & INDEX_MASK);
    }

    private static boolean points(long entry, PhysicalAddress target) {
        long content = load(entry);
        return (content & PRESENT) != 0 && (content & ADDRESS_MASK) == target.value();
    }

    private static long load(long address) {
        return PhysicalMemory.loadLong(PhysicalAddress.of(address));
    }

    private static void store(long address, long value) {
        PhysicalMemory.storeLong(PhysicalAddress.of(address), value);
    }
}
