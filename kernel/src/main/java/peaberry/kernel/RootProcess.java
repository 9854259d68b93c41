package peaberry.kernel;

import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Timer;
import peaberry.kernel.arch.Translation;
import peaberry.machine.PhysicalAddress;

/**
 * Makes the first process: CNode, address space, stack, message buffer, boot information, the archive to read, and the
 * program's segments, laid out as {@link UserLayout} says. It gets all authority there is, as {@link BootInfo} lists it.
 */
final class RootProcess {

    private static final int PRIORITY = Processor.PRIORITIES - 1;
    /** Objects, stack, buffer, boot information and their page tables: all that does not depend on the archive. */
    static final long FIXED_BYTES = (1L << ObjectType.CNODE.sizeBits(BootInfo.CNODE_BITS))
            + (1L << ObjectType.VSPACE.sizeBits(0)) + UserLayout.STACK_TOP - UserLayout.STACK_BOTTOM
            + 16 * UserLayout.PAGE;

    private final BootPool pool;
    private final ArchiveBytes archive;
    private final ProgramImage program;
    private PhysicalAddress space = PhysicalAddress.ZERO;

    /** @param program opened, when {@link #start} is called, on the root program inside the archive */
    RootProcess(BootPool pool, ArchiveBytes archive, ProgramImage program) {
        this.pool = pool;
        this.archive = archive;
        this.program = program;
    }

    /**
     * Makes the process and lets it run. The pool has enough memory for it.
     *
     * @param programOffset where in the archive the program's file is
     * @param bootTicks     the clock when the kernel started
     * @param memoryBytes   how much memory the machine has
     */
    void start(Processor processor, long programOffset, long bootTicks, long memoryBytes) {
        Tcb thread = pool.makeThread(processor);
        pool.make(thread.node, ObjectType.CNODE, BootInfo.CNODE_BITS, processor);
        pool.make(thread.space, ObjectType.VSPACE, 0, processor);
        space = thread.space.base;
        CNode node = (CNode) thread.node.object;
        grant(node, thread);
        mapStack();
        mapSegments(programOffset);
        mapArchive();
        thread.buffer.holdMemory(CapabilityType.FRAME, map(UserLayout.MESSAGE_BUFFER, Translation.Access.READ_WRITE),
                ObjectType.FRAME.sizeBits(0));
        map(UserLayout.BOOT_INFO, Translation.Access.READ);
        describe(node, bootTicks, memoryBytes);
        thread.setPriority(PRIORITY);
        thread.context.start(program.entry(), UserLayout.STACK_TOP, UserLayout.BOOT_INFO);
        thread.resume();
    }

    private static void grant(CNode node, Tcb thread) {
        node.slot(BootInfo.OWN_CNODE).hold(CapabilityType.CNODE, node);
        node.slot(BootInfo.OWN_VSPACE).hold(CapabilityType.VSPACE, thread.space.object);
        node.slot(BootInfo.OWN_VSPACE).base = thread.space.base;
        node.slot(BootInfo.OWN_TCB).hold(CapabilityType.TCB, thread);
        node.slot(BootInfo.IRQ_CONTROL).holdMemory(CapabilityType.IRQ_CONTROL, PhysicalAddress.ZERO, 0);
        node.slot(BootInfo.IO_PORT_CONTROL).holdMemory(CapabilityType.IO_PORT_CONTROL, PhysicalAddress.ZERO, 0);
    }

    private void mapStack() {
        for (long address = UserLayout.STACK_BOTTOM; address < UserLayout.STACK_TOP; address += UserLayout.PAGE) {
            map(address, Translation.Access.READ_WRITE);
        }
    }

    private void mapSegments(long programOffset) {
        for (int segment = 0; segment < program.segments(); segment++) {
            long fromFile = program.fileSize(segment);
            for (long offset = 0; offset < program.memorySize(segment); offset += UserLayout.PAGE) {
                map(program.address(segment) + offset, accessOf(program.access(segment)));
                long bytes = Math.max(0, Math.min(fromFile - offset, UserLayout.PAGE));
                pool.fillPage(archive, programOffset + program.fileOffset(segment) + offset, bytes);
            }
        }
    }

    private static Translation.Access accessOf(ProgramImage.Access access) {
        return switch (access) {
            case READ -> Translation.Access.READ;
            case READ_WRITE -> Translation.Access.READ_WRITE;
            case READ_EXECUTE -> Translation.Access.READ_EXECUTE;
        };
    }

    private void mapArchive() {
        for (long offset = 0; offset < archive.size(); offset += UserLayout.PAGE) {
            long address = UserLayout.BOOT_ARCHIVE + offset;
            makeTables(address);
            Translation.map(space, address, archive.page(offset), Translation.Access.READ);
        }
    }

    /** Maps a new page, which is then the pool's last one. */
    private PhysicalAddress map(long address, Translation.Access access) {
        makeTables(address);
        PhysicalAddress page = pool.takePage();
        Translation.map(space, address, page, access);
        return page;
    }

    private void makeTables(long address) {
        while (Translation.wantsTable(space, address)) {
            Translation.install(space, address, pool.takePage());
        }
    }

    /** Fills the page of boot information, which was taken last. */
    private void describe(CNode node, long bootTicks, long memoryBytes) {
        int untyped = pool.handOut(node, BootInfo.FIRST_UNTYPED);
        pool.writePage(BootInfo.ARCHIVE_BYTES, archive.size());
        pool.writePage(BootInfo.TICKS_PER_MICROSECOND, Timer.ticksPerMicrosecond());
        pool.writePage(BootInfo.BOOT_TICKS, bootTicks);
        pool.writePage(BootInfo.MEMORY_BYTES, memoryBytes);
        pool.writePage(BootInfo.UNTYPED_COUNT, untyped);
        pool.writePage(BootInfo.FIRST_FREE_SLOT, BootInfo.FIRST_UNTYPED + untyped);
        pool.writePage(BootInfo.CNODE_SLOTS, node.slots());
    }
}
