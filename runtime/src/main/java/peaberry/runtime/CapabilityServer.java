package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.GrantKind;
import peaberry.abi.Tag;

/**
 * A server whose requests may bring capabilities. Each caller has {@link Tag#MAX_CAPABILITIES} slots for those that it brings, so that they stay
 * while the caller is kept and others are served. They are emptied when it was answered; what is wanted for longer has to be moved away.
 * The program needs its own table, also to see of which type they are before any is used: to invoke an endpoint is to send a message.
 */
public class CapabilityServer extends Server {

    /** The declaration's name for the table, or empty. */
    private final String name;
    private CNode table;
    private int firstSlot;
    /** How many capabilities each caller brought. */
    private final int[] brought;

    /**
     * @param table     the program's own
     * @param firstSlot of {@link Tag#MAX_CAPABILITIES} empty ones for each of {@code replies}
     * @see Server#Server
     */
    public CapabilityServer(Capability endpoint, int firstReply, int replies, CNode table, int firstSlot, Dispatcher... interfaces) {
        super(endpoint, firstReply, replies, interfaces);
        name = "";
        this.table = table;
        this.firstSlot = firstSlot;
        brought = new int[replies];
    }

    /**
     * Takes the slots behind everything that the program was given.
     *
     * @param table the declaration's name for the program's own ({@link GrantKind#OWN_TABLE}), which is found when the server starts
     * @see Server#Server
     */
    public CapabilityServer(Capability endpoint, int firstReply, int replies, String table, Dispatcher... interfaces) {
        super(endpoint, firstReply, replies, interfaces);
        name = table;
        this.table = CNode.at(Capability.NONE.slot());
        brought = new int[replies];
    }

    /** How many slots a server with that many reply objects takes. */
    public static int slots(int replies) {
        return replies * Tag.MAX_CAPABILITIES;
    }

    @Override
    final void attach() {
        super.attach();
        if (!name.isEmpty()) {
            table = CNode.at(Grants.find(GrantKind.OWN_TABLE, name).slot());
            firstSlot = Grants.firstFreeSlot();
        }
    }

    @Override
    final int place(int caller, int index) {
        return firstSlot + caller * Tag.MAX_CAPABILITIES + index;
    }

    @Override
    final boolean holds(int slot, CapabilityType type) {
        return Slot.holds(table, slot, type);
    }

    @Override
    final void expect(int caller) {
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            Message.expect(i, Capability.at(place(caller, i)));
        }
    }

    @Override
    final void note(int caller, int capabilities) {
        brought[caller] = capabilities;
        Message.expect(0, Capability.NONE);
    }

    @Override
    final boolean brought(int caller) {
        return brought[caller] > 0;
    }

    @Override
    final void forget(int caller) {
        for (int i = 0; i < brought[caller]; i++) {
            table.delete(place(caller, i));
        }
        brought[caller] = 0;
    }
}
