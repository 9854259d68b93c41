package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.kernel.arch.Interrupts;

/** The authority over all interrupt lines: makes the handler of a line that has none. */
final class IrqControl {

    private IrqControl() {
    }

    static KernelError invoke(Slot control, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case IRQ_CONTROL_ISSUE -> decodeIssue(control, arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: line, CNode, slot. */
    private static KernelError decodeIssue(Slot control, Arguments arguments) {
        long line = arguments.word(0);
        if (line < 0 || line >= Math.min(Interrupts.lines(), IrqHandler.MAX_LINES)) {
            return KernelError.RANGE_ERROR;
        }
        CNode node = (CNode) arguments.object(1);
        KernelError wrong = CNodeOperations.checkEmpty(node, arguments.word(2));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        IrqHandler handler = arguments.caller().processor().irqHandlers[(int) line];
        if (handler.capabilities() != 0) {
            return KernelError.OCCUPIED;
        }
        node.slot(arguments.word(2)).issue(control, handler);
        return KernelError.NONE;
    }
}
