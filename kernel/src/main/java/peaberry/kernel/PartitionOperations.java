package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.kernel.arch.Timer;

/** Operations on partitions and on the cycle of their windows. Whoever may write to a partition gives out its time. */
final class PartitionOperations {

    /** A shorter budget or window would be used up by the kernel's own work. In microseconds. */
    private static final long SHORTEST = 50;
    /** More than an hour, in microseconds. */
    private static final long LONGEST = 1L << 32;

    private PartitionOperations() {
    }

    static KernelError invoke(Slot target, Invocation operation, Arguments arguments) {
        return operation == Invocation.PARTITION_CONFIGURE
                ? decodeConfigure((Partition) target.object(), (SchedContext) arguments.object(0), arguments.word(1), arguments.word(2))
                : KernelError.ILLEGAL_OPERATION;
    }

    private static KernelError decodeConfigure(Partition partition, SchedContext context, long budget, long period) {
        if (budget < SHORTEST || period < budget || period > LONGEST) {
            return KernelError.RANGE_ERROR;
        }
        boolean moves = context.partition() != null && context.partition() != partition;
        if (moves && (context.bound() != null || context.borrowers() != null)) {
            return KernelError.OCCUPIED;
        }
        commitConfigure(partition, context, budget * Timer.ticksPerMicrosecond(), period * Timer.ticksPerMicrosecond());
        return KernelError.NONE;
    }

    private static void commitConfigure(Partition partition, SchedContext context, long budget, long period) {
        Processor processor = context.processor();
        processor.settle();
        if (context.partition() != partition) {
            context.enter(partition);
        }
        context.budget().set(budget, period);
        processor.refilled(context);
    }

    static KernelError invokeControl(Invocation operation, Arguments arguments) {
        TimeWindow window = (TimeWindow) arguments.object(0);
        return switch (operation) {
            case PARTITION_CONTROL_ADD_WINDOW -> {
                Slot after = arguments.capability(3);
                yield decodeAddWindow(window, (Partition) arguments.object(1), arguments.word(2),
                        after == null ? null : (TimeWindow) after.object());
            }
            case PARTITION_CONTROL_REMOVE_WINDOW -> decodeRemoveWindow(window);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    private static KernelError decodeAddWindow(TimeWindow window, Partition partition, long length, TimeWindow after) {
        if (length < SHORTEST || length > LONGEST) {
            return KernelError.RANGE_ERROR;
        }
        if (window.isInCycle()) {
            return KernelError.OCCUPIED;
        }
        if (after != null && !after.isInCycle()) {
            return KernelError.INVALID_ARGUMENT;
        }
        partition.processor().addWindow(window, partition, length * Timer.ticksPerMicrosecond(), after);
        return KernelError.NONE;
    }

    private static KernelError decodeRemoveWindow(TimeWindow window) {
        if (!window.isInCycle()) {
            return KernelError.INVALID_ARGUMENT;
        }
        window.partition().processor().removeWindow(window);
        return KernelError.NONE;
    }
}
