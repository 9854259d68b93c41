package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/**
 * What a {@link Slot} says, and the few ways in which that changes. What it says about memory is what memory safety rests on:
 * everybody may read it, only trusted classes write it.
 *
 * <p>A slot is filled only when it is empty: with the first capability of something, by whoever made that ({@link #hold}), with
 * one that was derived from another, or with one that moves here. It becomes empty only when it has no children, and is
 * unmapped before. To fill a slot that is not empty is a kernel bug.
 */
@Trusted
abstract sealed class Capability extends Derivation permits Slot {

    @Trusted
    CapabilityType type = CapabilityType.NULL;
    @Trusted
    Rights rights = Rights.NONE;
    @Trusted
    byte sizeBits;
    @Trusted
    boolean device;
    @Trusted
    long badge;
    @Trusted
    KernelObject object;
    @Trusted
    PhysicalAddress base = PhysicalAddress.ZERO;
    @Trusted
    long extent;
    @Trusted
    long clean;
    @Trusted
    AddressSpace space;

    /** Fills this empty slot with the first capability of memory (no object), of a control, or of an object; with all rights. */
    @Trusted
    void hold(CapabilityType kind, KernelObject named, PhysicalAddress address, int bits) {
        if (type != CapabilityType.NULL) {
            throw new IllegalStateException("a capability would be lost");
        }
        set(kind, Rights.ALL, named, address, bits);
    }

    /**
     * Fills this empty slot with a capability of the same thing, below {@code source}. Nothing happens if {@code source} is
     * empty (replacing what an object held before may have deleted it) or cannot be copied.
     */
    void copy(Slot source, Rights allowed, long mark) {
        if (isCopied(source.type)) {
            assume(source, allowed);
            badge = source.type == CapabilityType.WINDOW ? source.badge : mark;
            extent = source.space == null ? source.extent : 0;
            insert((Slot) this, source);
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

    /**
     * Fills this empty slot with what {@code source} is there to make, and puts it below: a window of an address space, the handler
     * of an interrupt, a range of ports. It names no memory. Nothing happens if nothing is made of {@code source} in this way.
     *
     * @param handler of an interrupt, else null
     * @param range   {@linkplain Slot#extent where the window starts, or the ports}
     * @param length  {@linkplain Slot#badge of the window}
     */
    void issue(Slot source, Rights allowed, IrqHandler handler, long range, long length) {
        CapabilityType kind = switch (source.type) {
            case VSPACE -> CapabilityType.WINDOW;
            case IRQ_CONTROL -> CapabilityType.IRQ_HANDLER;
            case IO_PORT_CONTROL -> CapabilityType.IO_PORT;
            default -> CapabilityType.NULL;
        };
        if (kind != CapabilityType.NULL) {
            hold(kind, source.object == null ? handler : source.object, PhysicalAddress.ZERO, 0);
            rights = source.rights.and(allowed);
            extent = range;
            badge = length;
            insert((Slot) this, source);
        }
    }

    /**
     * Moves a capability, its place in the tree and its mapping to this empty slot. From then on {@code from} is a zombie below
     * this slot, with the children that it had: {@link #reduce} it until it is empty.
     */
    void take(Slot from) {
        assume(from, from.rights);
        badge = from.badge;
        extent = from.extent;
        clean = from.clean;
        AddressSpace.moveMapping(from, (Slot) this);
        supersede(from, (Slot) this);
        from.reset(CapabilityType.ZOMBIE);
    }

    /**
     * One step towards an empty slot; the last one if there are no children. A capability that has some becomes a zombie
     * first, which allows nothing: the memory or ports that the children have may not be handed out again. Then its
     * children become children of its parent, one each step.
     */
    void reduce() {
        if (firstChild != null && type == CapabilityType.ZOMBIE) {
            handUp((Slot) this);
            return;
        }
        AddressSpace.unmap((Slot) this);
        if (firstChild != null) {
            reset(CapabilityType.ZOMBIE);
        } else {
            remove((Slot) this);
            reset(CapabilityType.NULL);
        }
    }

    /** The threads that wait at the endpoint that a capability of one names. */
    ThreadQueue waiting() {
        return Placement.at(Endpoint.class, Placement.addressOf(object)).waiting;
    }

    /** The reply that a capability of one names. */
    Reply reply() {
        return Placement.at(Reply.class, Placement.addressOf(object));
    }

    private void assume(Slot source, Rights allowed) {
        hold(source.type, source.object, source.base, source.sizeBits);
        rights = source.rights.and(allowed);
        device = source.device;
    }

    /** Takes what it says away from this slot, which is unmapped. What remains is nothing, or a zombie if there are children. */
    @Trusted
    void reset(CapabilityType remaining) {
        set(remaining, Rights.NONE, null, PhysicalAddress.ZERO, 0);
    }

    private void set(CapabilityType kind, Rights allowed, KernelObject named, PhysicalAddress address, int bits) {
        if (named != null) {
            named.count(1);
        }
        if (object != null) {
            object.count(-1);
        }
        type = kind;
        rights = allowed;
        object = named;
        base = address;
        sizeBits = (byte) bits;
        device = false;
        badge = 0;
        extent = 0;
        clean = 0;
    }
}
