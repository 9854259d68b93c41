package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.ByteRange;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.VSpace;

/** Puts what a process is given into its own CNode. */
final class Grants {

    /** The bit by which a process tells its function's messages from interrupt lines. */
    static final int FUNCTION_BIT = 31;

    /** Where a page is that is not mapped: whoever has a device's pages mapped has the device. */
    private static final long NOWHERE = 0;

    private static final VSpace OWN = VSpace.at(BootInfo.OWN_VSPACE);
    private static final ByteRange ROOT_IMAGE = new ByteRange();
    /** What a client may do with a server's endpoint. */
    static final Rights SEND = Rights.WRITE.or(Rights.GRANT);

    private Grants() {
    }

    /** Gives a process what one row says, but for its PCI function, which comes when it was found: {@link PciFunctions}. */
    static KernelError give(Process to, GrantTable grants, int row) {
        int slot = grants.slot(row);
        return switch (grants.kind(row)) {
            case SERVICE -> grants.first(row) == 0 ? to.table().copy(slot, Slots.OWN, to.endpoint(), Rights.READ) : KernelError.NONE;
            case REPLIES -> to.memory().retype(ObjectType.REPLY, 0, to.table(), slot, grants.first(row));
            case CLIENT -> Trace.isAt(to, slot) ? Trace.connect(to, slot) : connect(to, slot, (int) grants.first(row), (int) grants.second(row));
            case PORTS -> copy(to, slot, Devices.ports((int) grants.first(row), (int) grants.second(row)));
            case READ_ONLY_PORTS -> copy(to, slot, Devices.ports((int) grants.first(row), (int) grants.second(row)), Rights.READ);
            case INTERRUPT -> giveInterrupt(to, slot, Devices.interrupt((int) grants.first(row)), (int) grants.second(row));
            case DEVICE_MEMORY -> giveDeviceMemory(to, slot, Devices.memory(grants.first(row)));
            case MEMORY -> to.objects().retype(ObjectType.UNTYPED, grants.first(row), to.table(), slot, 1);
            case OWN_TABLE -> copy(to, slot, to.table().slot());
            case OWN_ADDRESS_SPACE -> copy(to, slot, to.addressSpace().slot());
            case OWN_THREAD -> giveThread(to, slot);
            case OWN_SERVICE -> to.table().copy(slot, Slots.OWN, to.endpoint(), SEND);
            case INTERRUPT_CONTROL -> copy(to, slot, BootInfo.IRQ_CONTROL);
            case PORT_CONTROL -> givePortControl(to, slot);
            case DEVICE_CONTROL -> copy(to, slot, BootInfo.IO_SPACE_CONTROL);
            case PARTITION -> copy(to, slot, Partitions.of(to).slot());
            case PARTITION_CONTROL -> copy(to, slot, BootInfo.PARTITION_CONTROL);
            case HEARTBEAT -> giveHeartbeat(to, grants, row);
            case KEPT -> showKept(to, grants, row);
            case MAPPED -> showDevice(to, grants, row);
            case DECLARATION -> showDeclaration(to, grants, row);
            case ROOT_THREAD -> giveRoot(to, slot, row);
            case ROOT_MEMORY -> OWN.makeWindow(UserLayout.PROGRAM, UserLayout.PROGRAM_LIMIT - UserLayout.PROGRAM, Rights.WRITE, to.table(), slot);
            case ROOT_IMAGE -> showRoot(to, grants, row);
            case PCI_FUNCTION, DMA, TRACED, NONE -> KernelError.NONE;
        };
    }

    /** The badge says who speaks, and to which of the server's interfaces. */
    private static KernelError connect(Process to, int slot, int server, int place) {
        return to.table().mint(slot, Slots.OWN, Processes.endpointOf(server), SEND, Badges.of(to.number, place));
    }

    /** All interrupts of a process signal the one notification that is bound to its thread, each by a bit of its own. */
    static KernelError giveInterrupt(Process to, int slot, int handler, int bit) {
        KernelError error = copy(to, slot, handler);
        if (error == KernelError.NONE && !to.hasNotification()) {
            error = to.makeNotification();
        }
        int badged = to.takeSlot();
        if (error == KernelError.NONE) {
            error = Slots.OWN.mint(badged, Slots.OWN, to.notification().slot(), Rights.ALL, Badges.SIGNAL | 1L << bit);
        }
        return error == KernelError.NONE ? InterruptHandler.at(handler).setNotification(Capability.at(badged)) : error;
    }

    /** Whoever starts root anew learns how fast the clock ticks. */
    private static KernelError giveRoot(Process to, int slot, int row) {
        KernelError error = tell(to, row, Uptime.ticksPerMicrosecond());
        return error == KernelError.NONE ? copy(to, slot, BootInfo.OWN_TCB) : error;
    }

    /** Writes the second number of a row where the process will find it. */
    private static KernelError tell(Process to, int row, long number) {
        KernelError error = Look.begin(to.startPage().slot());
        if (error != KernelError.NONE) {
            return error;
        }
        Look.page().setInt64((long) row * GrantTable.ROW_BYTES + GrantTable.SECOND_OFFSET, number);
        return Look.end();
    }

    /** The process learns in ticks of the clock, which it can read, how often. */
    private static KernelError giveHeartbeat(Process to, GrantTable grants, int row) {
        KernelError error = tell(to, row, grants.first(row) * Uptime.ticksPerMicrosecond());
        return error == KernelError.NONE ? to.table().copy(grants.slot(row), Slots.OWN, SupervisorSignals.signOfLife(to.number).slot(), Rights.WRITE) : error;
    }

    /** The pages of all rows of the kind follow each other. */
    private static KernelError showKept(Process to, GrantTable grants, int row) {
        int page = to.firstKept();
        for (int before = 0; before < row; before++) {
            page += grants.kind(before) == GrantKind.KEPT ? (int) (grants.first(before) / UserLayout.PAGE) : 0;
        }
        long start = to.regions.next();
        for (long done = 0; done < grants.first(row); done += UserLayout.PAGE) {
            KernelError error = AddressSpace.map(to, Frame.at(page), start + done, ProgramImage.Access.READ_WRITE);
            if (error != KernelError.NONE) {
                return error;
            }
            page++;
        }
        return to.regions.add(grants, row, RegionKind.KEPT, 0, grants.first(row), 0);
    }

    private static KernelError showDevice(Process to, GrantTable grants, int row) {
        KernelError error = mapDevice(to, grants.first(row), grants.second(row));
        return error == KernelError.NONE ? to.regions.add(grants, row, RegionKind.DEVICE_MEMORY, 0, grants.second(row), 0) : error;
    }

    /** Maps devices' memory where the process's next region goes. @param address physical, page aligned */
    static KernelError mapDevice(Process to, long address, long bytes) {
        if (!DeviceMemory.contains(address)) {
            return KernelError.FAILED_LOOKUP;
        }
        if (to.regions.isFull() || !DeviceMemory.hasRoom(address, bytes)) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        for (long done = 0; done < bytes; done += UserLayout.PAGE) {
            int page = DeviceMemory.page(address + done);
            KernelError error = page == Slots.NONE ? KernelError.NOT_ENOUGH_MEMORY : Slots.OWN.inspect(page);
            if (error == KernelError.NONE && !Inspected.isFrameAt(NOWHERE)) {
                error = KernelError.OCCUPIED;
            }
            if (error == KernelError.NONE) {
                error = AddressSpace.map(to, Frame.at(page), to.regions.next() + done, ProgramImage.Access.READ_WRITE);
            }
            if (error != KernelError.NONE) {
                return error;
            }
        }
        return KernelError.NONE;
    }

    private static KernelError showDeclaration(Process to, GrantTable grants, int row) {
        KernelError error = AddressSpace.show(to, to.regions.next(), Archive.DECLARATION);
        return error == KernelError.NONE ? to.regions.add(grants, row, RegionKind.DECLARATION, 0, Archive.DECLARATION.size(), 0) : error;
    }

    private static KernelError showRoot(Process to, GrantTable grants, int row) {
        if (!Archive.showProgram("root", ROOT_IMAGE)) {
            return KernelError.FAILED_LOOKUP;
        }
        KernelError error = AddressSpace.show(to, to.regions.next(), ROOT_IMAGE);
        return error == KernelError.NONE ? to.regions.add(grants, row, RegionKind.ROOT_IMAGE, 0, ROOT_IMAGE.size(), 0) : error;
    }

    /** All of a block, which comes back when its holder ends; some machines have none there. */
    private static KernelError giveDeviceMemory(Process to, int slot, int block) {
        if (block == Slots.NONE) {
            return KernelError.NONE;
        }
        KernelError error = UntypedMemory.at(block).usage();
        return error == KernelError.NONE
                ? UntypedMemory.at(block).retype(ObjectType.UNTYPED, UntypedMemory.usageBits(), to.table(), slot, 1)
                : error;
    }

    private static KernelError giveThread(Process to, int slot) {
        KernelError error = to.thread().setMaximumPriority(to.priority());
        return error == KernelError.NONE ? copy(to, slot, to.thread().slot()) : error;
    }

    /** The control of ports cannot be copied: it goes, and root has taken the ports that it may still need. */
    private static KernelError givePortControl(Process to, int slot) {
        return to.table().move(slot, Slots.OWN, BootInfo.IO_PORT_CONTROL);
    }

    private static KernelError copy(Process to, int slot, int source) {
        return copy(to, slot, source, Rights.ALL);
    }

    private static KernelError copy(Process to, int slot, int source, Rights rights) {
        return source == Slots.NONE ? KernelError.FAILED_LOOKUP : to.table().copy(slot, Slots.OWN, source, rights);
    }
}
