package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.kernel.arch.Interrupts;
import peaberry.kernel.arch.UserContext;

/** The authority over all interrupt lines: makes the handler of a line that has none. */
final class IrqControl {

    private IrqControl() {
    }

    static KernelError invoke(Tcb caller, Slot control, Invocation operation, int length) {
        if (operation != Invocation.IRQ_CONTROL_ISSUE) {
            return KernelError.ILLEGAL_OPERATION;
        }
        UserContext arguments = caller.context;
        if (length < 3) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!control.rights().include(Rights.WRITE)) {
            return KernelError.MISSING_RIGHT;
        }
        long line = arguments.word(0);
        if (line < 0 || line >= Math.min(Interrupts.lines(), IrqHandler.MAX_LINES)) {
            return KernelError.RANGE_ERROR;
        }
        KernelError wrong = CNodeOperations.checkDestination(caller, arguments.word(1), arguments.word(2));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        IrqHandler handler = caller.processor().irqHandlers[(int) line];
        if (handler.capabilities() != 0) {
            return KernelError.OCCUPIED;
        }
        CNodeOperations.destination(caller, arguments.word(1), arguments.word(2)).issue(control, handler);
        return KernelError.NONE;
    }
}
