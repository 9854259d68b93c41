package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.kernel.arch.Timer;

/** Operations on partitions and on their cycle. Whoever may write to a partition gives out its time. */
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
        return operation == Invocation.PARTITION_CONTROL_SET_WINDOW
                ? decodeSetWindow((Partition) arguments.object(0), arguments.word(1))
                : KernelError.ILLEGAL_OPERATION;
    }

    private static KernelError decodeSetWindow(Partition partition, long length) {
        if (length != 0 && (length < SHORTEST || length > LONGEST)) {
            return KernelError.RANGE_ERROR;
        }
        Processor processor = partition.processor();
        processor.removeWindow(partition);
        if (length != 0) {
            processor.addWindow(partition, length * Timer.ticksPerMicrosecond());
        }
        return KernelError.NONE;
    }
}
