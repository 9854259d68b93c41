package peaberry.kernel;

import peaberry.abi.FaultKind;
import peaberry.abi.ThreadState;

/** What a program did that cannot go on becomes a message to its thread's fault endpoint. */
final class Faults {

    private Faults() {
    }

    /** Stops the running thread and reports it; without a fault endpoint it just stays stopped. */
    static void raise(Tcb thread, FaultKind kind, long detail, long errorCode) {
        raise(thread, thread.faultEndpoint, kind, detail, errorCode);
    }

    /** The same for another handler. @param handler a slot with the capability of an endpoint, or empty */
    static void raise(Tcb thread, Slot handler, FaultKind kind, long detail, long errorCode) {
        thread.fault = kind;
        thread.faultDetail = detail;
        thread.faultCode = errorCode;
        thread.state = ThreadState.FAULTED;
        if (!handler.isEmpty()) {
            ((Endpoint) handler.object()).send(thread, handler.badge(), Delivery.FAULT);
        }
    }
}
