package peaberry.session;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Timeout;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.UntypedMemory;

/** Waits for a while: for a notification that nobody ever signals. */
final class Pause {

    private static final long SECOND = 1_000_000;

    private Capability never = Capability.NONE;

    void open() {
        never = Capability.at(OwnPages.takeSlots(1));
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        if (UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot()).retype(ObjectType.NOTIFICATION, 0, table, never.slot(), 1) != KernelError.NONE) {
            throw new IllegalStateException("there is no memory to wait with");
        }
    }

    void seconds(int count) {
        if (count > 0) {
            SystemCalls.await(never, Timeout.of(count * SECOND));
        }
    }
}
