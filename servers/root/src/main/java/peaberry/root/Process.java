package peaberry.root;

import peaberry.abi.ByteRange;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.LineTable;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.SystemTable;
import peaberry.abi.SystemTable.Restart;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.SchedContext;
import peaberry.runtime.Text;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;

/**
 * A process as root knows it: its place in the declaration, its memory, and the slots of root's CNode where its objects are while it lives.
 * All of these are made from the process's own untyped memory, so that revoking it leaves nothing of the process but
 * its endpoint and the endpoint that its faults are told to, which are root's and serve its next life.
 */
final class Process {

    /** Slots for the objects of a process: some fixed ones, then pages, page tables and interrupts. */
    private static final int OBJECT_SLOTS = 256;

    private static final int CNODE = 0;
    private static final int ADDRESS_SPACE = 1;
    private static final int THREAD = 2;
    private static final int BUFFER = 3;
    private static final int NOTIFICATION = 4;
    private static final int SCHED_CONTEXT = 5;
    private static final int FIRST_OTHER = 6;

    private static final SystemTable SYSTEM = Archive.SYSTEM;

    final CrashHistory crashes = new CrashHistory();
    /** Of its program; empty until the first fault is described. */
    final LineTable lines = new LineTable();
    /** What {@link #lines} reads. */
    final ByteRange lineBytes = new ByteRange();

    final Text name = new Text(GrantTable.NAME_BYTES);
    /** From 1, as declared; root is 0. Also in the badge of its capabilities. */
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
    private int othersTaken;
    private boolean notificationMade;

    /** Takes slots, and memory for everything that the process of this number will be made from. */
    KernelError reserveMemory(int number) {
        this.number = number;
        for (int i = 0; SYSTEM.nameChar(number, i) != 0; i++) {
            name.appendByte(SYSTEM.nameChar(number, i));
        }
        untyped = Slots.take();
        endpoint = Slots.take();
        faultEndpoint = Slots.take();
        firstObject = Slots.take(OBJECT_SLOTS);
        return firstObject == Slots.NONE
                ? KernelError.INVALID_CAPABILITY
                : Memory.make(ObjectType.UNTYPED, SYSTEM.memoryBits(number), untyped);
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
        othersTaken = 0;
        notificationMade = false;
        running = false;
    }

    /** Makes the notification that is bound to its thread. */
    KernelError makeNotification() {
        KernelError error = memory().retype(ObjectType.NOTIFICATION, 0, Slots.OWN, notification().slot(), 1);
        notificationMade = error == KernelError.NONE;
        return notificationMade ? thread().bindNotification(notification()) : error;
    }

    boolean hasNotification() {
        return notificationMade;
    }

    /** A slot of root's for one more of its objects, until the process is destroyed; {@link Slots#NONE} if there is none left. */
    int takeSlot() {
        return othersTaken < OBJECT_SLOTS - FIRST_OTHER ? firstObject + FIRST_OTHER + othersTaken++ : Slots.NONE;
    }

    int priority() {
        return SYSTEM.priority(number);
    }

    /** Bytes that everything about it is made from. */
    long memoryBytes() {
        return 1L << SYSTEM.memoryBits(number);
    }

    /** How many slots its own table has. */
    int slots() {
        return 1 << SYSTEM.tableBits(number);
    }

    Restart policy() {
        return SYSTEM.restart(number);
    }

    /** What it is given; valid until this is asked of another process. */
    GrantTable grants() {
        return SYSTEM.grants(number);
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

    Capability notification() {
        return Capability.at(firstObject + NOTIFICATION);
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
