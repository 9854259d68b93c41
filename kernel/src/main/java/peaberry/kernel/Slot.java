package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.kernel.arch.Ports;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;

/**
 * A place for one capability, in a CNode, a thread or an interrupt handler.
 *
 * <p>A capability names an object, or memory, or a range of ports, and says what its holder may do with it. Capabilities
 * of memory keep base, size and use right here, because plain memory has no room for a record of its own. Each
 * non-empty slot has its place in the derivation tree. How a slot changes, {@link Capability} says; this class is what there is
 * to read.
 */
@Footprint(128)
final class Slot extends Capability {

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

    /** The capability from which this one was made, or null. */
    Slot parent() {
        return parent;
    }

    /** The first of the capabilities that were made from this one, or null. */
    Slot firstChild() {
        return firstChild;
    }

    /** The next child of the same parent, or null. */
    Slot next() {
        return next;
    }

    /** The previous child of the same parent, or null if this is the first. */
    Slot previous() {
        return previous;
    }

    /** Derives a window on a range into this empty slot; nothing happens if {@code seen} is no address space. */
    void openWindow(Slot seen, long address, long length, Rights allowed) {
        if (seen.type == CapabilityType.VSPACE) {
            issue(seen, allowed, null, address, length);
        }
    }

    /** Derives the handler of an interrupt line into this empty slot; nothing happens if {@code control} cannot. */
    void issueHandler(Slot control, IrqHandler handler) {
        if (control.type == CapabilityType.IRQ_CONTROL) {
            issue(control, Rights.ALL, handler, 0, 0);
        }
    }

    /** Derives a range of ports into this empty slot; nothing happens if {@code control} cannot or these are no ports. */
    void issuePorts(Slot control, long first, long last) {
        if (control.type == CapabilityType.IO_PORT_CONTROL && Ports.exist(first, last)) {
            issue(control, Rights.ALL, null, first << PortRange.FIRST_SHIFT | last, 0);
        }
    }
}
