package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Region;
import peaberry.runtime.RootMemory;
import peaberry.system.Traces;

/**
 * Where somebody stands between a process and its server, if anywhere: in the process's slot is a capability for the endpoint of the one who stands there, with a badge that
 * says whose it is. In the ledger, so that a root that starts anew knows of it, and in the slot also of the process's next life.
 */
final class Trace {

    private static final Region LEDGER = RootMemory.ledger();
    private static final int NOBODY = 0;
    /** The process in between, the client, its slot, and the number of the trace. */
    private static final int BETWEEN = Ledger.TRACE;
    private static final int CLIENT = Ledger.TRACE + 4;
    private static final int SLOT = Ledger.TRACE + 8;
    private static final int NUMBER = Ledger.TRACE + 12;

    /** The client's own capability, for who stands in between. */
    private static int original;

    private Trace() {
    }

    /** Takes the slot for what the one in between is given. */
    static void prepare() {
        original = Slots.take();
    }

    static boolean isOn() {
        return LEDGER.int32(BETWEEN) != NOBODY;
    }

    static int number() {
        return LEDGER.int32(NUMBER);
    }

    static Capability original() {
        return Capability.at(original);
    }

    /** Begins. @param client a process @param slot of its table, where a capability for a server is @param server its number @param place of the interface */
    static KernelError begin(int between, int client, int slot, int server, int place) {
        Slots.OWN.delete(original);
        KernelError error = Slots.OWN.mint(original, Slots.OWN, Processes.endpointOf(server), Grants.SEND, Badges.of(client, place));
        if (error != KernelError.NONE) {
            return error;
        }
        LEDGER.setInt32(NUMBER, number() % Traces.MAX_NUMBER + 1);
        LEDGER.setInt32(CLIENT, client);
        LEDGER.setInt32(SLOT, slot);
        LEDGER.setInt32(BETWEEN, between);
        Process process = Processes.at(client);
        return empty(process, slot) ? connect(process, slot) : KernelError.NONE;
    }

    /** Ends, if somebody stands anywhere: the client has its own capability again. */
    static void end() {
        if (isOn()) {
            Process process = Processes.at(LEDGER.int32(CLIENT));
            int slot = LEDGER.int32(SLOT);
            if (empty(process, slot)) {
                process.table().copy(slot, Slots.OWN, original, Grants.SEND);
            }
            LEDGER.setInt32(BETWEEN, NOBODY); // at last: a root that fails before that ends it again
        }
    }

    /** Ends if it is this process that stands in between. */
    static void endOf(int process) {
        if (LEDGER.int32(BETWEEN) == process) {
            end();
        }
    }

    /** Whether somebody stands between a process and what it has in this slot. */
    static boolean isAt(Process client, int slot) {
        return isOn() && LEDGER.int32(CLIENT) == client.number && LEDGER.int32(SLOT) == slot;
    }

    /** Gives the client the capability for who stands in between, in the empty slot. */
    static KernelError connect(Process client, int slot) {
        return client.table().mint(slot, Slots.OWN, Processes.endpointOf(LEDGER.int32(BETWEEN)), Grants.SEND,
                Badges.derived(client.number, Traces.FORWARDED, number()));
    }

    /** Empties a slot of a process. @return whether there is such a process now */
    private static boolean empty(Process process, int slot) {
        boolean exists = Slots.isFilled(process.table().slot());
        if (exists) {
            process.table().delete(slot);
        }
        return exists;
    }
}
