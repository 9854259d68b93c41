package peaberry.tty;

import peaberry.abi.CapabilityType;
import peaberry.abi.KernelError;
import peaberry.abi.Outcome;
import peaberry.abi.Timeout;
import peaberry.process.ProcessGroupClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Slot;

/** The programs in front of the terminal, if there are any. */
final class Foreground {

    /** With whoever that is: microseconds. One that takes longer is there no more. */
    private static final Timeout PATIENCE = Timeout.of(500_000);

    private final ProcessGroupClient group = new ProcessGroupClient(Capability.NONE);
    private CNode table = CNode.at(Capability.NONE.slot());
    private int slot;
    private boolean isThere;

    /** @param table the program's own @param slot an empty one */
    void open(CNode table, int slot) {
        this.table = table;
        this.slot = slot;
        group.connect(Capability.at(slot));
        group.setPatience(PATIENCE);
    }

    /** Takes over the capability that came with a request. @return whether it is one of an endpoint */
    boolean set(Capability control) {
        if (!Slot.holds(table, control.slot(), CapabilityType.ENDPOINT)) {
            return false;
        }
        clear();
        isThere = table.move(slot, table, control.slot()) == KernelError.NONE;
        return isThere;
    }

    void clear() {
        table.delete(slot);
        isThere = false;
    }

    /** Whether there are any. */
    boolean isThere() {
        return isThere;
    }

    void interrupt() {
        if (isThere && group.interrupt() == Outcome.UNREACHABLE) {
            clear();
        }
    }

    void stop() {
        if (isThere && group.stop() == Outcome.UNREACHABLE) {
            clear();
        }
    }
}
