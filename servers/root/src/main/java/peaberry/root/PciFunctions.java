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
import peaberry.runtime.Region;
import peaberry.runtime.RootMemory;

/**
 * Puts a PCI function into a process's hands: its messages, and what it can do to memory. The address space of the function is made of the
 * process's memory and ends with it, so that what comes after a process in its memory is out of the function's reach. The handlers of messages
 * are few: root keeps one for each function.
 */
final class PciFunctions {

    private static final int BUS_SHIFT = 8;
    private static final int MAX_TRIES = 5;

    /** In the ledger: how many functions there are; then the functions. */
    private static final int COUNT = Ledger.FUNCTIONS;
    private static final int FIRST = COUNT + Long.BYTES;
    private static final int NUMBER = 0;
    private static final int ADDRESS = 8;
    private static final int DATA = 16;
    private static final int BYTES = 24;

    private static final InterruptControl INTERRUPTS = InterruptControl.at(BootInfo.IRQ_CONTROL);
    private static final IoSpaceControl CONTROL = IoSpaceControl.at(BootInfo.IO_SPACE_CONTROL);

    private static final Region LEDGER = RootMemory.ledger();

    private static int firstHandler;
    private static int firstBusTable;
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

    /** Takes slots. */
    static void prepare() {
        firstHandler = Slots.take(Ledger.MAX_FUNCTIONS);
        firstBusTable = Slots.take(Ledger.MAX_BUSES);
    }

    /** Gives a process the function that it is declared to have. @param row of its grants, of the kind {@link GrantKind#PCI_FUNCTION} */
    static KernelError give(Process to, int row, int function) {
        int index = find(function);
        if (index == Ledger.MAX_FUNCTIONS) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        messageAddress = LEDGER.int64(at(index) + ADDRESS);
        messageData = LEDGER.int32(at(index) + DATA);
        KernelError error = Grants.giveInterrupt(to, to.grants().slot(row), firstHandler + index, Grants.FUNCTION_BIT);
        return error == KernelError.NONE ? share(to, function) : error;
    }

    /** The place of a function, which it is given if it has none; {@link Ledger#MAX_FUNCTIONS} if there is none left. */
    private static int find(int function) {
        int functions = (int) LEDGER.int64(COUNT);
        int index = 0;
        while (index < functions && LEDGER.int64(at(index) + NUMBER) != function) {
            index++;
        }
        return index < functions ? index : add(index, function);
    }

    /** A handler that is there and not in the ledger is what a root that failed had made, and nobody knows its message. */
    private static int add(int index, int function) {
        if (index == Ledger.MAX_FUNCTIONS || Slots.OWN.delete(firstHandler + index) != KernelError.NONE
                || INTERRUPTS.issueMessage(function, Slots.OWN, firstHandler + index) != KernelError.NONE) {
            return Ledger.MAX_FUNCTIONS;
        }
        LEDGER.setInt64(at(index) + NUMBER, function);
        LEDGER.setInt64(at(index) + ADDRESS, InterruptControl.issueMessageAddress());
        LEDGER.setInt64(at(index) + DATA, InterruptControl.issueMessageData());
        LEDGER.setInt64(COUNT, index + 1L);
        return index;
    }

    private static long at(int index) {
        return FIRST + (long) index * BYTES;
    }

    /** Makes the memory that process and function share. Where no IOMMU confines the function, only who may have it so has the function at all. */
    private static KernelError share(Process to, int function) {
        KernelError error = confine(to, function);
        to.record.setFunction(function, error == KernelError.NONE);
        GrantTable grants = to.grants();
        int row = grants.find(GrantKind.DMA);
        boolean unconfined = error == KernelError.UNSUPPORTED && row != GrantTable.NO_ROW && grants.second(row) != 0;
        if (error != KernelError.NONE && !unconfined) {
            return error;
        }
        if (row == GrantTable.NO_ROW) {
            return KernelError.NONE;
        }
        return unconfined ? shareUnconfined(to, grants.first(row)) : shareConfined(to, grants.first(row));
    }

    private static KernelError confine(Process to, int function) {
        int bus = function >>> BUS_SHIFT;
        KernelError error = makeBusTable(bus);
        if (error == KernelError.NONE) {
            error = to.memory().retype(ObjectType.IO_SPACE, 0, Slots.OWN, to.ioSpace().slot(), 1);
        }
        if (error == KernelError.NONE) {
            error = CONTROL.assign(to.ioSpace(), function);
        }
        return error == KernelError.NONE ? to.ioSpace().setNotification(SupervisorSignals.blockedAccess(to.number)) : error;
    }

    /** Sees to it that a bus has a table: functions of buses without one cannot be assigned. */
    private static KernelError makeBusTable(int bus) {
        int index = 0;
        while (index < Ledger.MAX_BUSES && LEDGER.int64(busAt(index)) != 0 && LEDGER.int64(busAt(index)) != bus + 1L) {
            index++;
        }
        if (index == Ledger.MAX_BUSES) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        LEDGER.setInt64(busAt(index), bus + 1L);
        KernelError error = Memory.make(ObjectType.PAGE_TABLE, 0, firstBusTable + index);
        if (error == KernelError.NONE) {
            error = PageTable.at(firstBusTable + index).mapBus(CONTROL, bus);
        }
        return error == KernelError.OCCUPIED ? KernelError.NONE : error; // it has it already
    }

    private static long busAt(int index) {
        return Ledger.BUSES + (long) index * Long.BYTES;
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
