package peaberry.runtime;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Timeout;

/** Waits for a while: for a notification that nobody ever signals, made from the memory that the process makes objects from. */
public final class Pause {

    private Capability never = Capability.NONE;

    /** Nothing can be waited for before {@link #open}. */
    public Pause() {
        // Every field is as it should be.
    }

    /** Makes what is waited for. It takes one of the process's slots, and fails with an {@link IllegalStateException} if there is no memory. */
    public void open() {
        never = Capability.at(OwnPages.takeSlots(1));
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        if (UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot()).retype(ObjectType.NOTIFICATION, 0, table, never.slot(), 1) != KernelError.NONE) {
            throw new IllegalStateException("there is no memory to wait with");
        }
    }

    /** @param count 0 or less not to wait; what is more than a timeout can say is as long as it can */
    public void microseconds(long count) {
        if (count > 0) {
            SystemCalls.await(never, Timeout.of(count));
        }
    }
}
