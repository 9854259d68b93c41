package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;

/**
 * A CALL on the capability of a kernel object: the label says which operation. {@link Arguments} checks what {@link Invocation}
 * declares about it. Then the object's own file checks the rest (an error has changed nothing) and acts, which cannot fail.
 */
final class Invocations {

    private Invocations() {
    }

    /** Performs what the caller's message asks of the object, and answers. @param target not empty */
    static void invoke(Tcb caller, Slot target) {
        Tag tag = new Tag(caller.context.tag());
        Arguments arguments = caller.processor().arguments;
        KernelError refused = arguments.decode(caller, target, tag);
        if (refused == KernelError.NONE) {
            caller.succeed();
            refused = perform(target, Invocation.of(tag.label()), arguments);
        }
        arguments.clear();
        if (refused != KernelError.NONE && refused != KernelError.INTERRUPTED) {
            caller.fail(refused);
        }
    }

    private static KernelError perform(Slot target, Invocation operation, Arguments arguments) {
        return switch (target.type()) {
            case UNTYPED -> Untyped.invoke(target, operation, arguments);
            case CNODE -> CNodeOperations.invoke(target, operation, arguments);
            case TCB -> TcbOperations.invoke(target, operation, arguments);
            case FRAME -> Frame.invoke(target, operation, arguments);
            case PAGE_TABLE -> PageTable.invoke(target, operation, arguments);
            case IRQ_CONTROL -> IrqControl.invoke(target, operation, arguments);
            case IRQ_HANDLER -> IrqHandler.invoke(target, operation, arguments);
            case IO_PORT_CONTROL -> IoPort.invokeControl(target, operation, arguments);
            case IO_SPACE -> IoSpaceOperations.invoke(target, operation, arguments);
            case IO_SPACE_CONTROL -> IoSpaceOperations.invokeControl(operation, arguments);
            case IO_PORT -> IoPort.invoke(target, operation, arguments);
            case SCHED_CONTEXT -> SchedContextOperations.invoke(target, operation, arguments);
            case PARTITION -> PartitionOperations.invoke(target, operation, arguments);
            case PARTITION_CONTROL -> PartitionOperations.invokeControl(operation, arguments);
            case VSPACE -> Window.make(target, arguments);
            case WINDOW -> Window.invoke(target, operation, arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }
}
