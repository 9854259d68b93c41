package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;

/**
 * A CALL on the capability of a kernel object: the label says which operation. Each kind of object has a file with its
 * operations, which check all arguments first (an error has changed nothing) and then act, which cannot fail.
 */
final class Invocations {

    private Invocations() {
    }

    /** Performs what the caller's message asks of the object, and answers. @param target not empty */
    static void invoke(Tcb caller, Slot target) {
        Tag tag = new Tag(caller.context.tag());
        if (!Invocation.isOrdinal(tag.label())) {
            caller.fail(KernelError.ILLEGAL_OPERATION);
            return;
        }
        KernelError refused = tag.capabilities() != 0 || tag.length() > Tag.MAX_LENGTH
                ? KernelError.INVALID_ARGUMENT
                : perform(caller, target, Invocation.of(tag.label()), tag.length());
        if (refused != KernelError.NONE) {
            caller.fail(refused);
        }
    }

    private static KernelError perform(Tcb caller, Slot target, Invocation operation, int length) {
        caller.succeed();
        return switch (target.type()) {
            case UNTYPED -> Untyped.invoke(caller, target, operation, length);
            case CNODE -> CNodeOperations.invoke(caller, target, operation, length);
            case TCB -> TcbOperations.invoke(caller, target, operation, length);
            case FRAME -> Frame.invoke(caller, target, operation, length);
            case PAGE_TABLE -> PageTable.invoke(caller, target, operation, length);
            case IRQ_CONTROL -> IrqControl.invoke(caller, target, operation, length);
            case IRQ_HANDLER -> IrqHandler.invoke(caller, target, operation, length);
            case IO_PORT_CONTROL -> IoPort.invokeControl(caller, target, operation, length);
            case IO_PORT -> IoPort.invoke(caller, target, operation, length);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }
}
