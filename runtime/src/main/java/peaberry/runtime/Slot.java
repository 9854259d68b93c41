package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.KernelError;

/** What is in a slot, as the kernel tells it to whoever has the table. */
public final class Slot {

    private Slot() {
    }

    /**
     * Whether a slot has a capability of this type. It stays so until the program itself changes the slot, or the capability is revoked. To be asked
     * before a capability of somebody else's is used, which {@link CapabilityServer} does for what requests bring. It is a system call.
     */
    public static boolean holds(CNode table, int slot, CapabilityType type) {
        return table.inspect(slot) == KernelError.NONE && CNode.inspectType() == type.ordinal();
    }
}
