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

    /** How many regions there are. */
    public static int regions() {
        return MAP.free().count();
    }

    /** First address of a region, page aligned. @param region 0 to {@link #regions()} - 1 */
    public static PhysicalAddress base(int region) {
        return PhysicalAddress.of(MAP.free().start(region));
    }

    /** Bytes of a region, a multiple of the page size. */
    public static long size(int region) {
        return MAP.free().end(region) - MAP.free().start(region);
    }

    /** How many regions there are in which devices may be. None has memory in it, or registers that the kernel uses. */
    public static int deviceRegions() {
        return MAP.devices().count();
    }

    /** First address of such a region, page aligned. @param region 0 to {@link #deviceRegions()} - 1 */
    public static PhysicalAddress deviceBase(int region) {
        return PhysicalAddress.of(MAP.devices().start(region));
    }

    /** Bytes of such a region, a multiple of the page size. */
    public static long deviceSize(int region) {
        return MAP.devices().end(region) - MAP.devices().start(region);
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
