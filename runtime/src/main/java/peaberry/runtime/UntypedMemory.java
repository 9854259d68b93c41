package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.machine.Unboxed;

/**
 * Memory that kernel objects are made from.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record UntypedMemory(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.UNTYPED;

    public static UntypedMemory at(int slot) {
        return new UntypedMemory(slot);
    }

    /**
     * Makes objects of one type in memory that was not handed out yet, and puts their first capabilities, with all
     * rights, into empty slots in a row. They are derived from the memory's capability: to revoke it is to get the
     * memory back. Memory without children starts afresh. Of a device's memory only frames and untyped memory are made,
     * and it is not cleared.
     *
     * @param type what to make
     * @param bits untyped memory: log2 of its size in bytes, 6 to 47; CNode: log2 of its slots, 1 to 16; else ignored
     * @param node where the capabilities go
     * @param first index of the first slot
     * @param count how many objects, 1 to 8; VSpaces: 1 or 2
     */
    public KernelError retype(ObjectType type, long bits, CNode node, long first, long count) {
        return Invoke.with(Capability.at(slot), Invocation.UNTYPED_RETYPE, type.ordinal(), bits, node.slot(), first, count);
    }

    /** Tells how much of the memory was handed out. */
    public KernelError usage() {
        return Invoke.with(Capability.at(slot), Invocation.UNTYPED_USAGE);
    }

    /** Of the {@link #usage} just made: log2 of its size in bytes. */
    public static long usageBits() {
        return Message.word(0);
    }

    /** Of the {@link #usage} just made: bytes handed out, with those left out to align objects. */
    public static long usageUsed() {
        return Message.word(1);
    }
}
