package peaberry.root;

import peaberry.abi.ByteRange;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.LineTable;
import peaberry.abi.ObjectType;
import peaberry.abi.RootLimits;
import peaberry.abi.SystemTable;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.IoSpace;
import peaberry.runtime.SchedContext;
import peaberry.runtime.Text;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;
import peaberry.system.ProcessControl.Life;

/**
 * A process as root knows it: its place in the declaration, its memory, and the slots of root's CNode where its objects are while it lives.
 * All of these are made from the process's own untyped memory, and what it makes itself from a second block of such, so that revoking both leaves nothing
 * of the process but its endpoint, the endpoint that its faults are told to, and the memory that it keeps, which are root's and serve its next life.
 */
final class Process {

    /** Slots for the objects of a process besides its pages: these fixed ones, page tables, interrupts. */
    private static final int CNODE = 0;
    private static final int ADDRESS_SPACE = 1;
    private static final int THREAD = 2;
    private static final int BUFFER = 3;
    private static final int NOTIFICATION = 4;
    private static final int SCHED_CONTEXT = 5;
    private static final int START_PAGE = 6;
    private static final int IO_SPACE = 7;
    private static final int FIRST_OTHER = 8;

    private static final SystemTable SYSTEM = Archive.SYSTEM;

    /** Of its program; empty until the first fault is described. */
    final LineTable lines = new LineTable();
    /** What {@link #lines} reads. */
    final ByteRange lineBytes = new ByteRange();
    /** What root mapped because of its devices. */
    final RegionRows regions = new RegionRows(this);
    final ProcessRecord record = new ProcessRecord(this);

    final Text name = new Text(GrantTable.NAME_BYTES);
    /** From 1, as declared; root is 0. Also in the badge of its capabilities. */
    int number;
    boolean linesOpened;

    private Life life = Life.ABSENT;
    private int untyped;
    /** What it makes objects from itself; {@link Slots#NONE} if it is given nothing for that. */
    private int objects;
    private int endpoint;
    private int faultEndpoint;
    private int firstKept;
    private int keptPages;
    private int objectSlots;
    private int firstObject;
    private int othersTaken;
    private boolean notificationMade;

    /** Takes slots for the process of this number, and for what lasts longer. */
    KernelError reserveSlots(int number) {
        this.number = number;
        for (int i = 0; SYSTEM.nameChar(number, i) != 0; i++) {
            name.appendByte(SYSTEM.nameChar(number, i));
        }
        untyped = Slots.take();
        endpoint = Slots.take();
        faultEndpoint = Slots.take();
        objects = objectBytes() == 0 ? Slots.NONE : Slots.take();
        objectSlots = RootLimits.objectSlots(memoryBytes(), pages(GrantKind.DMA) * UserLayout.PAGE);
        firstObject = Slots.take(objectSlots);
        keptPages = pages(GrantKind.KEPT);
        firstKept = keptPages == 0 ? Slots.NONE : Slots.take(keptPages);
        return firstObject == Slots.NONE ? KernelError.INVALID_CAPABILITY : KernelError.NONE;
    }

    /** Takes what it makes objects from itself, if it is given such. */
    KernelError reserveObjects() {
        return objects == Slots.NONE ? KernelError.NONE : Memory.make(ObjectType.UNTYPED, Long.numberOfTrailingZeros(objectBytes()), objects);
    }

    /** Takes memory for everything else that it will be made from, and what outlives it. */
    KernelError reserveMemory() {
        KernelError error = Memory.make(ObjectType.UNTYPED, SYSTEM.memoryBits(number), untyped);
        for (int page = 0; page < keptPages && error == KernelError.NONE; page++) {
            error = firstKept == Slots.NONE ? KernelError.INVALID_CAPABILITY : Memory.make(ObjectType.FRAME, 0, firstKept + page);
        }
        return error;
    }

    /** How many pages it is given by rows of a kind. */
    private int pages(GrantKind kind) {
        GrantTable grants = grants();
        long bytes = 0;
        for (int row = 0; row < grants.rows(); row++) {
            bytes += grants.kind(row) == kind ? grants.first(row) : 0;
        }
        return (int) (bytes / UserLayout.PAGE);
    }

    /** Makes the endpoint that outlives the process. */
    KernelError makeEndpoint() {
        return Memory.make(ObjectType.ENDPOINT, 0, endpoint);
    }

    /** Says where its faults are told. @param hearer root's slot with an endpoint */
    KernelError tellFaultsTo(int hearer) {
        return Slots.mintOnce(faultEndpoint, hearer, Badges.FAULT | number);
    }

    /** Destroys everything that was made from the process's memory. Who waits for its answer hears that it will not come. */
    void destroy() {
        Slots.OWN.revoke(untyped);
        if (objects != Slots.NONE) {
            Slots.OWN.revoke(objects);
        }
        othersTaken = 0;
        notificationMade = false;
        life = Life.ABSENT;
        Trace.endOf(number);
        record.clearFunction();
        regions.clear();
    }

    /** Takes over what a root before this one had made. What was half made or half destroyed goes; its supervisor has it made anew. */
    void adopt() {
        if (threadState() != ThreadState.INACTIVE) {
            life = Life.LAUNCHED;
            othersTaken = objectSlots - FIRST_OTHER;
            while (othersTaken > 0 && !Slots.isFilled(firstObject + FIRST_OTHER + othersTaken - 1)) {
                othersTaken--;
            }
        } else {
            destroy();
        }
    }

    void begin() {
        life = Life.MADE;
        record.countLife();
    }

    void launched() {
        life = Life.LAUNCHED;
    }

    /** How far it has come, as root made it, and as the kernel says of its thread. */
    Life life() {
        if (life != Life.LAUNCHED) {
            return life;
        }
        return switch (threadState()) {
            case FAULTED -> Life.FAILED;
            case INACTIVE -> Life.STOPPED;
            default -> Life.LAUNCHED;
        };
    }

    /** {@link ThreadState#INACTIVE} if there is no thread. */
    private ThreadState threadState() {
        return thread().usage() == KernelError.NONE ? ThreadState.of((int) ThreadControl.usageState()) : ThreadState.INACTIVE;
    }

    boolean exists() {
        return life != Life.ABSENT;
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
        return othersTaken < objectSlots - FIRST_OTHER ? firstObject + FIRST_OTHER + othersTaken++ : Slots.NONE;
    }

    /** Root's slot with the page of its memory at an address; {@link Slots#NONE} if there is none. */
    int pageAt(long address) {
        for (int slot = firstObject; slot < firstObject + FIRST_OTHER + othersTaken; slot++) {
            if (Slots.OWN.inspect(slot) == KernelError.NONE && Inspected.isFrameAt(address & -UserLayout.PAGE)) {
                return slot;
            }
        }
        return Slots.NONE;
    }

    int priority() {
        return SYSTEM.priority(number);
    }

    /** Bytes that everything about it is made from. */
    long memoryBytes() {
        return 1L << SYSTEM.memoryBits(number);
    }

    /** Bytes that it makes objects from itself. */
    long objectBytes() {
        GrantTable grants = grants();
        int row = grants.find(GrantKind.MEMORY);
        return row == GrantTable.NO_ROW ? 0 : 1L << grants.first(row);
    }

    /** Bytes that outlive it. */
    long keptBytes() {
        return keptPages * UserLayout.PAGE;
    }

    /** Root's slot with the first page that outlives it; the others follow. */
    int firstKept() {
        return firstKept;
    }

    /** How many slots its own table has. */
    int slots() {
        return 1 << SYSTEM.tableBits(number);
    }

    /** What it is given; valid until this is asked of another process. */
    GrantTable grants() {
        return SYSTEM.grants(number);
    }

    UntypedMemory memory() {
        return UntypedMemory.at(untyped);
    }

    /** What it makes objects from itself, all of it. */
    UntypedMemory objects() {
        return UntypedMemory.at(objects);
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

    Frame startPage() {
        return Frame.at(firstObject + START_PAGE);
    }

    /** What its PCI function can do to memory. */
    IoSpace ioSpace() {
        return IoSpace.at(firstObject + IO_SPACE);
    }

    Capability notification() {
        return Capability.at(firstObject + NOTIFICATION);
    }

    /** Whether a slot of root's CNode is one of this process's. */
    boolean uses(int slot) {
        return slot == untyped || slot != Slots.NONE && slot == objects || slot == endpoint || slot == faultEndpoint
                || slot >= firstObject && slot < firstObject + objectSlots || slot >= firstKept && slot < firstKept + keptPages;
    }

    /** Root's slot with the endpoint that the process serves. */
    int endpoint() {
        return endpoint;
    }

    Capability faultEndpoint() {
        return Capability.at(faultEndpoint);
    }
}
