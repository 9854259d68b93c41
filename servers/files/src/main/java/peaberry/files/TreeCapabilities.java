package peaberry.files;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;

/** Makes capabilities by which others speak to the server. The last one that was made stays in a slot until the next one. */
final class TreeCapabilities {

    /** The declaration's name. */
    private static final String SERVICE = "service";
    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);

    private final String tableName;
    private CNode table = CNode.at(Capability.NONE.slot());
    private int service;
    private int slot;

    /** @param table the declaration's name for the program's own */
    TreeCapabilities(String table) {
        tableName = table;
    }

    /** Finds what they are made with. @param empty a slot */
    void open(int empty) {
        slot = empty;
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, tableName).slot());
        Capability own = Grants.find(GrantKind.OWN_SERVICE, SERVICE);
        if (own.isNone()) {
            throw new IllegalStateException("there is no service to hand out");
        }
        service = own.slot();
    }

    /** Makes one, the {@link #last}. */
    void make(int client, int epoch) {
        table.delete(slot);
        if (table.mint(slot, table, service, SEND, Badges.derived(client, 0, epoch)) != KernelError.NONE) {
            throw new IllegalStateException("the server cannot hand out its own service");
        }
    }

    Capability last() {
        return Capability.at(slot);
    }
}
