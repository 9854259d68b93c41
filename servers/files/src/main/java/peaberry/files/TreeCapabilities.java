package peaberry.files;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;

/** Makes capabilities by which others speak to the server. The last one that was made stays in a slot until the next one. */
class TreeCapabilities {

    /** The declaration's names. */
    private static final String TABLE = "table";
    private static final String SERVICE = "service";
    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);

    private CNode table = CNode.at(Capability.NONE.slot());
    private int service;
    private int slot;

    /** Finds what they are made with. @param empty a slot */
    void open(int empty) {
        slot = empty;
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, TABLE).slot());
        service = Grants.find(GrantKind.OWN_SERVICE, SERVICE).slot();
    }

    /** Makes one. */
    Capability make(int client, int use) {
        table.delete(slot);
        if (table.mint(slot, table, service, SEND, Badges.derived(client, 0, use)) != KernelError.NONE) {
            throw new IllegalStateException("the server cannot hand out its own service");
        }
        return Capability.at(slot);
    }
}
