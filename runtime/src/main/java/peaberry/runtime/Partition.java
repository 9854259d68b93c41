package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * A share of the processor's time: what belongs to it runs only in its time windows, which follow each other in a
 * cycle.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record Partition(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.PARTITION;

    public static Partition at(int slot) {
        return new Partition(slot);
    }

    /**
     * Gives a scheduling context time in this partition: at most {@code budget} in any {@code period}. It starts with
     * all of the budget. If both are the same there is no limit, and threads of one priority take turns of that length.
     *
     * @param context the scheduling context
     * @param budget microseconds, 50 at least
     * @param period microseconds, from {@code budget} to 2^32
     */
    public KernelError configure(SchedContext context, long budget, long period) {
        return Invoke.with(Capability.at(slot), Invocation.PARTITION_CONFIGURE, context.slot(), budget, period);
    }
}
