package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * The authority over the cycle of windows.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record PartitionControl(int slot) {

    public static PartitionControl at(int slot) {
        return new PartitionControl(slot);
    }

    /**
     * Gives a partition its window in the cycle, after the one that is open now, or takes it out. What belongs to a
     * partition runs in its window only, and nothing else does, whatever it does or leaves undone. If only one
     * partition has a window, that is always open.
     *
     * @param partition the partition
     * @param length microseconds, 50 to 2^32; 0: no window
     */
    public KernelError setWindow(Partition partition, long length) {
        return Invoke.with(Capability.at(slot), Invocation.PARTITION_CONTROL_SET_WINDOW, partition.slot(), length);
    }
}
