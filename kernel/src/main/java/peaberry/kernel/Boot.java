package peaberry.kernel;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.PanicConsole;

/**
 * Decides whether this machine can be started, and says in one sentence why not. What the archive contains is checked
 * before anything is made from it.
 */
final class Boot {

    private static final long MIB = 1 << 20;
    /** What the root process gets at least for its own work. */
    private static final long WORKING_MEMORY = 2 * MIB;
    /** Bytes that one page table of the lowest level covers. */
    private static final long TABLE_REACH = 2 * MIB;

    private final BootPool pool = new BootPool();
    private final ArchiveBytes bytes = new ArchiveBytes();
    private final BootArchive archive = new BootArchive();
    private final ByteRange file = new ByteRange();
    private final ProgramImage program = new ProgramImage();
    private final RootProcess root = new RootProcess(pool, bytes, program);

    /** Makes the root process and lets it run, or refuses, which does not return. */
    void run(Processor processor) {
        long start = Ticks.now();
        bytes.open();
        if (!isArchiveSound() || !isRootSound() || !isMemoryEnough()) {
            return;
        }
        int entry = archive.find("root", BootArchive.Kind.PROGRAM);
        root.start(processor, pagesNeeded(), archive.offset(entry), start, BootRegions.total() + bytes.size());
    }

    private boolean isArchiveSound() {
        if (bytes.size() == 0) {
            return refuse("the loader gave no boot archive");
        }
        if (!bytes.isPageAligned()) {
            return refuse("the loader put the boot archive where no page starts");
        }
        BootArchive.Problem problem = archive.open(bytes);
        return problem == BootArchive.Problem.NONE || refuse(problem.text());
    }

    private boolean isRootSound() {
        int entry = archive.find("root", BootArchive.Kind.PROGRAM);
        if (entry < 0) {
            return refuse("the boot archive has no program named root");
        }
        archive.show(entry, file);
        ProgramImage.Problem problem = program.open(file);
        if (problem == ProgramImage.Problem.NONE) {
            return true;
        }
        PanicConsole.print("Peaberry cannot start: the program root in the boot archive is bad: ");
        PanicConsole.print(problem.text());
        PanicConsole.print(".\r\n");
        PanicConsole.die();
        return false;
    }

    private boolean isMemoryEnough() {
        long needed = bytesNeeded();
        long most = BootRegions.mostInARow();
        if (needed <= most) {
            return true;
        }
        long end = Math.max(BootRegions.end(), bytes.end());
        PanicConsole.print("Peaberry needs at least ");
        PanicConsole.print(mebibytes(end + needed - most));
        PanicConsole.print(" MiB of memory; this machine has ");
        PanicConsole.print(mebibytes(end));
        PanicConsole.print(" MiB.\r\n");
        PanicConsole.die();
        return false;
    }

    /** What the root process is made of, and some memory to work with. */
    private long bytesNeeded() {
        long pages = pagesNeeded();
        return WORKING_MEMORY + RootProcess.OBJECT_BYTES + pages * UserLayout.PAGE
                + (1L << ObjectType.CNODE.sizeBits(RootProcess.frameBits(pages)));
    }

    /** Frames and page tables of the root process, the tables guessed high. */
    private long pagesNeeded() {
        long pages = RootProcess.FIXED_PAGES + 2 * tables(0) + tables(bytes.size());
        for (int segment = 0; segment < program.segments(); segment++) {
            long size = program.memorySize(segment);
            pages += size / UserLayout.PAGE + 1 + tables(size);
        }
        return pages;
    }

    private static long tables(long mappedBytes) {
        return mappedBytes / TABLE_REACH + 5;
    }

    private static long mebibytes(long bytes) {
        return (bytes + MIB - 1) / MIB;
    }

    private static boolean refuse(String reason) {
        PanicConsole.print("Peaberry cannot start: ");
        PanicConsole.print(reason);
        PanicConsole.print(".\r\n");
        PanicConsole.die();
        return false;
    }
}
