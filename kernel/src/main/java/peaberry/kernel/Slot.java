package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * A place for one capability, in a CNode, a thread or an interrupt handler.
 *
 * <p>A capability names an object, or memory, or a range of ports, and says what its holder may do with it. Capabilities
 * of memory keep base, size and use right here, because plain memory has no room for a record of its own. Each
 * non-empty slot has its place in the derivation tree, and leaves it only when it becomes empty, unmapped before.
 *
 * <p>What a slot says about memory is what memory safety rests on: everybody may read it, only trusted classes write it.
 * To fill a slot that is not empty is a kernel bug.
 */
@Trusted
@Footprint(128)
final class Slot extends Derivation {

    private CapabilityType type = CapabilityType.NULL;
    private Rights rights = Rights.NONE;
    private byte sizeBits;
    private boolean device;
    private long badge;
    private KernelObject object;
    private PhysicalAddress base = PhysicalAddress.ZERO;
    private long extent;
    private long clean;

    private AddressSpace space;

    /** Frame and page table: the neighbours in the list of the address space. Only {@link MappedSlots} writes these. */
    Slot nextMapped;
    Slot previousMapped;

    /** The thread that runs in the address space which this slot names, if it is a thread's own slot; else null. */
    Tcb runs;

    boolean isEmpty() {
        return type == CapabilityType.NULL;
    }

    CapabilityType type() {
        return type;
    }

    Rights rights() {
        return rights;
    }

    /** Untyped memory, frame: log2 of its size. */
    int sizeBits() {
        return sizeBits;
    }

    /**
     * Untyped memory, frame: whether it is a device's. Such memory is mapped uncached, and the kernel never reads or
     * writes it: it is not cleared, holds no objects and no messages, and windows do not reach it.
     */
    boolean isDevice() {
        return device;
    }

    /**
     * Endpoint and notification: what tells the receiver through which capability a message came; 0 if unbadged. Window: its
     * length in bytes.
     */
    long badge() {
        return badge;
    }

    /** The object named; null for memory, controls and ports. */
    KernelObject object() {
        return object;
    }

    /** The threads that wait at the endpoint that a capability of one names. */
    ThreadQueue waiting() {
        return Placement.at(Endpoint.class, Placement.addressOf(object)).waiting;
    }

    /** The reply that a capability of one names. */
    Reply reply() {
        return Placement.at(Reply.class, Placement.addressOf(object));
    }

    /** Untyped memory, frame, page table: its address. VSpace: the address of the root table. */
    PhysicalAddress base() {
        return base;
    }

    /** Untyped memory: the bytes from the base on up to where, but for those that are handed out, all are zero. */
    long clean() {
        return clean;
    }

    /**
     * Untyped memory: bytes handed out, from the base on. Frame and page table: the address where mapped, while
     * {@link #space} is not null. Window: the address where it starts. I/O ports: the first and the last one, see {@link PortRange}.
     */
    long extent() {
        return extent;
    }

    /** Frame and page table: where it is mapped, or null. */
    AddressSpace space() {
        return space;
    }

    /** Fills an empty slot with the first capability of memory (no object), of a control, or of an object; with all rights. */
    @Trusted
    void hold(CapabilityType kind, KernelObject named, PhysicalAddress address, int bits) {
        fill(kind, Rights.ALL, named, address, bits);
    }

    /** Fills an empty slot with the first capability of a device's memory; with all rights. @param kind untyped or frame */
    @Trusted
    void holdDevice(CapabilityType kind, PhysicalAddress address, int bits) {
        fill(kind, Rights.ALL, null, address, bits);
        device = true;
    }

    /**
     * Fills this slot, which is empty, with a capability derived from {@code source}. Nothing happens if {@code source} is
     * empty (replacing what an object held before may have deleted it) or cannot be copied.
     */
    void copy(Slot source, Rights allowed, long mark) {
        if (isCopied(source.type)) {
            fill(source.type, source.rights.and(allowed), source.object, source.base, source.sizeBits);
            badge = source.type == CapabilityType.WINDOW ? source.badge : mark;
            device = source.device;
            extent = source.space == null ? source.extent : 0;
            insert(this, source);
        }
    }

    /**
     * Whether there may be several capabilities of one thing of this type. Untyped memory and a page table each have one
     * state; the control of I/O ports knows the ranges in use by its children.
     */
    static boolean isCopied(CapabilityType kind) {
        return switch (kind) {
            case NULL, ZOMBIE, UNTYPED, PAGE_TABLE, IO_PORT_CONTROL -> false;
            default -> true;
        };
    }

    /** Derives a window on a range into this empty slot; nothing happens if {@code seen} is no address space. */
    void openWindow(Slot seen, long address, long length, Rights allowed) {
        if (seen.type == CapabilityType.VSPACE) {
            fill(CapabilityType.WINDOW, seen.rights.and(allowed), seen.object, seen.base, 0);
            extent = address;
            badge = length;
            insert(this, seen);
        }
    }

    /** Derives the handler of an interrupt line into this empty slot; nothing happens if {@code control} cannot. */
    void issue(Slot control, IrqHandler handler) {
        if (control.type == CapabilityType.IRQ_CONTROL) {
            hold(CapabilityType.IRQ_HANDLER, handler, PhysicalAddress.ZERO, 0);
            insert(this, control);
        }
    }

    /**
     * Moves a capability, its place in the tree and its mapping to this empty slot. From then on {@code from} is empty, or,
     * if it has children, a zombie below this slot: {@link #reduce} it until it is empty.
     */
    void take(Slot from) {
        fill(from.type, from.rights, from.object, from.base, from.sizeBits);
        badge = from.badge;
        device = from.device;
        extent = from.extent;
        clean = from.clean;
        AddressSpace.moveMapping(from, this);
        supersede(from, this);
        from.reset(CapabilityType.ZOMBIE);
        if (from.firstChild() == null) {
            from.reduce();
        }
    }

    /**
     * One step towards an empty slot; the last one if there are no children. A capability that has some becomes a zombie
     * first, which allows nothing: the memory or ports that the children have may not be handed out again. Then its
     * children become children of its parent, one each step.
     */
    void reduce() {
        if (firstChild() == null) {
            AddressSpace.unmap(this);
            remove(this);
            reset(CapabilityType.NULL);
        } else if (type != CapabilityType.ZOMBIE) {
            AddressSpace.unmap(this);
            reset(CapabilityType.ZOMBIE);
        } else {
            handUp(this);
        }
    }

    /** Untyped memory and ports: what is handed out. Frame and page table: where it is mapped. */
    @Trusted
    void setExtent(long value) {
        extent = value;
    }

    @Trusted
    void setClean(long bytes) {
        clean = bytes;
    }

    @Trusted
    void setSpace(AddressSpace where) {
        space = where;
    }

    private void fill(CapabilityType kind, Rights allowed, KernelObject named, PhysicalAddress address, int bits) {
        if (type != CapabilityType.NULL) {
            throw new IllegalStateException("a capability would be lost");
        }
        type = kind;
        rights = allowed;
        object = named;
        base = address;
        sizeBits = (byte) bits;
        if (named != null) {
            named.count(1);
        }
    }

    private void reset(CapabilityType remaining) {
        if (object != null) {
            object.count(-1);
        }
        type = remaining;
        rights = Rights.NONE;
        object = null;
        device = false;
        base = PhysicalAddress.ZERO;
        sizeBits = 0;
        badge = 0;
        extent = 0;
        clean = 0;
    }
}
