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
        return MAP.regions();
    }

    /** First address of a region, page aligned. @param region 0 to {@link #regions()} - 1 */
    public static PhysicalAddress base(int region) {
        return PhysicalAddress.of(MAP.start(region));
    }

    /** Bytes of a region, a multiple of the page size. */
    public static long size(int region) {
        return MAP.end(region) - MAP.start(region);
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
        return PhysicalAddress.of(MAP.take(bytes));
    }

    /** Reads what the loader left. */
    static void start() {
        MAP.read(KernelEntry.startInfo().value(), KernelImage.physicalStart(), KernelImage.physicalEnd());
    }
}
