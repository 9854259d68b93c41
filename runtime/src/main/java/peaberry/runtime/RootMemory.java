package peaberry.runtime;

import peaberry.abi.BootInfo;
import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;

/**
 * What only the root process finds in its address space: the boot information, the boot archive, and the page through
 * which it fills the frames of others. In any other process each access is a page fault.
 */
@Trusted
public final class RootMemory {

    private static final Region BOOT_INFO = new Region(UserLayout.BOOT_INFO, UserLayout.PAGE);
    private static final Region ARCHIVE = new Region(UserLayout.BOOT_ARCHIVE, 0);
    private static final Region SCRATCH = new Region(UserLayout.SCRATCH, UserLayout.PAGE);

    /** How many pages root maps behind the one through which it looks at others: that for copies, and the ledger. */
    public static final int OWN_PAGES = 8;

    private static final Region LEDGER = new Region(UserLayout.SCRATCH + 2 * UserLayout.PAGE, (OWN_PAGES - 1) * UserLayout.PAGE);
    private static final Region COPIES = new Region(UserLayout.SCRATCH + UserLayout.PAGE, UserLayout.PAGE);

    private RootMemory() {
    }

    /** A field of the boot information. @param field an offset that {@link BootInfo} names */
    public static long bootInfo(int field) {
        return BOOT_INFO.int64(field);
    }

    /** The boot archive, as long as the kernel says. */
    public static Region archive() {
        ARCHIVE.place(UserLayout.BOOT_ARCHIVE, Math.max(0, Math.min(bootInfo(BootInfo.ARCHIVE_BYTES), UserLayout.LIMIT - UserLayout.BOOT_ARCHIVE)));
        return ARCHIVE;
    }

    /** What root has to know when it starts anew and the kernel's objects do not tell. At first it holds zeros. */
    public static Region ledger() {
        return LEDGER;
    }

    /** One page, of root's own, for what it copies from others. */
    public static Region copies() {
        return COPIES;
    }

    /** One page, where a frame has to be mapped before it is used. */
    public static Region scratch() {
        return SCRATCH;
    }
}
