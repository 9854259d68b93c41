package peaberry.kernel;

import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

/**
 * What a program did that cannot go on becomes a message to its thread's fault endpoint. The answer to it lets the thread go on: an
 * answer without words at the instruction that failed, any other at the address in its first word.
 */
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

    /** Whether the message in the registers of {@code handler} is a possible answer to a fault. */
    static KernelError checkAnswer(Tcb handler) {
        if (new Tag(handler.context.tag()).capabilities() != 0) {
            return KernelError.INVALID_ARGUMENT;
        }
        long address = handler.context.word(0);
        return !movesOn(handler) || address >= 0 && address < UserLayout.LIMIT ? KernelError.NONE : KernelError.RANGE_ERROR;
    }

    /** Carries out the answer of {@code handler}, which is checked; the thread is then to be woken. */
    static void answer(Tcb handler, Tcb thread) {
        if (movesOn(handler)) {
            thread.context.goOnAt(handler.context.word(0));
        }
    }

    private static boolean movesOn(Tcb handler) {
        return new Tag(handler.context.tag()).length() > 0;
    }
}
