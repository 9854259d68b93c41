package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;

/** Ports that no device has. */
final class PortRange {

    static final int FIRST = 0x300;
    static final int LAST = 0x307;

    private PortRange() {
    }

    /** A capability of them. */
    static int fresh() {
        int slot = Fresh.slot();
        Check.done(issue(FIRST, LAST, slot), "issuing ports");
        return slot;
    }

    static KernelError issue(long first, long last, int slot) {
        return Kernel.call(Own.portControl(), Invocation.IO_PORT_CONTROL_ISSUE, first, last, Own.table(), slot);
    }
}
