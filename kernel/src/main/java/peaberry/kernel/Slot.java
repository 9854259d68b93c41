package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;

/**
 * A place for one capability, in a CNode, a thread or an interrupt handler.
 *
 * <p>A capability names an object, or memory, or a range of ports, and says what its holder may do with it. Capabilities
 * of memory keep base, size and use right here, because plain memory has no room for a record of its own. Each
 * non-empty slot has its place in the derivation tree, see {@link Derivation}.
 */
@Footprint(128)
final class Slot {

    CapabilityType type = CapabilityType.NULL;
    Rights rights = Rights.NONE;
    /** Untyped memory: log2 of its size. */
    int sizeBits;
    /** Endpoint and notification: what tells the receiver through which capability a message came; 0 if unbadged. */
    long badge;
    /** The object named; null for memory, controls and ports. */
    KernelObject object;
    /** Untyped memory, frame, page table: its address. VSpace: the address of the root table. */
    PhysicalAddress base = PhysicalAddress.ZERO;
    /**
     * Untyped memory: bytes handed out, from the base on. Frame and page table: the address where mapped, while
     * {@link #space} is set. I/O ports: the first and the last one, see {@link IoPort}.
     */
    long extent;

    /** The derivation tree: only {@link Derivation} writes these. */
    Slot parent;
    Slot firstChild;
    Slot next;
    Slot previous;

    /** Frame and page table: where it is mapped, and its neighbours in the list of that address space. */
    VSpace space;
    Slot nextMapped;
    Slot previousMapped;

    /** The thread that runs in the address space which this slot names, if it is a thread's own slot; else null. */
    Tcb runs;

    boolean isEmpty() {
        return type == CapabilityType.NULL;
    }

    /** Fills an empty slot with the first capability of an object, with all rights. */
    void hold(CapabilityType kind, KernelObject named) {
        type = kind;
        rights = Rights.ALL;
        object = named;
        named.capabilities++;
    }

    /** Fills an empty slot with the first capability of memory or of a control, with all rights. */
    void holdMemory(CapabilityType kind, PhysicalAddress address, int bits) {
        type = kind;
        rights = Rights.ALL;
        base = address;
        sizeBits = bits;
    }

    /** Fills this empty slot with what {@code source} names, but not with its mapping. */
    void assign(Slot source, Rights allowed, long mark) {
        type = source.type;
        rights = allowed;
        sizeBits = source.sizeBits;
        badge = mark;
        object = source.object;
        base = source.base;
        extent = source.space == null ? source.extent : 0;
        if (object != null) {
            object.capabilities++;
        }
    }

    /** Makes the slot empty. The derivation tree and the object's count are the caller's business. */
    void reset() {
        type = CapabilityType.NULL;
        rights = Rights.NONE;
        sizeBits = 0;
        badge = 0;
        object = null;
        base = PhysicalAddress.ZERO;
        extent = 0;
    }
}
