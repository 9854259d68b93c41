package peaberry.kernel;

import peaberry.abi.DeviceFault;

/** The first thing that a device tried and may not, until it is told; {@link DeviceFault#NONE} if there was nothing. */
final class FaultRecord {

    private DeviceFault kind = DeviceFault.NONE;
    private long address;
    private int reason;

    /** Keeps a fault, if there is none yet. */
    void keep(DeviceFault what, long page, int number) {
        if (kind == DeviceFault.NONE) {
            kind = what;
            address = page;
            reason = number;
        }
    }

    /** Tells the fault as words of an answer, and forgets it. */
    void tell(Tcb asker) {
        asker.answer(kind.ordinal(), address, reason);
        forget();
    }

    /** There is no fault any more. */
    void forget() {
        kind = DeviceFault.NONE;
        address = 0;
        reason = 0;
    }
}
