package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * The authority over the cycle of time windows.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record PartitionControl(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.PARTITION_CONTROL;

    public static PartitionControl at(int slot) {
        return new PartitionControl(slot);
    }

    /**
     * Puts a time window into the cycle: when it is open, the partition runs and nothing else does, whatever it does or
     * leaves undone. A partition runs once a cycle for each window that it has. A window that is alone in the cycle is
     * always open; when a second one is added, its length counts from then on.
     *
     * @param window the window
     * @param partition whose window it is
     * @param length microseconds, 50 to 2^32
     * @param after the window that it follows; without one it opens after all others, before the one that is open now
     * opens again; or none
     */
    public KernelError addWindow(TimeWindow window, Partition partition, long length, TimeWindow after) {
        return Invoke.with(Capability.at(slot), Invocation.PARTITION_CONTROL_ADD_WINDOW, window.slot(), partition.slot(), length, after.slot());
    }

    /**
     * Takes a time window out of the cycle, as does the deletion of its last capability and that of its partition's. If
     * it is open the next one opens at once.
     *
     * @param window the window
     */
    public KernelError removeWindow(TimeWindow window) {
        return Invoke.with(Capability.at(slot), Invocation.PARTITION_CONTROL_REMOVE_WINDOW, window.slot());
    }
}
