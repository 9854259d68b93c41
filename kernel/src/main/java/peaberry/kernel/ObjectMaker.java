package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** Makes kernel objects in memory that nothing else uses. That it is unused is what the callers, trusted too, see to. */
@Trusted
final class ObjectMaker {

    private static final PhysicalAddress NONE = PhysicalAddress.ZERO;

    private ObjectMaker() {
    }

    /**
     * Makes an object and puts its first capability into {@code slot}. Where it will run it is not told yet.
     *
     * @param slot    empty
     * @param bits    the size that the caller chose, for the types that have one
     * @param address aligned to the object's size; the memory there is zero, but for the untyped type
     */
    @Trusted
    static void make(Slot slot, ObjectType type, int bits, PhysicalAddress address) {
        switch (type) {
            case UNTYPED -> slot.hold(CapabilityType.UNTYPED, null, address, bits);
            case CNODE -> slot.hold(CapabilityType.CNODE, CNode.create(address, bits), NONE, 0);
            case TCB -> slot.hold(CapabilityType.TCB, Placement.create(Tcb.class, address), NONE, 0);
            case SCHED_CONTEXT -> slot.hold(CapabilityType.SCHED_CONTEXT, Placement.create(SchedContext.class, address), NONE, 0);
            case PARTITION -> slot.hold(CapabilityType.PARTITION, partition(address), NONE, 0);
            case TIME_WINDOW -> slot.hold(CapabilityType.TIME_WINDOW, Placement.create(TimeWindow.class, address), NONE, 0);
            case ENDPOINT -> slot.hold(CapabilityType.ENDPOINT, Placement.create(Endpoint.class, address), NONE, 0);
            case NOTIFICATION -> slot.hold(CapabilityType.NOTIFICATION, Placement.create(Notification.class, address), NONE, 0);
            case REPLY -> slot.hold(CapabilityType.REPLY, Placement.create(Reply.class, address), NONE, 0);
            case VSPACE -> slot.hold(CapabilityType.VSPACE, VSpace.create(address), address, 0);
            case IO_SPACE -> slot.hold(CapabilityType.IO_SPACE, IoSpace.create(address), NONE, 0);
            case PAGE_TABLE -> slot.hold(CapabilityType.PAGE_TABLE, null, address, type.sizeBits(bits));
            case FRAME, LARGE_FRAME -> slot.hold(CapabilityType.FRAME, null, address, type.sizeBits(bits));
        }
    }

    private static Partition partition(PhysicalAddress address) {
        Partition partition = Placement.create(Partition.class, address);
        partition.queues().create(address.plus(1L << Partition.RECORD_BITS));
        return partition;
    }
}
