package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/** A table of capabilities. @param slot where the program holds it */
@Unboxed
public record CNode(int slot) {

    public static CNode at(int slot) {
        return new CNode(slot);
    }

    /** Copies {@code from} of the table {@code source} into the empty {@code destination} of this one. */
    public KernelError copy(int destination, CNode source, int from, Rights rights) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_COPY, destination, source.slot, from, rights.bits());
    }

    /** As {@link #copy}, and the copy carries {@code badge}. */
    public KernelError mint(int destination, CNode source, int from, Rights rights, long badge) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_MINT,
                destination, source.slot, from, rights.bits(), badge);
    }

    /** Moves the capability in {@code from} of the table {@code source} to the empty {@code destination} of this one. */
    public KernelError move(int destination, CNode source, int from) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_MOVE, destination, source.slot, from);
    }

    /** Empties a slot. */
    public KernelError delete(int index) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_DELETE, index);
    }

    /** Deletes everything that was derived from the capability in {@code index}; the capability itself stays. */
    public KernelError revoke(int index) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_REVOKE, index);
    }

    /** Answers words as {@link Invocation#CNODE_INSPECT} says. */
    public KernelError inspect(int index) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_INSPECT, index);
    }
}
