package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Frame;
import peaberry.runtime.InterruptControl;
import peaberry.runtime.IoSpace;
import peaberry.runtime.IoSpaceControl;
import peaberry.runtime.PageTable;

/**
 * Puts a PCI function into a process's hands: its messages, and what it can do to memory. The address space of the function is made of the
 * process's memory and ends with it, so that what comes after a process in its memory is out of the function's reach. The handlers of messages
 * are few: root keeps one for each function.
 */
final class PciFunctions {

    private static final int MAX_FUNCTIONS = 16;
    private static final int BUSES = 256;
    private static final int BUS_SHIFT = 8;
    private static final int MAX_TRIES = 5;

    private static final InterruptControl INTERRUPTS = InterruptControl.at(BootInfo.IRQ_CONTROL);
    private static final IoSpaceControl CONTROL = IoSpaceControl.at(BootInfo.IO_SPACE_CONTROL);

    private static final int[] NUMBER = new int[MAX_FUNCTIONS];
    private static final int[] HANDLER = new int[MAX_FUNCTIONS];
    private static final long[] ADDRESS = new long[MAX_FUNCTIONS];
    private static final int[] DATA = new int[MAX_FUNCTIONS];
    private static final int[] BUS_TABLE = new int[BUSES];
    private static int functions;

    private static long messageAddress;
    private static int messageData;

    private PciFunctions() {
    }

    /** Where the function that was just given is to write to interrupt. */
    static long messageAddress() {
        return messageAddress;
    }

    /** What it is to write there. */
    static int messageData() {
        return messageData;
    }

    /** Gives a process the function that it is declared to have. @param row of its grants, of the kind {@link GrantKind#PCI_FUNCTION} */
    static KernelError give(Process to, int row, int function) {
        int index = find(function);
        if (index == MAX_FUNCTIONS) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        messageAddress = ADDRESS[index];
        messageData = DATA[index];
        KernelError error = Grants.giveInterrupt(to, to.grants().slot(row), HANDLER[index], Grants.FUNCTION_BIT);
        return error == KernelError.NONE ? share(to, function) : error;
    }

    /** The place of a function, which it is given if it has none; {@link #MAX_FUNCTIONS} if there is none left. */
    private static int find(int function) {
        int index = 0;
        while (index < functions && NUMBER[index] != function) {
            index++;
        }
        return index < functions ? index : add(function);
    }

    private static int add(int function) {
        int slot = functions == MAX_FUNCTIONS ? Slots.NONE : Slots.take();
        if (slot == Slots.NONE || INTERRUPTS.issueMessage(function, Slots.OWN, slot) != KernelError.NONE) {
            return MAX_FUNCTIONS;
        }
        NUMBER[functions] = function;
        HANDLER[functions] = slot;
        ADDRESS[functions] = InterruptControl.issueMessageAddress();
        DATA[functions] = (int) InterruptControl.issueMessageData();
        return functions++;
    }

    /** Makes the memory that process and function share. Where no IOMMU confines the function, it is had only by who may have it so. */
    private static KernelError share(Process to, int function) {
        KernelError error = confine(to, function);
        GrantTable grants = to.grants();
        int row = grants.find(GrantKind.DMA);
        if (row == GrantTable.NO_ROW) {
            return error == KernelError.UNSUPPORTED ? KernelError.NONE : error;
        }
        boolean confined = error != KernelError.UNSUPPORTED;
        if (confined ? error != KernelError.NONE : grants.second(row) == 0) {
            return error;
        }
        return confined ? shareConfined(to, grants.first(row)) : shareUnconfined(to, grants.first(row));
    }

    private static KernelError confine(Process to, int function) {
        int bus = function >>> BUS_SHIFT;
        KernelError error = BUS_TABLE[bus] == Slots.NONE ? makeBusTable(bus) : KernelError.NONE;
        if (error == KernelError.NONE) {
            error = to.memory().retype(ObjectType.IO_SPACE, 0, Slots.OWN, to.ioSpace().slot(), 1);
        }
        if (error == KernelError.NONE) {
            error = CONTROL.assign(to.ioSpace(), function);
        }
        return error == KernelError.NONE ? to.ioSpace().setNotification(SupervisorSignals.blockedAccess(to.number)) : error;
    }

    private static KernelError makeBusTable(int bus) {
        int slot = Slots.take();
        KernelError error = Memory.make(ObjectType.PAGE_TABLE, 0, slot);
        if (error == KernelError.NONE) {
            error = PageTable.at(slot).mapBus(CONTROL, bus);
        }
        BUS_TABLE[bus] = error == KernelError.NONE ? slot : Slots.NONE;
        return error;
    }

    /** The function sees the memory at the same addresses as the process. */
    private static KernelError shareConfined(Process to, long bytes) {
        long start = to.regions.next();
        for (long done = 0; done < bytes; done += UserLayout.PAGE) {
            int frame = to.takeSlot();
            int seen = to.takeSlot();
            KernelError error = makePage(to, frame);
            if (error == KernelError.NONE) {
                error = AddressSpace.map(to, Frame.at(frame), start + done, ProgramImage.Access.READ_WRITE);
            }
            if (error == KernelError.NONE) {
                error = Slots.OWN.copy(seen, Slots.OWN, frame, Rights.READ_WRITE);
            }
            if (error == KernelError.NONE) {
                error = mapIo(to, Frame.at(seen), start + done);
            }
            if (error != KernelError.NONE) {
                return error;
            }
        }
        return addRow(to, bytes, start);
    }

    private static KernelError mapIo(Process to, Frame frame, long address) {
        IoSpace space = to.ioSpace();
        KernelError error = frame.mapIo(space, address, Rights.READ_WRITE);
        for (int i = 0; i < MAX_TRIES && error == KernelError.MISSING_PAGE_TABLE; i++) {
            int table = to.takeSlot();
            error = table == Slots.NONE ? KernelError.NOT_ENOUGH_MEMORY : to.memory().retype(ObjectType.PAGE_TABLE, 0, Slots.OWN, table, 1);
            if (error == KernelError.NONE) {
                error = PageTable.at(table).mapIo(space, address);
            }
            if (error == KernelError.NONE) {
                error = frame.mapIo(space, address, Rights.READ_WRITE);
            }
        }
        return error;
    }

    /** The function sees physical memory. The pages are made one behind the other, before anything else, so that they are in one piece there. */
    private static KernelError shareUnconfined(Process to, long bytes) {
        int pages = (int) (bytes / UserLayout.PAGE);
        int first = to.takeSlot();
        KernelError error = makePage(to, first);
        for (int page = 1; page < pages && error == KernelError.NONE; page++) {
            error = makePage(to, to.takeSlot());
        }
        if (error == KernelError.NONE) {
            error = Frame.at(first).address();
        }
        long address = Frame.addressPhysical();
        for (int page = 0; page < pages && error == KernelError.NONE; page++) {
            error = Frame.at(first + page).address();
            if (error == KernelError.NONE && Frame.addressPhysical() != address + page * UserLayout.PAGE) {
                error = KernelError.NOT_ENOUGH_MEMORY;
            }
            if (error == KernelError.NONE) {
                error = AddressSpace.map(to, Frame.at(first + page), to.regions.next() + page * UserLayout.PAGE, ProgramImage.Access.READ_WRITE);
            }
        }
        return error == KernelError.NONE ? addRow(to, bytes, address) : error;
    }

    private static KernelError makePage(Process to, int slot) {
        return slot == Slots.NONE ? KernelError.NOT_ENOUGH_MEMORY : to.memory().retype(ObjectType.FRAME, 0, Slots.OWN, slot, 1);
    }

    private static KernelError addRow(Process to, long bytes, long deviceAddress) {
        GrantTable grants = to.grants();
        return to.regions.add(grants, grants.find(GrantKind.DMA), RegionKind.DMA, 0, bytes, deviceAddress);
    }
}
