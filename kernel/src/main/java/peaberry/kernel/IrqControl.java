package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.kernel.arch.Interrupts;
import peaberry.kernel.arch.MessageInterrupts;

/** The authority over all interrupts: makes the handler of a line that has none, and of a PCI function's messages. */
final class IrqControl {

    private IrqControl() {
    }

    static KernelError invoke(Slot control, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case IRQ_CONTROL_ISSUE -> decodeIssue(control, arguments);
            case IRQ_CONTROL_ISSUE_MESSAGE -> decodeIssueMessage(control, arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: line, CNode, slot. */
    private static KernelError decodeIssue(Slot control, Arguments arguments) {
        long line = arguments.word(0);
        if (line < 0 || line >= Math.min(Interrupts.lines(), LineHandler.MAX_LINES)) {
            return KernelError.RANGE_ERROR;
        }
        CNode node = (CNode) arguments.object(1);
        KernelError wrong = CNodeOperations.checkEmpty(node, arguments.word(2));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        LineHandler handler = arguments.caller().processor().lineHandlers[(int) line];
        if (handler.capabilities() != 0) {
            return KernelError.OCCUPIED;
        }
        node.slot(arguments.word(2)).issueHandler(control, handler);
        return KernelError.NONE;
    }

    /** Parameters: function, CNode, slot. Answers what the function is to write, and where. */
    private static KernelError decodeIssueMessage(Slot control, Arguments arguments) {
        long function = arguments.word(0);
        if (function < 0 || function >= PciBuses.FUNCTIONS) {
            return KernelError.RANGE_ERROR;
        }
        CNode node = (CNode) arguments.object(1);
        KernelError wrong = CNodeOperations.checkEmpty(node, arguments.word(2));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        MessageHandler handler = freeHandler(arguments.caller().processor());
        if (handler == null) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        handler.settleOn((int) function);
        node.slot(arguments.word(2)).issueHandler(control, handler);
        arguments.caller().answer(MessageInterrupts.address(handler.number()), MessageInterrupts.data(handler.number()));
        return KernelError.NONE;
    }

    /** A handler that nobody has; null if there is none. */
    private static MessageHandler freeHandler(Processor processor) {
        for (int number = 0; number < Math.min(MessageInterrupts.count(), MessageHandler.MAX_MESSAGES); number++) {
            if (processor.messageHandlers[number].capabilities() == 0) {
                return processor.messageHandlers[number];
            }
        }
        return null;
    }
}
