package peaberry.processes;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.ProgramImage.Access;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.PageTable;
import peaberry.runtime.WindowCopy;

/** The pages of children: those that they have from the start, and those that come when they are touched. */
final class Pages {

    private static final boolean DATA = false;
    private static final boolean CODE = true;
    private static final int NONE = 0;
    /** The most objects that are made by one invocation. */
    private static final int AT_ONCE = 8;

    private final Own own;
    private final Blocks blocks;
    private int lastNew;

    Pages(Own own, Blocks blocks) {
        this.own = own;
        this.blocks = blocks;
    }

    /** Makes the page tables that every child has, all at once: those on the way to the pages below its program, and the first one of its program. */
    KernelError makeTables(Child child) {
        int first = child.next;
        child.next += Plan.FIRST_TABLES;
        KernelError error = blocks.memory(child.block).retype(ObjectType.PAGE_TABLE, 0, child.objectTable(), first, Plan.FIRST_TABLES);
        for (int table = 0; table < Plan.FIRST_TABLES && error == KernelError.NONE; table++) {
            error = PageTable.at(child.at(first + table)).map(child.space(), table < Plan.LEVELS ? UserLayout.MESSAGE_BUFFER : UserLayout.PROGRAM);
        }
        return error;
    }

    /** Makes pages that are to be mapped, which are the next ones that are taken. */
    KernelError makeReady(Child child, int count) {
        child.ready = child.next;
        child.next += count;
        child.readyEnd = child.next;
        KernelError error = KernelError.NONE;
        for (int made = 0; made < count && error == KernelError.NONE; made += AT_ONCE) {
            error = blocks.memory(child.block).retype(ObjectType.FRAME, 0, child.objectTable(), child.ready + made, Math.min(AT_ONCE, count - made));
        }
        return error;
    }

    /** A page of zeros. @return its place */
    private int take(Child child) {
        if (child.ready == child.readyEnd && makeReady(child, 1) != KernelError.NONE) {
            return NONE;
        }
        return child.ready++;
    }

    /** Maps a page that exists already, and the page tables on the way. */
    KernelError map(Child child, int place, long address, Access access) {
        KernelError error = tryMap(child, place, address, access);
        while (error == KernelError.MISSING_PAGE_TABLE) {
            int table = child.next++;
            error = blocks.memory(child.block).retype(ObjectType.PAGE_TABLE, 0, child.objectTable(), table, 1);
            if (error == KernelError.NONE) {
                error = PageTable.at(child.at(table)).map(child.space(), address);
            }
            if (error == KernelError.NONE) {
                error = tryMap(child, place, address, access);
            }
        }
        return error;
    }

    private static KernelError tryMap(Child child, int place, long address, Access access) {
        return child.frame(place).map(child.space(), address, access == Access.READ_WRITE ? Rights.READ_WRITE : Rights.READ,
                access == Access.READ_EXECUTE ? CODE : DATA);
    }

    /** Maps a new page of zeros, which stays to be found at {@link #lastNew}. */
    KernelError mapNew(Child child, long address, Access access) {
        lastNew = take(child);
        return lastNew == NONE ? KernelError.NOT_ENOUGH_MEMORY : map(child, lastNew, address, access);
    }

    /** The place of the page that was mapped last. */
    int lastNew() {
        return lastNew;
    }

    /** Writes bytes of the server's memory where a child has a page that it may write. @param from offset in {@link Own#memory} */
    KernelError write(Child child, long address, long from, long bytes) {
        return WindowCopy.write(child.window(), address - UserLayout.ARGUMENTS, own.memory(), from, bytes);
    }

    /** A child touched a page that is not mapped. @return whether it has it now: nothing is there otherwise, or something of the child's own is in the way */
    boolean provide(Child child, long address) {
        long page = address & -UserLayout.PAGE;
        ProgramImage program = child.image.program;
        if (page >= UserLayout.STACK_TOP - program.stackBytes() && page < UserLayout.STACK_TOP) {
            return mapNew(child, page, Access.READ_WRITE) == KernelError.NONE;
        }
        int segment = child.image.segmentAt(page);
        if (segment < 0) {
            return false;
        }
        long done = page - program.address(segment);
        long position = program.fileOffset(segment) + done;
        long fromFile = Math.min(UserLayout.PAGE, program.fileSize(segment) - done);
        KernelError error;
        if (fromFile <= 0) {
            error = mapNew(child, page, program.access(segment));
        } else if (child.image.isShared(segment)) {
            error = share(child, page, position, program.access(segment));
        } else {
            error = copy(child, page, position, fromFile);
        }
        return error == KernelError.NONE;
    }

    private KernelError copy(Child child, long page, long position, long bytes) {
        KernelError error = mapNew(child, page, Access.READ_WRITE);
        return error == KernelError.NONE ? write(child, page, child.image.start() + position, bytes) : error;
    }

    private KernelError share(Child child, long page, long position, Access access) {
        int place = child.next++;
        KernelError error = child.objectTable().copy(place, child.image.table(), child.image.page(position), Rights.READ);
        return error == KernelError.NONE ? map(child, place, page, access) : error;
    }
}
