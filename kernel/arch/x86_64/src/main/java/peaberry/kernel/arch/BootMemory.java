package peaberry.kernel.arch;

import peaberry.abi.UserLayout;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.KernelEntry;

/**
 * The memory that the machine has free for the kernel to give away, and the boot archive, which lies outside of it.
 *
 * <p>The loader describes both in {@code hvm_start_info}: Xen, {@code public/arch-x86/hvm/start_info.h}. Only what lies
 * between 1 MiB and 4 GiB counts, and where two entries of the loader's map overlap, the one that is not free wins.
 */
@Trusted
public final class BootMemory {

    private static final int MAGIC = 0x336E_C578;
    private static final int INFO_BYTES = 56;
    private static final int INFO_VERSION = 4;
    private static final int INFO_MODULES = 12;
    private static final int INFO_MODULE_LIST = 16;
    private static final int INFO_MAP = 40;
    private static final int INFO_MAP_ENTRIES = 48;
    private static final int MODULE_BYTES = 32;
    private static final int MODULE_ADDRESS = 0;
    private static final int MODULE_SIZE = 8;
    private static final int MAP_ENTRY_BYTES = 24;
    private static final int MAP_ADDRESS = 0;
    private static final int MAP_SIZE = 8;
    private static final int MAP_TYPE = 16;
    private static final int TYPE_RAM = 1;
    private static final int MAX_MAP_ENTRIES = 1024;

    private static final long LOWEST = 1L << 20;
    private static final long HIGHEST = 1L << 32;
    private static final int MAX_REGIONS = 32;

    private static final long[] STARTS = new long[MAX_REGIONS];
    private static final long[] ENDS = new long[MAX_REGIONS];
    private static int regions;
    private static long archive;
    private static long archiveSize;

    private BootMemory() {
    }

    /** How many regions there are. */
    public static int regions() {
        return regions;
    }

    /** First address of a region, page aligned. @param region 0 to {@link #regions()} - 1 */
    public static PhysicalAddress base(int region) {
        return PhysicalAddress.of(STARTS[region]);
    }

    /** Bytes of a region, a multiple of the page size. */
    public static long size(int region) {
        return ENDS[region] - STARTS[region];
    }

    /** Where the boot archive starts, page aligned. */
    public static PhysicalAddress archive() {
        return PhysicalAddress.of(archive);
    }

    /** Bytes of the boot archive; 0 if there is none, or not where it can be used. */
    public static long archiveSize() {
        return archiveSize;
    }

    /** As {@link #archive}, as a number. */
    static long archivePlace() {
        return archive;
    }

    /** Reads what the loader left. */
    static void start() {
        PhysicalBytes memory = PhysicalBytes.LOW_MEMORY;
        long info = KernelEntry.startInfo().value();
        if (memory.int32(info) != MAGIC) {
            return;
        }
        if (memory.int32(info + INFO_MODULES) > 0) {
            findArchive(memory.int64(info + INFO_MODULE_LIST));
        }
        if (memory.int32(info + INFO_VERSION) >= 1) {
            long map = memory.int64(info + INFO_MAP);
            int entries = Math.max(0, Math.min(memory.int32(info + INFO_MAP_ENTRIES), MAX_MAP_ENTRIES));
            for (int i = 0; i < entries; i++) {
                addIfFree(map + (long) i * MAP_ENTRY_BYTES);
            }
            for (int i = 0; i < entries; i++) {
                reserveUnlessFree(map + (long) i * MAP_ENTRY_BYTES);
            }
        }
        reserve(KernelImage.physicalStart(), KernelImage.physicalEnd());
        reserve(archive, archive + archiveSize);
        reserve(info, info + INFO_BYTES);
    }

    private static void findArchive(long module) {
        PhysicalBytes memory = PhysicalBytes.LOW_MEMORY;
        long start = memory.int64(module + MODULE_ADDRESS);
        long size = memory.int64(module + MODULE_SIZE);
        boolean inReach = start > 0 && start < HIGHEST && size > 0 && size <= HIGHEST - start;
        if (inReach && start % UserLayout.PAGE == 0) {
            archive = start;
            archiveSize = size;
        }
    }

    private static void addIfFree(long entry) {
        PhysicalBytes memory = PhysicalBytes.LOW_MEMORY;
        long start = memory.int64(entry + MAP_ADDRESS);
        long end = end(start, memory.int64(entry + MAP_SIZE));
        if (memory.int32(entry + MAP_TYPE) == TYPE_RAM) {
            long firstPage = roundUp(Math.max(start, LOWEST));
            long lastPage = end & -UserLayout.PAGE;
            reserve(firstPage, lastPage);
            add(firstPage, lastPage);
        }
    }

    private static void reserveUnlessFree(long entry) {
        PhysicalBytes memory = PhysicalBytes.LOW_MEMORY;
        long start = memory.int64(entry + MAP_ADDRESS);
        if (memory.int32(entry + MAP_TYPE) != TYPE_RAM) {
            reserve(start, end(start, memory.int64(entry + MAP_SIZE)));
        }
    }

    /** Where a range of the map ends, at most at {@link #HIGHEST}; at its start if it lies above. */
    private static long end(long start, long size) {
        if (start < 0 || start >= HIGHEST) {
            return start;
        }
        return Long.compareUnsigned(size, HIGHEST - start) > 0 ? HIGHEST : start + size;
    }

    private static void add(long start, long end) {
        if (start >= 0 && start < end && regions < MAX_REGIONS) {
            STARTS[regions] = start;
            ENDS[regions] = end;
            regions++;
        }
    }

    /** Takes the pages of a range out of all regions. What follows the range in a region becomes a region of its own. */
    private static void reserve(long start, long end) {
        if (start >= end) {
            return;
        }
        long firstByte = start & -UserLayout.PAGE;
        long lastByte = roundUp(end);
        for (int region = regions - 1; region >= 0; region--) {
            long oldStart = STARTS[region];
            long oldEnd = ENDS[region];
            if (firstByte < oldEnd && lastByte > oldStart) {
                remove(region);
                add(oldStart, firstByte);
                add(lastByte, oldEnd);
            }
        }
    }

    private static void remove(int region) {
        regions--;
        STARTS[region] = STARTS[regions];
        ENDS[region] = ENDS[regions];
    }

    private static long roundUp(long address) {
        return address + UserLayout.PAGE - 1 & -UserLayout.PAGE;
    }
}
