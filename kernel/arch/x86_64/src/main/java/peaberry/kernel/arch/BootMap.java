package peaberry.kernel.arch;

import peaberry.abi.Bytes;
import peaberry.abi.UserLayout;

/**
 * What the loader says about the machine's memory, in {@code hvm_start_info}: Xen, {@code public/arch-x86/hvm/start_info.h}.
 *
 * <p>Only what lies between 1 MiB and 4 GiB counts, and where two entries of the loader's map overlap, the one that is not
 * free wins. The regions that result do not overlap each other, the kernel or the boot archive.
 */
final class BootMap {

    private static final int MAGIC = 0x336E_C578;
    private static final int INFO_BYTES = 56;
    private static final int INFO_VERSION = 4;
    private static final int INFO_MODULES = 12;
    private static final int INFO_MODULE_LIST = 16;
    private static final int INFO_ROOT_POINTER = 32;
    private static final int INFO_MAP = 40;
    private static final int INFO_MAP_ENTRIES = 48;
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

    private final Bytes memory;
    private final long[] starts = new long[MAX_REGIONS];
    private final long[] ends = new long[MAX_REGIONS];
    private int regions;
    private long archive;
    private long archiveSize;
    private long rootPointer;

    /** @param memory physical memory from its start; what it does not have reads as zeros */
    BootMap(Bytes memory) {
        this.memory = memory;
    }

    int regions() {
        return regions;
    }

    /** First address of a region. @param region 0 to {@link #regions()} - 1 */
    long start(int region) {
        return starts[checked(region)];
    }

    /** End of a region. @param region 0 to {@link #regions()} - 1 */
    long end(int region) {
        return ends[checked(region)];
    }

    /** What lies behind the last region in the arrays is no memory that is free. */
    private int checked(int region) {
        if (region >= regions) {
            throw new IllegalArgumentException("there is no such region of memory");
        }
        return region;
    }

    /** Where the boot archive starts. */
    long archive() {
        return archive;
    }

    /** Bytes of the boot archive; 0 if there is none below 4 GiB. */
    long archiveSize() {
        return archiveSize;
    }

    /** Where the firmware's tables start, the RSDP; 0 if the loader does not say. */
    long rootPointer() {
        return rootPointer;
    }

    /**
     * Takes pages from the end of the largest region.
     *
     * @param bytes a multiple of the page size
     * @return their address; 0 if no region is larger
     */
    long take(long bytes) {
        int largest = 0;
        for (int region = 1; region < regions; region++) {
            if (ends[region] - starts[region] > ends[largest] - starts[largest]) {
                largest = region;
            }
        }
        if (bytes <= 0 || bytes % UserLayout.PAGE != 0 || regions == 0 || ends[largest] - starts[largest] <= bytes) {
            return 0;
        }
        ends[largest] -= bytes;
        return ends[largest];
    }

    /**
     * Reads what the loader left at the physical address {@code info}; once. If that is not what it should be, there are
     * no regions. The kernel's image is from {@code kernelStart} to {@code kernelEnd}.
     */
    void read(long info, long kernelStart, long kernelEnd) {
        if (memory.int32(info) != MAGIC) {
            return;
        }
        rootPointer = memory.int64(info + INFO_ROOT_POINTER);
        if (memory.int32(info + INFO_MODULES) > 0) {
            findArchive(memory.int64(info + INFO_MODULE_LIST));
        }
        if (memory.int32(info + INFO_VERSION) >= 1) {
            readMap(memory.int64(info + INFO_MAP), memory.int32(info + INFO_MAP_ENTRIES));
        }
        reserve(kernelStart, kernelEnd);
        reserve(archive, archive + archiveSize);
        reserve(info, info + INFO_BYTES);
    }

    private void readMap(long map, int entries) {
        int count = Math.max(0, Math.min(entries, MAX_MAP_ENTRIES));
        for (int i = 0; i < count; i++) {
            addIfFree(map + (long) i * MAP_ENTRY_BYTES);
        }
        for (int i = 0; i < count; i++) {
            reserveUnlessFree(map + (long) i * MAP_ENTRY_BYTES);
        }
    }

    private void findArchive(long module) {
        long start = memory.int64(module + MODULE_ADDRESS);
        long size = memory.int64(module + MODULE_SIZE);
        if (start > 0 && start < HIGHEST && size > 0 && size <= HIGHEST - start) {
            archive = start;
            archiveSize = size;
        }
    }

    private void addIfFree(long entry) {
        long start = memory.int64(entry + MAP_ADDRESS);
        long end = end(start, memory.int64(entry + MAP_SIZE));
        if (memory.int32(entry + MAP_TYPE) == TYPE_RAM) {
            long firstPage = roundUp(Math.max(start, LOWEST));
            long lastPage = end & -UserLayout.PAGE;
            reserve(firstPage, lastPage);
            add(firstPage, lastPage);
        }
    }

    private void reserveUnlessFree(long entry) {
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

    private void add(long start, long end) {
        if (start >= 0 && start < end && regions < MAX_REGIONS) {
            starts[regions] = start;
            ends[regions] = end;
            regions++;
        }
    }

    /** Takes the pages of a range out of all regions. What follows the range in a region becomes a region of its own. */
    private void reserve(long start, long end) {
        if (start >= end) {
            return;
        }
        long firstByte = start & -UserLayout.PAGE;
        long lastByte = roundUp(end);
        for (int region = regions - 1; region >= 0; region--) {
            long oldStart = starts[region];
            long oldEnd = ends[region];
            if (firstByte < oldEnd && lastByte > oldStart) {
                remove(region);
                add(oldStart, firstByte);
                add(lastByte, oldEnd);
            }
        }
    }

    private void remove(int region) {
        regions--;
        starts[region] = starts[regions];
        ends[region] = ends[regions];
    }

    private static long roundUp(long address) {
        return address + UserLayout.PAGE - 1 & -UserLayout.PAGE;
    }
}
