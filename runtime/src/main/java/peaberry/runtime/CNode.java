package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/**
 * A table of capabilities. A capability's address is the index of its slot; index 0 never names one.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record CNode(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.CNODE;

    public static CNode at(int slot) {
        return new CNode(slot);
    }

    /**
     * Puts a capability derived from another one into an empty slot of this CNode. It names the same thing and never
     * allows more. Untyped memory, page tables and the I/O port control are not copied; a frame's copy is not mapped.
     *
     * @param destination index of the slot to fill
     * @param source the CNode with the capability to copy
     * @param index its slot there
     * @param rights what the copy may allow, of what the source allows
     */
    public KernelError copy(long destination, CNode source, long index, Rights rights) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_COPY, destination, source.slot(), index, rights.bits());
    }

    /**
     * As copy, and gives the copy a badge, by which whoever receives tells through which capability a message or signal
     * came. Only a capability of an endpoint or a notification that has no badge yet gets one. A CNode's capability
     * gets a guard ({@code Guard}) in its place: what the low bits of an address must be to go on in this CNode.
     *
     * @param destination index of the slot to fill
     * @param source the CNode with the capability to copy
     * @param index its slot there
     * @param rights what the copy may allow, of what the source allows
     * @param badge any number; 0 leaves the badge as it is
     */
    public KernelError mint(long destination, CNode source, long index, Rights rights, long badge) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_MINT, destination, source.slot(), index, rights.bits(), badge);
    }

    /**
     * Moves a capability to an empty slot of this CNode. Its children and its mapping go with it.
     *
     * @param destination index of the slot to fill
     * @param source the CNode with the capability to move
     * @param index its slot there
     */
    public KernelError move(long destination, CNode source, long index) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_MOVE, destination, source.slot(), index);
    }

    /**
     * Empties a slot. What was derived from its capability becomes derived from what that was derived from. An object
     * is destroyed with its last capability; whoever waits on it is told {@code ABORTED}. An empty slot stays empty. A
     * slot counts as free when the deletion has come to its end, which is also that of all deletions that others did
     * not finish.
     *
     * @param index the slot
     */
    public KernelError delete(long index) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_DELETE, index);
    }

    /**
     * Deletes every capability that was derived from the one in this slot, wherever it is; the capability itself stays.
     *
     * @param index the slot
     */
    public KernelError revoke(long index) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_REVOKE, index);
    }

    /**
     * Tells what is in a slot.
     *
     * @param index the slot
     */
    public KernelError inspect(long index) {
        return Invoke.with(Capability.at(slot), Invocation.CNODE_INSPECT, index);
    }

    /**
     * Of the {@link #inspect} just made: the {@code CapabilityType}'s ordinal; that of {@code NULL} for an empty slot.
     */
    public static long inspectType() {
        return Message.word(0);
    }

    /** Of the {@link #inspect} just made: what it allows. */
    public static long inspectRights() {
        return Message.word(1);
    }

    /** Of the {@link #inspect} just made: 0 if it has none. */
    public static long inspectBadge() {
        return Message.word(2);
    }

    /**
     * Of the {@link #inspect} just made: untyped memory: log2 of its size; CNode: slots; frame, window: address where
     * mapped, or 0; interrupt handler: line or message; I/O ports: the first.
     */
    public static long inspectDetail() {
        return Message.word(3);
    }

    /**
     * Of the {@link #inspect} just made: untyped memory: bytes handed out; frame: log2 of its size; window: bytes;
     * interrupt handler: 1 for messages; I/O ports: the last.
     */
    public static long inspectSecondDetail() {
        return Message.word(4);
    }
}
