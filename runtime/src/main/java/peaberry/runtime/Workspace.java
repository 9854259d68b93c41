package peaberry.runtime;

import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;

/**
 * Room in the address space of a program that maps frames into it by itself: {@link #ROOM} pages from
 * {@link UserLayout#SCRATCH} on, which hold nothing of the program's own. To touch one that is not mapped is a page fault.
 */
@Trusted
public final class Workspace {

    /** As many pages as one page table maps. */
    public static final int PAGES = 512;
    /** As many as there is room for: 128 MiB. */
    public static final int ROOM = 1 << 15;

    private static final Region MEMORY = new Region(UserLayout.SCRATCH, ROOM * UserLayout.PAGE);

    private Workspace() {
    }

    /** All of it. */
    public static Region memory() {
        return MEMORY;
    }

    /** The address of a page. @param page 0 to {@link #ROOM} - 1 */
    public static long address(int page) {
        return UserLayout.SCRATCH + page * UserLayout.PAGE;
    }
}
