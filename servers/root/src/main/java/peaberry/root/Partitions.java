package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SystemTable;
import peaberry.runtime.Partition;
import peaberry.runtime.PartitionControl;
import peaberry.runtime.TimeWindow;

/** The partitions that are declared, each with its window. Root's own is number 0. */
final class Partitions {

    private static final int ROOT = 0;
    private static final PartitionControl CONTROL = PartitionControl.at(BootInfo.PARTITION_CONTROL);
    private static final int[] SLOTS = new int[SystemTable.MAX_PARTITIONS];

    private Partitions() {
    }

    /** Makes all of them. Root's own goes from the window that the kernel gave it into the declared one, so that it always has one. */
    static KernelError prepare(SystemTable system) {
        SLOTS[ROOT] = BootInfo.OWN_PARTITION;
        KernelError error = KernelError.NONE;
        for (int number = 0; number < system.partitions() && error == KernelError.NONE; number++) {
            if (number != ROOT) {
                SLOTS[number] = Slots.take();
                error = Memory.make(ObjectType.PARTITION, 0, SLOTS[number]);
            }
            if (error == KernelError.NONE && system.window(number) > 0) {
                error = addWindow(number, system.window(number));
            }
        }
        if (error == KernelError.NONE && system.window(ROOT) > 0) {
            CONTROL.removeWindow(TimeWindow.at(BootInfo.OWN_TIME_WINDOW)); // refused if it is not in the cycle any more
        }
        return error;
    }

    /** Behind all others in the cycle. */
    private static KernelError addWindow(int number, long length) {
        TimeWindow window = TimeWindow.at(Slots.take());
        KernelError error = Memory.make(ObjectType.TIME_WINDOW, 0, window.slot());
        if (error == KernelError.NONE) {
            error = CONTROL.addWindow(window, Partition.at(SLOTS[number]), length, TimeWindow.at(Slots.NONE));
        }
        return error == KernelError.OCCUPIED ? KernelError.NONE : error; // it is in the cycle already
    }

    /** In whose window a process runs. */
    static Partition of(Process process) {
        return Partition.at(SLOTS[Archive.SYSTEM.partition(process.number)]);
    }
}
