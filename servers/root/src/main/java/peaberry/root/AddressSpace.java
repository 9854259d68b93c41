package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.Bytes;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Frame;
import peaberry.runtime.PageTable;
import peaberry.runtime.RootMemory;
import peaberry.runtime.VSpace;

/** Fills the address space of a new process: pages and page tables, made from the process's own memory. */
final class AddressSpace {

    /** Page tables that may be missing on the way to an address, and one try more. */
    private static final int MAX_TRIES = 4;

    private static final VSpace OWN = VSpace.at(BootInfo.OWN_VSPACE);

    /** Whether a program may run what is in a page. */
    private static final boolean DATA = false;
    private static final boolean CODE = true;

    private AddressSpace() {
    }

    /** Makes what root needs to look at other processes' pages, behind the page where it looks: the page for copies and the ledger. */
    static KernelError prepareScratch() {
        int pages = Slots.take(RootMemory.OWN_PAGES);
        int tables = Slots.take(MAX_TRIES);
        KernelError error = KernelError.NONE;
        for (int page = 0; page < RootMemory.OWN_PAGES && error == KernelError.NONE; page++) {
            error = Memory.make(ObjectType.FRAME, 0, pages + page);
            if (error == KernelError.NONE) {
                error = mapOwn(Frame.at(pages + page), UserLayout.SCRATCH + (1 + page) * UserLayout.PAGE, tables);
            }
        }
        return error;
    }

    private static KernelError mapOwn(Frame frame, long address, int tables) {
        KernelError error = frame.map(OWN, address, Rights.READ_WRITE, DATA);
        for (int table = tables; table < tables + MAX_TRIES && error == KernelError.MISSING_PAGE_TABLE; table++) {
            error = Memory.make(ObjectType.PAGE_TABLE, 0, table);
            if (error == KernelError.NONE) {
                PageTable.at(table).map(OWN, address); // refused if it is in use, and the next one is tried
                error = frame.map(OWN, address, Rights.READ_WRITE, DATA);
            }
        }
        return error;
    }

    /** Maps the segment's pages and fills them from the file. */
    static KernelError load(Process process, ProgramImage image, int segment, Bytes file) {
        long memory = image.memorySize(segment);
        long content = image.fileSize(segment);
        for (long done = 0; done < memory; done += UserLayout.PAGE) {
            long here = Math.max(0, Math.min(content - done, UserLayout.PAGE));
            KernelError error = page(process, image.address(segment) + done, image.access(segment),
                    file, image.fileOffset(segment) + done, here);
            if (error != KernelError.NONE) {
                return error;
            }
        }
        return KernelError.NONE;
    }

    /** Maps empty writable pages from {@code bottom} to {@code top}. */
    static KernelError reserve(Process process, long bottom, long top) {
        for (long address = bottom; address < top; address += UserLayout.PAGE) {
            KernelError error = page(process, address, ProgramImage.Access.READ_WRITE, null, 0, 0);
            if (error != KernelError.NONE) {
                return error;
            }
        }
        return KernelError.NONE;
    }

    /** Maps pages to read with bytes from a file, which the process cannot change. */
    static KernelError show(Process process, long address, Bytes file) {
        KernelError error = KernelError.NONE;
        for (long done = 0; done < file.size() && error == KernelError.NONE; done += UserLayout.PAGE) {
            error = page(process, address + done, ProgramImage.Access.READ, file, done, Math.min(file.size() - done, UserLayout.PAGE));
        }
        return error;
    }

    /** Maps a page to read that was made already, with bytes from a file. */
    static KernelError show(Process process, Frame frame, long address, Bytes file) {
        KernelError error = fill(frame, file, 0, file.size());
        return error == KernelError.NONE ? map(process, frame, address, ProgramImage.Access.READ) : error;
    }

    /** Maps a frame that exists already, and the tables on the way to it. */
    static KernelError map(Process process, Frame frame, long address, ProgramImage.Access access) {
        KernelError error = KernelError.MISSING_PAGE_TABLE;
        for (int i = 0; i < MAX_TRIES; i++) {
            error = tryMap(process.addressSpace(), frame, address, access);
            if (error != KernelError.MISSING_PAGE_TABLE) {
                return error;
            }
            int table = process.takeSlot();
            error = make(process, ObjectType.PAGE_TABLE, table);
            if (error == KernelError.NONE) {
                error = PageTable.at(table).map(process.addressSpace(), address);
            }
            if (error != KernelError.NONE) {
                return error;
            }
        }
        return error;
    }

    private static KernelError page(Process process, long address, ProgramImage.Access access, Bytes file, long offset, long count) {
        int slot = process.takeSlot();
        KernelError error = make(process, ObjectType.FRAME, slot);
        if (error == KernelError.NONE && count > 0) {
            error = fill(Frame.at(slot), file, offset, count);
        }
        return error == KernelError.NONE ? map(process, Frame.at(slot), address, access) : error;
    }

    private static KernelError fill(Frame frame, Bytes file, long offset, long count) {
        KernelError error = frame.map(OWN, UserLayout.SCRATCH, Rights.READ_WRITE, DATA);
        if (error != KernelError.NONE) {
            return error;
        }
        RootMemory.scratch().copyFrom(file, offset, count);
        return frame.unmap();
    }

    private static KernelError make(Process process, ObjectType type, int slot) {
        return slot == Slots.NONE
                ? KernelError.NOT_ENOUGH_MEMORY
                : process.memory().retype(type, 0, Slots.OWN, slot, 1);
    }

    private static KernelError tryMap(VSpace space, Frame frame, long address, ProgramImage.Access access) {
        return switch (access) {
            case READ -> frame.map(space, address, Rights.READ, DATA);
            case READ_WRITE -> frame.map(space, address, Rights.READ_WRITE, DATA);
            case READ_EXECUTE -> frame.map(space, address, Rights.READ, CODE);
        };
    }
}
