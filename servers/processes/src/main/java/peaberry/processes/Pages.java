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

    private final Own own;
    private final Blocks blocks;

    Pages(Own own, Blocks blocks) {
        this.own = own;
        this.blocks = blocks;
    }

    /** Maps a page that exists already, and the page tables on the way. */
    KernelError map(Child child, int place, long address, Access access) {
        KernelError error = tryMap(child, place, address, access);
        while (error == KernelError.MISSING_PAGE_TABLE) {
            int table = child.next++;
            error = blocks.memory(child.block).retype(ObjectType.PAGE_TABLE, 0, child.objectTable(), table, 1);
            if (error == KernelError.NONE) {
                error = PageTable.at(child.slot(table)).map(child.space(), address);
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

    /** Maps a new page of zeros. */
    KernelError mapNew(Child child, long address, Access access) {
        int place = child.next++;
        KernelError error = blocks.memory(child.block).retype(ObjectType.FRAME, 0, child.objectTable(), place, 1);
        return error == KernelError.NONE ? map(child, place, address, access) : error;
    }

    /** Writes bytes of the server's memory where a child has a page that it may write. @param from offset in {@link Own#memory} */
    KernelError write(Child child, long address, long from, long bytes) {
        return WindowCopy.write(child.window(), address - UserLayout.ARGUMENTS, own.memory(), from, bytes);
    }

    /**
     * Maps all pages of the image that a child may write. They are there from the start, not when they are touched, since the kernel, which copies through windows of the child's, touches
     * nothing that is not there.
     */
    KernelError mapPrivate(Child child) {
        ProgramImage program = child.image.program;
        KernelError error = KernelError.NONE;
        for (int segment = 0; segment < program.segments(); segment++) {
            for (long done = 0; !child.image.isShared(segment) && done < program.memorySize(segment) && error == KernelError.NONE; done += UserLayout.PAGE) {
                error = mapNew(child, program.address(segment) + done, Access.READ_WRITE);
                long here = Math.min(UserLayout.PAGE, program.fileSize(segment) - done);
                if (error == KernelError.NONE && here > 0) {
                    error = write(child, program.address(segment) + done, child.image.start() + program.fileOffset(segment) + done, here);
                }
            }
        }
        return error;
    }

    /** A child touched a page that is not mapped. @return whether it has it now: nothing is there otherwise, or something of the child's own is in the way */
    boolean provide(Child child, long address) {
        long page = address & -UserLayout.PAGE;
        ProgramImage program = child.image.program;
        if (page >= UserLayout.STACK_TOP - program.stackBytes() && page < UserLayout.STACK_TOP) {
            return mapNew(child, page, Access.READ_WRITE) == KernelError.NONE;
        }
        int segment = child.image.segmentAt(page);
        if (segment < 0 || !child.image.isShared(segment)) {
            return false;
        }
        long done = page - program.address(segment);
        KernelError error = done < program.fileSize(segment) ? share(child, page, program.fileOffset(segment) + done, program.access(segment))
                : mapNew(child, page, program.access(segment));
        return error == KernelError.NONE;
    }

    private KernelError share(Child child, long page, long position, Access access) {
        int place = child.next++;
        KernelError error = child.objectTable().copy(place, child.image.table(), child.image.page(position), Rights.READ);
        return error == KernelError.NONE ? map(child, place, page, access) : error;
    }
}
