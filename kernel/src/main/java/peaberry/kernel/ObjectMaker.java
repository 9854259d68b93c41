package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** Makes kernel objects in memory that nothing else uses. That it is unused is what the callers, trusted too, see to. */
@Trusted
final class ObjectMaker {

    private ObjectMaker() {
    }

    /**
     * Makes an object and puts its first capability into {@code destination}.
     *
     * @param destination empty
     * @param bits        the size that the caller chose, for the types that have one
     * @param address     aligned to the object's size; the memory there is zero, but for the untyped type
     * @param processor   where threads will run
     */
    @Trusted
    static void make(Slot destination, ObjectType type, int bits, PhysicalAddress address, Processor processor) {
        if (type == ObjectType.UNTYPED) {
            destination.hold(CapabilityType.UNTYPED, null, address, bits);
            return;
        }
        switch (type) {
            case CNODE -> destination.hold(CapabilityType.CNODE, CNode.create(address, bits), PhysicalAddress.ZERO, 0);
            case TCB -> {
                Tcb thread = Placement.create(Tcb.class, address);
                thread.settleOn(processor);
                destination.hold(CapabilityType.TCB, thread, PhysicalAddress.ZERO, 0);
            }
            case SCHED_CONTEXT -> {
                SchedContext context = Placement.create(SchedContext.class, address);
                context.settleOn(processor);
                destination.hold(CapabilityType.SCHED_CONTEXT, context, PhysicalAddress.ZERO, 0);
            }
            case PARTITION -> {
                Partition partition = Placement.create(Partition.class, address);
                partition.queues().create(address.plus(1L << Partition.RECORD_BITS));
                partition.settleOn(processor);
                destination.hold(CapabilityType.PARTITION, partition, PhysicalAddress.ZERO, 0);
            }
            case TIME_WINDOW ->
                    destination.hold(CapabilityType.TIME_WINDOW, Placement.create(TimeWindow.class, address), PhysicalAddress.ZERO, 0);
            case ENDPOINT -> destination.hold(CapabilityType.ENDPOINT, Placement.create(Endpoint.class, address), PhysicalAddress.ZERO, 0);
            case NOTIFICATION ->
                    destination.hold(CapabilityType.NOTIFICATION, Placement.create(Notification.class, address), PhysicalAddress.ZERO, 0);
            case REPLY -> destination.hold(CapabilityType.REPLY, Placement.create(Reply.class, address), PhysicalAddress.ZERO, 0);
            case VSPACE -> {
                Translation.initialise(address);
                VSpace space = Placement.create(VSpace.class, address.plus(UserLayout.PAGE));
                space.settleAt(address);
                destination.hold(CapabilityType.VSPACE, space, address, 0);
            }
            case IO_SPACE -> {
                IoSpace space = Placement.create(IoSpace.class, address.plus(UserLayout.PAGE));
                space.settleAt(address);
                destination.hold(CapabilityType.IO_SPACE, space, PhysicalAddress.ZERO, 0);
            }
            case PAGE_TABLE -> destination.hold(CapabilityType.PAGE_TABLE, null, address, type.sizeBits(0));
            default -> destination.hold(kindOfPlain(type), null, address, type.sizeBits(0));
        }
    }

    /** The capability of an {@linkplain ObjectType#isPlainMemory object that is plain memory}. */
    static CapabilityType kindOfPlain(ObjectType type) {
        return type == ObjectType.UNTYPED ? CapabilityType.UNTYPED : CapabilityType.FRAME;
    }
}
