package peaberry.kernel;

import peaberry.abi.BootInfo;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.BootMemory;
import peaberry.kernel.arch.Timer;
import peaberry.kernel.arch.Translation;

/**
 * Makes the first process: CNode, address space, stack, message buffer, boot information, the archive to read, and the
 * program's segments, laid out as {@link UserLayout} says. It gets all authority there is, as {@link BootInfo} lists it: first
 * all memory, of which the process itself is then made as everybody else makes one.
 */
final class RootProcess {

    private static final long TURN_MICROSECONDS = 5_000;
    private static final int PRIORITY = Processor.PRIORITIES - 1;
    /** Pages of the stack, buffer and boot information: those that depend on neither archive nor program. */
    static final long FIXED_PAGES = (UserLayout.STACK_TOP - UserLayout.STACK_BOTTOM) / UserLayout.PAGE + 2;
    private static final int NODE_BYTES_BITS = ObjectType.CNODE.sizeBits(BootInfo.CNODE_BITS);
    /** What the objects take that do not depend on archive and program either, and what is lost between them. */
    static final long OBJECT_BYTES = (1L << NODE_BYTES_BITS) + 16 * UserLayout.PAGE;

    private final BootPool pool;
    private final ArchiveBytes archive;
    private final ProgramImage program;
    /** Blocks of memory while there is no CNode yet: each is larger than the one before, and the last one has room for the CNode. */
    private final Slot[] blocks = new Slot[NODE_BYTES_BITS];
    /** Holds the CNode while there is no thread yet. */
    private final Slot unplaced = new Slot();

    private Processor processor;
    private CNode node;
    private int untyped;
    private CNode frames;
    private int framesUsed;
    private VSpace space;

    /** @param program opened, when {@link #start} is called, on the root program inside the archive */
    RootProcess(BootPool pool, ArchiveBytes archive, ProgramImage program) {
        this.pool = pool;
        this.archive = archive;
        this.program = program;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new Slot();
        }
    }

    /** log2 of the slots of a table that names so many frames and page tables. */
    static int frameBits(long pages) {
        return Long.SIZE - Long.numberOfLeadingZeros(pages);
    }

    /**
     * Makes the process and lets it run. There is enough memory for it.
     *
     * @param pages         how many frames and page tables it has at most
     * @param programOffset where in the archive the program's file is
     * @param bootTicks     the clock when the kernel started
     * @param memoryBytes   how much memory the machine has
     */
    void start(Processor runsOn, long pages, long programOffset, long bootTicks, long memoryBytes) {
        processor = runsOn;
        makeNode();
        frames = (CNode) make(node.slot(BootInfo.OWN_FRAMES), ObjectType.CNODE, frameBits(pages));
        Tcb thread = (Tcb) make(node.slot(BootInfo.OWN_TCB), ObjectType.TCB, 0);
        move(unplaced, thread.node);
        node.slot(BootInfo.OWN_CNODE).copy(thread.node, Rights.ALL, 0);
        space = (VSpace) make(thread.space, ObjectType.VSPACE, 0);
        node.slot(BootInfo.OWN_VSPACE).copy(thread.space, Rights.ALL, 0);
        mapArchive();
        mapStack();
        mapSegments(programOffset);
        thread.buffer.copy(map(UserLayout.MESSAGE_BUFFER, Translation.Access.READ_WRITE), Rights.ALL, 0);
        describe(bootTicks, memoryBytes);
        thread.setPriority(PRIORITY);
        thread.setMaximumPriority(PRIORITY);
        giveTime(thread);
        thread.context.start(program.entry(), UserLayout.STACK_TOP, UserLayout.BOOT_INFO);
        thread.resume();
    }

    /** Makes the CNode of memory of the largest region, and puts all memory and all controls into it. */
    private void makeNode() {
        int region = BootRegions.largest();
        int count = 0;
        do {
            pool.handOut(blocks[count], region);
        } while (blocks[count++].sizeBits() < NODE_BYTES_BITS);
        make(blocks[count - 1], unplaced, ObjectType.CNODE, BootInfo.CNODE_BITS);
        node = (CNode) unplaced.object();
        for (int block = 0; block < count; block++) {
            keep(blocks[block]);
        }
        keepRegion(region);
        for (int other = 0; other < BootMemory.regions() && !BootMemory.isDevice(other); other++) {
            keepRegion(other);
        }
        pool.giveControls(node);
    }

    /** Puts what is left of a region into the CNode, as far as there is room. */
    private void keepRegion(int region) {
        int last = (int) node.slots() - 1;
        while (BootInfo.FIRST_UNTYPED + untyped < last && pool.handOut(node.slot(last), region)) {
            keep(node.slot(last));
        }
    }

    /** Puts a block into the slots from {@link BootInfo#FIRST_UNTYPED} up, the largest first. */
    private void keep(Slot block) {
        int place = BootInfo.FIRST_UNTYPED + untyped;
        while (place > BootInfo.FIRST_UNTYPED && node.slot(place - 1).sizeBits() < block.sizeBits()) {
            move(node.slot(place - 1), node.slot(place));
            place--;
        }
        move(block, node.slot(place));
        untyped++;
    }

    private static void move(Slot from, Slot to) {
        to.take(from);
        while (!from.isEmpty()) {
            from.reduce();
        }
    }

    /** Makes an object of the smallest block that has room. */
    private KernelObject make(Slot destination, ObjectType type, int bits) {
        int block = BootInfo.FIRST_UNTYPED + untyped - 1;
        while (!Untyped.fits(node.slot(block), type.sizeBits(bits), 1)) {
            block--;
        }
        make(node.slot(block), destination, type, bits);
        return destination.object();
    }

    private void make(Slot block, Slot destination, ObjectType type, int bits) {
        while (!Untyped.isClean(block, type, bits, 1)) {
            UntypedMemory.clean(block);
        }
        Untyped.make(block, destination, type, bits, processor);
    }

    /** All time there is, in turns. */
    private void giveTime(Tcb thread) {
        SchedContext context = (SchedContext) make(node.slot(BootInfo.OWN_SCHED_CONTEXT), ObjectType.SCHED_CONTEXT, 0);
        Partition partition = (Partition) make(node.slot(BootInfo.OWN_PARTITION), ObjectType.PARTITION, 0);
        long turn = TURN_MICROSECONDS * Timer.ticksPerMicrosecond();
        context.enter(partition);
        context.budget().set(turn, turn);
        TimeWindow window = (TimeWindow) make(node.slot(BootInfo.OWN_TIME_WINDOW), ObjectType.TIME_WINDOW, 0);
        processor.addWindow(window, partition, turn, null);
        thread.bind(context);
    }

    private void mapArchive() {
        for (long offset = 0; offset < archive.size(); offset += UserLayout.PAGE) {
            while (archive.map(space, UserLayout.BOOT_ARCHIVE + offset, offset) == Translation.Outcome.MISSING_TABLE) {
                installTable(UserLayout.BOOT_ARCHIVE + offset);
            }
        }
    }

    private void mapStack() {
        for (long address = UserLayout.STACK_BOTTOM; address < UserLayout.STACK_TOP; address += UserLayout.PAGE) {
            map(address, Translation.Access.READ_WRITE);
        }
    }

    private void mapSegments(long programOffset) {
        for (int segment = 0; segment < program.segments(); segment++) {
            long source = UserLayout.BOOT_ARCHIVE + programOffset + program.fileOffset(segment);
            for (long offset = 0; offset < program.memorySize(segment); offset += UserLayout.PAGE) {
                long address = program.address(segment) + offset;
                Slot frame = map(address, Translation.Access.READ_WRITE);
                fill(address, source + offset, program.fileSize(segment) - offset);
                map(frame, address, accessOf(program.access(segment)));
            }
        }
    }

    /** Copies at most a page out of the archive, as the process sees it. */
    private void fill(long page, long source, long bytes) {
        long end = Math.min(bytes, UserLayout.PAGE);
        for (long done = 0; done < end; ) {
            done += UserMemory.copy(space, page + done, space, source + done, end - done);
        }
    }

    private static Translation.Access accessOf(ProgramImage.Access access) {
        return switch (access) {
            case READ -> Translation.Access.READ;
            case READ_WRITE -> Translation.Access.READ_WRITE;
            case READ_EXECUTE -> Translation.Access.READ_EXECUTE;
        };
    }

    /** Maps a new page of zeros. */
    private Slot map(long address, Translation.Access access) {
        Slot frame = nextFrame();
        make(frame, ObjectType.FRAME, 0);
        while (map(frame, address, access) == Translation.Outcome.MISSING_TABLE) {
            installTable(address);
        }
        return frame;
    }

    /** Maps a frame, or changes how it is mapped there. */
    private Translation.Outcome map(Slot frame, long address, Translation.Access access) {
        return space.map(frame, address, access);
    }

    private void installTable(long address) {
        Slot table = nextFrame();
        make(table, ObjectType.PAGE_TABLE, 0);
        space.install(table, address);
    }

    private Slot nextFrame() {
        framesUsed++;
        return frames.slot(framesUsed);
    }

    private void describe(long bootTicks, long memoryBytes) {
        Slot frame = map(UserLayout.BOOT_INFO, Translation.Access.READ_WRITE);
        int devices = giveDevices(BootInfo.FIRST_UNTYPED + untyped);
        tell(BootInfo.ARCHIVE_BYTES, archive.size());
        tell(BootInfo.TICKS_PER_MICROSECOND, Timer.ticksPerMicrosecond());
        tell(BootInfo.BOOT_TICKS, bootTicks);
        tell(BootInfo.MEMORY_BYTES, memoryBytes);
        tell(BootInfo.UNTYPED_COUNT, untyped);
        tell(BootInfo.DEVICE_COUNT, devices);
        tell(BootInfo.FIRST_FREE_SLOT, BootInfo.FIRST_UNTYPED + untyped + devices);
        tell(BootInfo.CNODE_SLOTS, node.slots());
        map(frame, UserLayout.BOOT_INFO, Translation.Access.READ);
    }

    /** Puts all devices' memory into the slots from {@code first} on, and tells where each block is. */
    private int giveDevices(int first) {
        int count = 0;
        for (int region = 0; region < BootMemory.regions(); region++) {
            while (BootMemory.isDevice(region) && count < BootInfo.MAX_DEVICES && first + count < node.slots()
                    && pool.handOut(node.slot(first + count), region)) {
                Slot block = node.slot(first + count);
                tell(BootInfo.DEVICES + count * 2 * Long.BYTES, block.base().value());
                tell(BootInfo.DEVICES + (count * 2 + 1) * Long.BYTES, block.sizeBits());
                count++;
            }
        }
        return count;
    }

    /** Writes a field of the boot information. */
    private void tell(int field, long value) {
        UserMemory.write(space, UserLayout.BOOT_INFO + field, value);
    }
}
