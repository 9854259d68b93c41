package peaberry.kernel;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** The queues of a partition's ready threads, one for each priority, in the memory behind the partition's record. */
@Trusted
final class RunQueues {

    static final int PRIORITIES = 256;
    /** Bytes of each queue. */
    private static final int STRIDE = 24;

    private PhysicalAddress base = PhysicalAddress.ZERO;

    /** Makes the queues, empty; once. */
    @Trusted
    void create(PhysicalAddress memory) {
        base = memory;
        for (int priority = 0; priority < PRIORITIES; priority++) {
            Placement.create(ThreadQueue.class, base.plus((long) priority * STRIDE));
        }
    }

    /** @param priority 0 to 255; any other counts modulo 256 */
    ThreadQueue at(int priority) {
        return Placement.at(ThreadQueue.class, base.plus((long) (priority & PRIORITIES - 1) * STRIDE));
    }
}
