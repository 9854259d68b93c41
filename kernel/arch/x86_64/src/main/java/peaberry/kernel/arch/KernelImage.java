package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.x86_64.KernelEntry;

/** Where the kernel's own code and data are. Addresses are virtual unless said otherwise. */
@Trusted
final class KernelImage {

    /** The image stands this far above its place in physical memory, see {@code kernel.ld}. */
    private static final long BASE = 0xFFFF_FFFF_8000_0000L;
    private static final long PAGE = 4096;

    private KernelImage() {
    }

    /** The physical address of a byte of the image. */
    static long physical(long address) {
        return address - BASE;
    }

    static long physicalStart() {
        return physical(KernelEntry.imageStart());
    }

    static long physicalEnd() {
        return physical(KernelEntry.imageEnd());
    }

    static boolean isCode(long address) {
        return address >= KernelEntry.imageStart() && address < KernelEntry.textEnd();
    }

    /** Whether the address is on the kernel's stack. */
    static boolean isStack(long address) {
        return address >= KernelEntry.stackGuard() + PAGE && address < KernelEntry.stackTop();
    }

    /** Whether the address is in the unmapped page below the stack. */
    static boolean isStackGuard(long address) {
        return address >= KernelEntry.stackGuard() && address < KernelEntry.stackGuard() + PAGE;
    }
}
