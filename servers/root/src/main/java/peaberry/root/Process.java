package peaberry.root;

import peaberry.abi.ByteRange;
import peaberry.abi.KernelError;
import peaberry.abi.LineTable;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.SchedContext;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;

/**
 * A process as root knows it: its plan, its memory, and the slots of root's CNode where its objects are while it lives.
 * All of these are made from the process's own untyped memory, so that revoking it leaves nothing of the process but
 * its endpoint and the endpoint that its faults are told to, which are root's and serve its next life.
 */
final class Process {

    /** Slots for the objects of a process: some fixed ones, then pages and page tables. */
    private static final int OBJECT_SLOTS = 256;

    private static final int CNODE = 0;
    private static final int ADDRESS_SPACE = 1;
    private static final int THREAD = 2;
    private static final int BUFFER = 3;
    private static final int NOTIFICATION = 4;
    private static final int BADGED_NOTIFICATION = 5;
    private static final int SCHED_CONTEXT = 6;
    private static final int FIRST_PAGE = 7;

    final CrashHistory crashes = new CrashHistory();
    /** Of its program; empty until the first fault is described. */
    final LineTable lines = new LineTable();
    /** What {@link #lines} reads. */
    final ByteRange lineBytes = new ByteRange();

    ProcessPlan plan;
    /** From 1; root is 0. Also the badge of its capabilities. */
    int number;
    /** How many times it was started, but for the first. */
    int restarts;
    boolean running;
    /** Its next fault was asked for. */
    boolean crashExpected;
    boolean linesOpened;

    private int untyped;
    private int endpoint;
    private int faultEndpoint;
    private int firstObject;
    private int pagesTaken;

    /** Takes slots, and memory for everything that the process will be made from. */
    KernelError reserveMemory(ProcessPlan plan, int number) {
        this.plan = plan;
        this.number = number;
        untyped = Slots.take();
        endpoint = Slots.take();
        faultEndpoint = Slots.take();
        firstObject = Slots.take(OBJECT_SLOTS);
        return firstObject == Slots.NONE
                ? KernelError.INVALID_CAPABILITY
                : Memory.make(ObjectType.UNTYPED, plan.memoryBits(), untyped);
    }

    /** Makes the endpoints that outlive the process. @param rootEndpoint where root hears of its faults */
    KernelError makeEndpoints(int rootEndpoint) {
        KernelError error = Memory.make(ObjectType.ENDPOINT, 0, endpoint);
        return error == KernelError.NONE
                ? Slots.OWN.mint(faultEndpoint, Slots.OWN, rootEndpoint, Rights.ALL, Badges.FAULT | number)
                : error;
    }

    /** Destroys everything that was made from the process's memory. Who waits for its answer hears that it will not come. */
    void destroy() {
        Slots.OWN.revoke(untyped);
        pagesTaken = 0;
        running = false;
    }

    /** A slot for a page or a page table, until the process is destroyed; {@link Slots#NONE} if there is none left. */
    int takePageSlot() {
        return pagesTaken < OBJECT_SLOTS - FIRST_PAGE ? firstObject + FIRST_PAGE + pagesTaken++ : Slots.NONE;
    }

    UntypedMemory memory() {
        return UntypedMemory.at(untyped);
    }

    CNode table() {
        return CNode.at(firstObject + CNODE);
    }

    VSpace addressSpace() {
        return VSpace.at(firstObject + ADDRESS_SPACE);
    }

    ThreadControl thread() {
        return ThreadControl.at(firstObject + THREAD);
    }

    SchedContext context() {
        return SchedContext.at(firstObject + SCHED_CONTEXT);
    }

    Frame buffer() {
        return Frame.at(firstObject + BUFFER);
    }

    int notification() {
        return firstObject + NOTIFICATION;
    }

    int badgedNotification() {
        return firstObject + BADGED_NOTIFICATION;
    }

    /** Whether a slot of root's CNode is one of this process's. */
    boolean uses(int slot) {
        return slot == untyped || slot == endpoint || slot == faultEndpoint
                || slot >= firstObject && slot < firstObject + OBJECT_SLOTS;
    }

    /** Root's slot with the endpoint that the process serves. */
    int endpoint() {
        return endpoint;
    }

    Capability faultEndpoint() {
        return Capability.at(faultEndpoint);
    }
}
