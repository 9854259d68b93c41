package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.ProgramSlots;

/** Puts what a process is granted into its own CNode. */
final class Grants {

    /** Places of interfaces among those that a server serves: a driver's control is the second one. */
    private static final int FIRST_INTERFACE = 0;
    private static final int CONTROL_INTERFACE = 1;
    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);

    private Grants() {
    }

    static KernelError give(Process to, Grant grant) {
        return switch (grant.kind()) {
            case SERVICE -> to.table().copy(grant.slot(), Slots.OWN, to.endpoint(), Rights.READ);
            case REPLIES -> to.memory().retype(ObjectType.REPLY, 0, to.table(), grant.slot(), grant.first());
            case CLIENT -> connect(to, grant, Badges.of(to.number, FIRST_INTERFACE));
            case OPERATOR -> connect(to, grant, Badges.of(to.number, CONTROL_INTERFACE));
            case PORTS -> copyDevice(to, grant, Devices.ports(grant.first(), grant.last()));
            case INTERRUPT -> giveInterrupt(to, grant);
            case SELF -> giveSelf(to);
            case MEMORY -> to.memory().retype(ObjectType.UNTYPED, grant.first(), to.table(), grant.slot(), 1);
            case CONTROLS -> giveControls(to);
        };
    }

    private static KernelError giveSelf(Process to) {
        KernelError error = to.table().copy(ProgramSlots.OWN_CNODE, Slots.OWN, to.table().slot(), Rights.ALL);
        if (error == KernelError.NONE) {
            error = to.table().copy(ProgramSlots.OWN_VSPACE, Slots.OWN, to.addressSpace().slot(), Rights.ALL);
        }
        if (error == KernelError.NONE) {
            error = to.thread().setMaximumPriority(to.plan.priority());
        }
        return error == KernelError.NONE
                ? to.table().copy(ProgramSlots.OWN_THREAD, Slots.OWN, to.thread().slot(), Rights.ALL)
                : error;
    }

    /** Devices' memory cannot be copied either, and some machines have none there. */
    private static KernelError giveDeviceMemory(Process to) {
        int slot = Devices.memory(ProgramSlots.DEVICE_MEMORY_ADDRESS);
        return slot == Slots.NONE ? KernelError.NONE : to.table().move(ProgramSlots.DEVICE_MEMORY, Slots.OWN, slot);
    }

    /** The control of ports cannot be copied: root first takes the ports that it may still need. */
    private static KernelError giveControls(Process to) {
        PowerSwitch.prepare();
        KernelError error = to.table().copy(ProgramSlots.INTERRUPT_CONTROL, Slots.OWN, BootInfo.IRQ_CONTROL, Rights.ALL);
        if (error == KernelError.NONE) {
            error = to.table().copy(ProgramSlots.IO_SPACE_CONTROL, Slots.OWN, BootInfo.IO_SPACE_CONTROL, Rights.ALL);
        }
        if (error == KernelError.NONE) {
            error = giveDeviceMemory(to);
        }
        if (error == KernelError.NONE) {
            error = to.table().copy(ProgramSlots.PARTITION, Slots.OWN, BootInfo.OWN_PARTITION, Rights.ALL);
        }
        if (error == KernelError.NONE) {
            error = to.table().copy(ProgramSlots.PARTITION_CONTROL, Slots.OWN, BootInfo.PARTITION_CONTROL, Rights.ALL);
        }
        return error == KernelError.NONE
                ? to.table().move(ProgramSlots.PORT_CONTROL, Slots.OWN, BootInfo.IO_PORT_CONTROL)
                : error;
    }

    private static KernelError connect(Process to, Grant grant, long badge) {
        int endpoint = Processes.endpointOf(grant.target());
        return endpoint == Slots.NONE
                ? KernelError.FAILED_LOOKUP
                : to.table().mint(grant.slot(), Slots.OWN, endpoint, SEND, badge);
    }

    private static KernelError giveInterrupt(Process to, Grant grant) {
        int handler = Devices.interrupt(grant.first());
        KernelError error = copyDevice(to, grant, handler);
        if (error == KernelError.NONE) {
            error = to.memory().retype(ObjectType.NOTIFICATION, 0, Slots.OWN, to.notification(), 1);
        }
        if (error == KernelError.NONE) {
            error = Slots.OWN.mint(to.badgedNotification(), Slots.OWN, to.notification(), Rights.ALL, Badges.SIGNAL);
        }
        if (error == KernelError.NONE) {
            error = InterruptHandler.at(handler).setNotification(Capability.at(to.badgedNotification()));
        }
        return error == KernelError.NONE ? to.thread().bindNotification(Capability.at(to.notification())) : error;
    }

    private static KernelError copyDevice(Process to, Grant grant, int source) {
        return source == Slots.NONE
                ? KernelError.FAILED_LOOKUP
                : to.table().copy(grant.slot(), Slots.OWN, source, Rights.ALL);
    }
}
