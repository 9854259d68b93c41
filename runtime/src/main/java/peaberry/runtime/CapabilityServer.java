package peaberry.runtime;

import peaberry.abi.Tag;

/**
 * A server whose requests may bring capabilities. Each caller has {@link Tag#MAX_CAPABILITIES} slots for those that it brings, so that they stay
 * while the caller is kept and others are served. They are emptied when it was answered; what is wanted for longer has to be moved away.
 */
public class CapabilityServer extends Server {

    private final CNode table;
    private final int firstSlot;
    /** How many capabilities each caller brought. */
    private final int[] brought;

    /**
     * @param table     the program's own
     * @param firstSlot of {@link Tag#MAX_CAPABILITIES} empty ones for each of {@code replies}
     * @see Server#Server
     */
    public CapabilityServer(Capability endpoint, int firstReply, int replies, CNode table, int firstSlot, Dispatcher... interfaces) {
        super(endpoint, firstReply, replies, interfaces);
        this.table = table;
        this.firstSlot = firstSlot;
        brought = new int[replies];
    }

    @Override
    final int place(int caller, int index) {
        return firstSlot + caller * Tag.MAX_CAPABILITIES + index;
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
