package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.KernelEntry;

/** The memory that the machine has free for the kernel to give away, and the boot archive, which lies outside of it. */
@Trusted
public final class BootMemory {

    private static final BootMap MAP = new BootMap(PhysicalBytes.LOW_MEMORY);

    private BootMemory() {
    }

    /** How many regions there are: first those of memory, then those in which devices may be. */
    public static int regions() {
        return MAP.free().count() + MAP.devices().count();
    }

    /**
     * Whether devices may be in a region. Those have no memory in them, or registers that the kernel uses.
     *
     * @param region 0 to {@link #regions()} - 1
     */
    public static boolean isDevice(int region) {
        return region >= MAP.free().count();
    }

    /** First address of a region, page aligned. @param region 0 to {@link #regions()} - 1 */
    public static PhysicalAddress base(int region) {
        return PhysicalAddress.of(isDevice(region) ? MAP.devices().start(region - MAP.free().count()) : MAP.free().start(region));
    }

    /** Bytes of a region, a multiple of the page size. @param region 0 to {@link #regions()} - 1 */
    public static long size(int region) {
        Regions kind = isDevice(region) ? MAP.devices() : MAP.free();
        int number = isDevice(region) ? region - MAP.free().count() : region;
        return kind.end(number) - kind.start(number);
    }

    /** Where the boot archive starts. */
    public static PhysicalAddress archive() {
        return PhysicalAddress.of(MAP.archive());
    }

    /** Bytes of the boot archive; 0 if there is none. */
    public static long archiveSize() {
        return MAP.archiveSize();
    }

    /** Where the loader says that the firmware's root pointer is; 0 if it does not. */
    static long rootPointer() {
        return MAP.rootPointer();
    }

    /** Takes pages that nobody will be given. @return {@link PhysicalAddress#ZERO} if there is not that much */
    static PhysicalAddress take(long bytes) {
        return PhysicalAddress.of(MAP.free().take(bytes));
    }

    /** Says that the registers in a range are the kernel's own. */
    static void withhold(long start, long bytes) {
        MAP.devices().reserve(start, start + bytes);
    }

    /** Reads what the loader left. */
    static void start() {
        MAP.read(KernelEntry.startInfo().value(), KernelImage.physicalStart(), KernelImage.physicalEnd());
    }
}
