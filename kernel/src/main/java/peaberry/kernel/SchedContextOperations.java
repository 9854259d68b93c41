package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;

/** Operations on scheduling contexts, but for the budget, which a partition gives. */
final class SchedContextOperations {

    private SchedContextOperations() {
    }

    static KernelError invoke(Slot target, Invocation operation, Arguments arguments) {
        SchedContext context = (SchedContext) target.object();
        return switch (operation) {
            case SCHED_CONTEXT_BIND -> decodeBind(context, (Tcb) arguments.object(0));
            case SCHED_CONTEXT_UNBIND -> {
                if (context.bound() != null) {
                    context.bound().unbind();
                }
                yield KernelError.NONE;
            }
            case SCHED_CONTEXT_USAGE -> {
                arguments.caller().answer(context.processor().consumed(context));
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    private static KernelError decodeBind(SchedContext context, Tcb thread) {
        if (thread.home != null || context.bound() != null) {
            return KernelError.OCCUPIED;
        }
        thread.bind(context);
        return KernelError.NONE;
    }
}
