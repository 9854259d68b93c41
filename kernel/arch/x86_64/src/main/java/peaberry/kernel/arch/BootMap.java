package peaberry.kernel.arch;

import peaberry.abi.Bytes;

/**
 * What the loader says about the machine's memory, in {@code hvm_start_info}: Xen, {@code public/arch-x86/hvm/start_info.h}.
 *
 * <p>Only what lies between 1 MiB and 4 GiB counts, and below that the memory of a PC's screen. Where two entries of the
 * loader's map overlap, the one that is not free wins. The regions that result do not overlap each other, the kernel or the
 * boot archive. What the map does not mention at all is devices'.
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
    /** Where the memory of a VGA is (IBM PS/2 Hardware Interface Technical Reference, "Video Subsystem"). */
    private static final long SCREEN = 0xA_0000;
    private static final long SCREEN_END = 0xC_0000;

    private final Bytes memory;
    private final Regions free = new Regions();
    private final Regions devices = new Regions();
    private long archive;
    private long archiveSize;
    private long rootPointer;

    /** @param memory physical memory from its start; what it does not have reads as zeros */
    BootMap(Bytes memory) {
        this.memory = memory;
    }

    /** Memory that nobody uses. */
    Regions free() {
        return free;
    }

    /** What the loader's map does not mention: where devices can be, and what else answers there is the kernel's to know. */
    Regions devices() {
        return devices;
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

    private void reserve(long start, long end) {
        free.reserve(start, end);
        devices.reserve(start, end);
    }

    private void readMap(long map, int entries) {
        int count = Math.max(0, Math.min(entries, MAX_MAP_ENTRIES));
        if (count > 0) {
            devices.add(SCREEN, SCREEN_END);
            devices.add(LOWEST, HIGHEST);
        }
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
        devices.reserve(start, end);
        if (memory.int32(entry + MAP_TYPE) == TYPE_RAM) {
            free.add(Math.max(start, LOWEST), end);
        }
    }

    private void reserveUnlessFree(long entry) {
        long start = memory.int64(entry + MAP_ADDRESS);
        if (memory.int32(entry + MAP_TYPE) != TYPE_RAM) {
            free.reserve(start, end(start, memory.int64(entry + MAP_SIZE)));
        }
    }

    /** Where a range of the map ends, at most at {@link #HIGHEST}; at its start if it lies above. */
    private static long end(long start, long size) {
        if (start < 0 || start >= HIGHEST) {
            return start;
        }
        return Long.compareUnsigned(size, HIGHEST - start) > 0 ? HIGHEST : start + size;
    }
}
