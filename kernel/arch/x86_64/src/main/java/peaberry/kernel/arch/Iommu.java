package peaberry.kernel.arch;

/**
 * What stands between PCI functions and memory. A function is named by its bus (bits 8 to 15), device (3 to 7) and function
 * (0 to 2). At the start each is blocked. {@link IoContexts} assigns page tables to it, which {@link IoTranslation} fills;
 * their translations are cached under the number of the domain that the function was assigned in.
 */
public final class Iommu {

    /** In place of a domain: page tables that no function uses. */
    public static final int NO_DOMAIN = 0;

    private static final int PAGE_BITS = 12;

    private Iommu() {
    }

    /** Whether this machine can confine devices; if not, nothing of it may be used. */
    public static boolean exists() {
        return Remapping.isOn();
    }

    /** Domains have numbers from 1 to this one less 1. */
    public static int domains() {
        return Remapping.features().domains();
    }

    /** Whether 2^{@code sizeBits} bytes, 12 or 21, can be mapped for a device at this address: not where writes are interrupts. */
    public static boolean isPage(long address, int sizeBits) {
        long end = address + (1L << sizeBits);
        boolean aligned = (address & (1L << sizeBits) - 1) == 0 && (sizeBits == PAGE_BITS || Remapping.features().largePages());
        return aligned && address >= 0 && end > 0 && end <= 1L << Remapping.features().addressBits()
                && (end <= MessageFormat.TARGET || address >= MessageFormat.TARGET_END);
    }

    /** Reports the next fault of a function: after each, its faults go unreported until this is called. */
    public static void awaitFault(int function) {
        IoContexts.setSilent(function, false);
        DeviceFaults.announce();
    }
}
