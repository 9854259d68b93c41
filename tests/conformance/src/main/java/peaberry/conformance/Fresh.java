package peaberry.conformance;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.Grants;
import peaberry.runtime.Message;
import peaberry.runtime.Workspace;

/**
 * The objects of one case: each is made anew from memory, in a slot of its own, and all are gone when the case is over. Methods
 * that make one answer its slot, or 0, with the case failed, if the kernel refuses.
 */
final class Fresh {

    /** What can be made in one case: 4 MiB. */
    static final int MEMORY_BITS = 22;

    private static final int END = 1 << 10;
    /** Pages of the workspace below belong to actors. */
    private static final int FIRST_PAGE = 64;

    /** Memory that is made to be invoked: a page. */
    private static final int SMALL_BITS = 12;
    private static final int SMALL_TABLE_BITS = 4;

    private static int memory;
    /** Slots below are the suite's own. */
    private static int first;
    private static int next;
    private static int firstPage = FIRST_PAGE;
    private static int page = firstPage;

    private Fresh() {
    }

    /** Takes over the slots behind what the suite was given. */
    static void begin() {
        first = Grants.firstFreeSlot();
        next = first;
    }

    /** From now on everything is made from this untyped memory; what was made before stays for good. */
    static void useMemory(int slot) {
        memory = slot;
        first = next;
        firstPage = page;
    }

    /** The untyped memory from which everything is made. */
    static int memory() {
        return memory;
    }

    /** An empty slot. */
    static int slot() {
        return slots(1);
    }

    /** The first of some empty slots in a row. */
    static int slots(int count) {
        Check.that(next + count <= END, "there are slots left");
        next += count;
        return next - count;
    }

    static int endpoint() {
        return make(ObjectType.ENDPOINT, 0);
    }

    static int notification() {
        return make(ObjectType.NOTIFICATION, 0);
    }

    static int reply() {
        return make(ObjectType.REPLY, 0);
    }

    static int schedContext() {
        return make(ObjectType.SCHED_CONTEXT, 0);
    }

    static int partition() {
        return make(ObjectType.PARTITION, 0);
    }

    static int timeWindow() {
        return make(ObjectType.TIME_WINDOW, 0);
    }

    static int thread() {
        return make(ObjectType.TCB, 0);
    }

    static int frame() {
        return make(ObjectType.FRAME, 0);
    }

    static int pageTable() {
        return make(ObjectType.PAGE_TABLE, 0);
    }

    static int addressSpace() {
        return make(ObjectType.VSPACE, 0);
    }

    /** @param bits log2 of its slots */
    static int table(int bits) {
        return make(ObjectType.CNODE, bits);
    }

    /** @param bits log2 of its bytes */
    static int untyped(int bits) {
        return make(ObjectType.UNTYPED, bits);
    }

    static int make(ObjectType type, int bits) {
        int slot = slot();
        Check.done(retype(memory, type, bits, slot, 1), "making an object of the case");
        return slot;
    }

    static KernelError retype(int untyped, ObjectType type, int bits, int first, int count) {
        return Kernel.call(untyped, Invocation.UNTYPED_RETYPE, type.ordinal(), bits, Own.table(), first, count);
    }

    /** Something of this type to invoke. Controls cannot be made: they are the suite's own. */
    static int of(CapabilityType type) {
        return switch (type) {
            case UNTYPED -> untyped(SMALL_BITS);
            case CNODE -> table(SMALL_TABLE_BITS);
            case TCB -> thread();
            case ENDPOINT -> endpoint();
            case NOTIFICATION -> notification();
            case REPLY -> reply();
            case VSPACE -> addressSpace();
            case PAGE_TABLE -> pageTable();
            case FRAME -> frame();
            case IO_SPACE -> make(ObjectType.IO_SPACE, 0);
            case IO_SPACE_CONTROL -> Own.deviceControl();
            case IRQ_CONTROL -> Own.interruptControl();
            case IRQ_HANDLER -> InterruptLine.handler();
            case IO_PORT_CONTROL -> Own.portControl();
            case IO_PORT -> PortRange.fresh();
            case SCHED_CONTEXT -> schedContext();
            case PARTITION -> partition();
            case PARTITION_CONTROL -> Own.partitionControl();
            case TIME_WINDOW -> timeWindow();
            case WINDOW -> window();
            case NULL, ZOMBIE -> slot();
        };
    }

    private static int window() {
        int slot = slot();
        Check.done(Kernel.call(addressSpace(), Invocation.VSPACE_MAKE_WINDOW, Workspace.address(0), 1, Rights.ALL.bits(), Own.table(), slot),
                "making a window of the case");
        return slot;
    }

    /** The address of a page of the workspace where nothing is mapped. */
    static long page() {
        Check.that(page < Workspace.PAGES, "there are pages left");
        return Workspace.address(page++);
    }

    /** Maps a frame where the suite can read and write it. @return where */
    static long map(int frame) {
        long address = page();
        Actor.mapIn(Own.addressSpace(), frame, address, Rights.READ.or(Rights.WRITE).bits(), 0);
        return address;
    }

    /** Eight bytes of the workspace. */
    static long read(long address) {
        return Workspace.memory().int64(address - Workspace.address(0));
    }

    static void write(long address, long value) {
        Workspace.memory().setInt64(address - Workspace.address(0), value);
    }

    /** A copy of what is in a slot. */
    static int copy(int source, Rights rights) {
        int slot = slot();
        Check.done(Kernel.call(Own.table(), Invocation.CNODE_COPY, slot, Own.table(), source, rights.bits()), "copying a capability of the case");
        return slot;
    }

    /** A copy with a badge. */
    static int mint(int source, Rights rights, long badge) {
        int slot = slot();
        Check.done(Kernel.call(Own.table(), Invocation.CNODE_MINT, slot, Own.table(), source, rights.bits(), badge), "minting a capability of the case");
        return slot;
    }

    static KernelError delete(int slot) {
        return Kernel.call(Own.table(), Invocation.CNODE_DELETE, slot);
    }

    static KernelError revoke(int slot) {
        return Kernel.call(Own.table(), Invocation.CNODE_REVOKE, slot);
    }

    /** Asks about a slot; the answer is in {@link Message}. */
    static KernelError inspect(int slot) {
        return Kernel.call(Own.table(), Invocation.CNODE_INSPECT, slot);
    }

    /** Whether there is a capability in the slot. */
    static boolean isThere(int slot) {
        return inspect(slot) == KernelError.NONE && Message.word(0) != 0;
    }

    /** Destroys everything that the case has made. */
    static void clear() {
        revoke(memory);
        for (int slot = first; slot < next; slot++) {
            delete(slot);
        }
        next = first;
        page = firstPage;
    }
}
