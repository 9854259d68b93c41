package peaberry.runtime;

import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;

/**
 * Room in the address space of a program that maps frames into it by itself: {@link #PAGES} pages from
 * {@link UserLayout#SCRATCH} on, which hold nothing of the program's own. To touch one that is not mapped is a page fault.
 */
@Trusted
public final class Workspace {

    /** As many pages as one page table maps. */
    public static final int PAGES = 512;

    private static final Region MEMORY = new Region(UserLayout.SCRATCH, PAGES * UserLayout.PAGE);

    private Workspace() {
    }

    /** All of it. */
    public static Region memory() {
        return MEMORY;
    }

    /** The address of a page. @param page 0 to {@link #PAGES} - 1 */
    public static long address(int page) {
        return UserLayout.SCRATCH + page * UserLayout.PAGE;
    }
}
