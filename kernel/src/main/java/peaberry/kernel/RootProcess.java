package peaberry.kernel;

import peaberry.abi.BootInfo;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Timer;
import peaberry.kernel.arch.Translation;

/**
 * Makes the first process: CNode, address space, stack, message buffer, boot information, the archive to read, and the
 * program's segments, laid out as {@link UserLayout} says. It gets all authority there is, as {@link BootInfo} lists it.
 */
final class RootProcess {

    private static final long TURN_MICROSECONDS = 5_000;
    private static final int PRIORITY = Processor.PRIORITIES - 1;
    /** Objects, stack, buffer, boot information and their page tables: all that does not depend on the archive. */
    static final long FIXED_BYTES = (1L << ObjectType.CNODE.sizeBits(BootInfo.CNODE_BITS))
            + (1L << ObjectType.VSPACE.sizeBits(0)) + UserLayout.STACK_TOP - UserLayout.STACK_BOTTOM
            + 20 * UserLayout.PAGE;

    private final BootPool pool;
    private final ArchiveBytes archive;
    private final ProgramImage program;

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
        Tcb thread = pool.makeProcess(processor);
        mapStack();
        mapSegments(programOffset);
        mapArchive();
        mapZeros(UserLayout.MESSAGE_BUFFER, Translation.Access.READ_WRITE);
        pool.holdPage(thread.buffer);
        mapZeros(UserLayout.BOOT_INFO, Translation.Access.READ);
        describe((CNode) thread.node.object(), bootTicks, memoryBytes);
        thread.setPriority(PRIORITY);
        thread.setMaximumPriority(PRIORITY);
        giveTime(processor, thread, (CNode) thread.node.object());
        thread.context.start(program.entry(), UserLayout.STACK_TOP, UserLayout.BOOT_INFO);
        thread.resume();
    }

    /** All time there is, in turns. */
    private static void giveTime(Processor processor, Tcb thread, CNode node) {
        SchedContext context = (SchedContext) node.slot(BootInfo.OWN_SCHED_CONTEXT).object();
        Partition partition = (Partition) node.slot(BootInfo.OWN_PARTITION).object();
        long turn = TURN_MICROSECONDS * Timer.ticksPerMicrosecond();
        context.enter(partition);
        context.budget().set(turn, turn);
        processor.addWindow((TimeWindow) node.slot(BootInfo.OWN_TIME_WINDOW).object(), partition, turn, null);
        thread.bind(context);
    }

    private void mapStack() {
        for (long address = UserLayout.STACK_BOTTOM; address < UserLayout.STACK_TOP; address += UserLayout.PAGE) {
            mapZeros(address, Translation.Access.READ_WRITE);
        }
    }

    private void mapSegments(long programOffset) {
        for (int segment = 0; segment < program.segments(); segment++) {
            long fromFile = program.fileSize(segment);
            for (long offset = 0; offset < program.memorySize(segment); offset += UserLayout.PAGE) {
                pool.map(program.address(segment) + offset, accessOf(program.access(segment)), archive,
                        programOffset + program.fileOffset(segment) + offset, fromFile - offset);
            }
        }
    }

    private void mapZeros(long address, Translation.Access access) {
        pool.map(address, access, archive, 0, 0);
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
            pool.mapArchive(UserLayout.BOOT_ARCHIVE + offset, archive, offset);
        }
    }

    /** Fills the page of boot information, which was taken last. */
    private void describe(CNode node, long bootTicks, long memoryBytes) {
        int untyped = handOut(node);
        pool.writePage(BootInfo.ARCHIVE_BYTES, archive.size());
        pool.writePage(BootInfo.TICKS_PER_MICROSECOND, Timer.ticksPerMicrosecond());
        pool.writePage(BootInfo.BOOT_TICKS, bootTicks);
        pool.writePage(BootInfo.MEMORY_BYTES, memoryBytes);
        pool.writePage(BootInfo.UNTYPED_COUNT, untyped);
        int devices = handOutDevices(node, BootInfo.FIRST_UNTYPED + untyped);
        pool.writePage(BootInfo.DEVICE_COUNT, devices);
        pool.writePage(BootInfo.FIRST_FREE_SLOT, BootInfo.FIRST_UNTYPED + untyped + devices);
        pool.writePage(BootInfo.CNODE_SLOTS, node.slots());
    }

    /** Puts all devices' memory into the slots from {@code first} on. */
    private int handOutDevices(CNode node, int first) {
        int count = 0;
        while (count < BootInfo.MAX_DEVICES && first + count < node.slots() - 1 && pool.handOutDevice(node.slot(first + count), count)) {
            count++;
        }
        return count;
    }

    /** Puts all memory that is left into the slots from {@link BootInfo#FIRST_UNTYPED} up, the largest block first. */
    private int handOut(CNode node) {
        int last = (int) node.slots() - 1;
        int next = BootInfo.FIRST_UNTYPED;
        while (next < last && pool.handOut(node.slot(last))) {
            Slot block = node.slot(last);
            int place = next;
            while (place > BootInfo.FIRST_UNTYPED && node.slot(place - 1).sizeBits() < block.sizeBits()) {
                move(node.slot(place - 1), node.slot(place));
                place--;
            }
            move(block, node.slot(place));
            next++;
        }
        return next - BootInfo.FIRST_UNTYPED;
    }

    /** Moves a capability that has no children. */
    private static void move(Slot from, Slot to) {
        to.take(from);
        from.reduce();
    }
}
