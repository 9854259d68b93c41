package peaberry.conformance;

import peaberry.abi.DeviceFault;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.Message;

/** What devices can do to memory: the operations, and a device that tries. */
final class IoSpaceCases {

    private static final String CONTROL = "IoSpaceControl";
    private static final String SPACE = "IoSpace";
    private static final String FRAME = "Frame";
    private static final String TABLE = "PageTable";

    private static final int BUS = 0;
    private static final int NO_BUS = 256;
    /** A function of the bus that no device of the machine has. */
    private static final int UNUSED = 0xFF;
    private static final long READ = 2;
    private static final long WRITE = 1;
    private static final long READ_WRITE = 3;
    private static final long ADDRESS = 0x400_0000;
    private static final long PAGE = 4096;
    private static final long INTERRUPTS = 0xFEE0_0000L;
    private static final long TOO_HIGH = 1L << 57;
    private static final int BADGE = 32;
    private static final int BYTES = 8;
    private static final long PATTERN = 0x5EED_BEA4_C0FF_EE01L;
    private static final int MOST_TABLES = 4;

    static final Case[] ALL = {
        new Case(CONTROL, "withoutAnIommuItSaysSo", IoSpaceCases::withoutAnIommuItSaysSo),
        new Case(CONTROL, "assignRefusesAFunctionThatThereIsNot", () -> confined(IoSpaceCases::assignRefusesAFunctionThatThereIsNot)),
        new Case(CONTROL, "assignRefusesABusWithoutATable", () -> confined(IoSpaceCases::assignRefusesABusWithoutATable)),
        new Case(CONTROL, "assignRefusesAnAssignedFunction", () -> confined(IoSpaceCases::assignRefusesAnAssignedFunction)),
        new Case(CONTROL, "assignRefusesAnAssignedSpace", () -> confined(IoSpaceCases::assignRefusesAnAssignedSpace)),
        new Case(CONTROL, "aFunctionIsFreeAgainWithoutItsSpace", () -> confined(IoSpaceCases::aFunctionIsFreeAgainWithoutItsSpace)),
        new Case(TABLE, "mapBusRefusesABusThatThereIsNot", () -> confined(IoSpaceCases::mapBusRefusesABusThatThereIsNot)),
        new Case(TABLE, "mapBusRefusesABusThatHasATable", () -> confined(IoSpaceCases::mapBusRefusesABusThatHasATable)),
        new Case(TABLE, "mapIoRefusesATableInUse", () -> confined(IoSpaceCases::mapIoRefusesATableInUse)),
        new Case(TABLE, "mapIoRefusesAddressesThatAreNone", () -> confined(IoSpaceCases::tableRefusesAddressesThatAreNone)),
        new Case(FRAME, "mapIoRefusesAddressesThatAreNone", () -> confined(IoSpaceCases::frameRefusesAddressesThatAreNone)),
        new Case(FRAME, "mapIoRefusesWhereInterruptsAre", () -> confined(IoSpaceCases::mapIoRefusesWhereInterruptsAre)),
        new Case(FRAME, "mapIoNeedsTables", () -> confined(IoSpaceCases::mapIoNeedsTables)),
        new Case(FRAME, "mapIoRefusesNoRights", () -> confined(IoSpaceCases::mapIoRefusesNoRights)),
        new Case(FRAME, "mapIoNeverAllowsMoreThanTheCapability", () -> confined(IoSpaceCases::mapIoNeverAllowsMore)),
        new Case(FRAME, "mapIoRefusesAFrameThatIsMapped", () -> confined(IoSpaceCases::mapIoRefusesAFrameThatIsMapped)),
        new Case(SPACE, "withoutFaultsThereIsNoneToTake", IoSpaceCases::withoutFaultsThereIsNoneToTake),
        new Case(SPACE, "aDeviceReadsAndWritesWhatIsMapped", () -> withDevice(IoSpaceCases::aDeviceReadsAndWritesWhatIsMapped)),
        new Case(SPACE, "aDeviceThatIsNotAssignedReachesNothing", () -> withDevice(IoSpaceCases::unassignedReachesNothing)),
        new Case(SPACE, "aDeviceDoesNotWriteWhatIsMappedToRead", () -> withDevice(IoSpaceCases::doesNotWriteWhatIsMappedToRead)),
        new Case(SPACE, "aDeviceDoesNotReadWhatIsMappedToWrite", () -> withDevice(IoSpaceCases::doesNotReadWhatIsMappedToWrite)),
        new Case(SPACE, "aFaultIsSignalledAndTold", () -> withDevice(IoSpaceCases::aFaultIsSignalledAndTold)),
        new Case(SPACE, "theNextFaultIsRecordedWhenTheLastWasTaken", () -> withDevice(IoSpaceCases::theNextFaultIsRecorded)),
        new Case(SPACE, "aRevokedFrameIsOutOfReach", () -> withDevice(IoSpaceCases::aRevokedFrameIsOutOfReach)),
        new Case(SPACE, "anUnmappedFrameIsOutOfReach", () -> withDevice(IoSpaceCases::anUnmappedFrameIsOutOfReach)),
        new Case(SPACE, "aTableThatIsTakenOutTakesItsPagesAlong", () -> withDevice(IoSpaceCases::aTableTakesItsPagesAlong)),
        new Case(SPACE, "aLargeFrameIsMappedAtOnce", () -> withDevice(IoSpaceCases::aLargeFrameIsMappedAtOnce)),
        new Case(SPACE, "aDestroyedSpaceBlocksItsDevice", () -> withDevice(IoSpaceCases::aDestroyedSpaceBlocksItsDevice)),
        new Case(SPACE, "aBusWithoutItsTableIsBlocked", () -> withDevice(IoSpaceCases::aBusWithoutItsTableIsBlocked)),
    };

    /** The objects of the case. */
    private static int space;
    private static int busTable;
    private static EduDevice device;
    /** What the device is to reach, and where the suite sees it. */
    private static int frame;
    private static long seen;

    private IoSpaceCases() {
    }

    private static KernelError mapBus(int table, long bus) {
        return Kernel.call(table, Invocation.PAGE_TABLE_MAP_BUS, Own.deviceControl(), bus);
    }

    private static KernelError assign(int target, long function) {
        return Kernel.call(Own.deviceControl(), Invocation.IO_SPACE_CONTROL_ASSIGN, target, function);
    }

    private static KernelError map(int slot, long address, long rights) {
        return Kernel.call(slot, Invocation.FRAME_MAP_IO, space, address, rights);
    }

    /** Maps a frame for the device, and the page tables that are missing on the way. */
    private static void mapWithTables(int slot, long rights) {
        KernelError error = map(slot, ADDRESS, rights);
        for (int i = 0; i < MOST_TABLES && error == KernelError.MISSING_PAGE_TABLE; i++) {
            Check.done(Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP_IO, space, ADDRESS), "mapping a page table");
            error = map(slot, ADDRESS, rights);
        }
        Check.done(error, "mapping the frame for the device");
    }

    private static boolean isThereAnIommu() {
        return mapBus(Fresh.pageTable(), NO_BUS) != KernelError.UNSUPPORTED;
    }

    /** Makes an IoSpace, and a table for the bus. @return false, with the case not applicable, if the machine has no IOMMU */
    private static boolean prepare() {
        if (!isThereAnIommu()) {
            Check.notApplicable("this machine has no IOMMU");
            return false;
        }
        space = Fresh.make(ObjectType.IO_SPACE, 0);
        busTable = Fresh.pageTable();
        Check.done(mapBus(busTable, BUS), "giving the bus its table");
        return true;
    }

    /** Runs a case on a machine with an IOMMU. */
    private static void confined(Case.Body body) {
        if (prepare()) {
            body.run();
        }
    }

    /** Runs a case with a device that is told what to do, and a frame that it does it to. */
    private static void withDevice(Case.Body body) {
        device = prepare() ? EduDevice.open() : null;
        if (device != null) {
            frame = Fresh.frame();
            seen = Fresh.map(Fresh.copy(frame, Rights.ALL));
            body.run();
            device.close();
        }
    }

    private static void withoutAnIommuItSaysSo() {
        space = Fresh.make(ObjectType.IO_SPACE, 0);
        if (isThereAnIommu()) {
            Check.notApplicable("this machine has an IOMMU");
            return;
        }
        Check.error(KernelError.UNSUPPORTED, assign(space, UNUSED), "assigning");
        Check.error(KernelError.UNSUPPORTED, map(Fresh.frame(), ADDRESS, READ), "mapping a frame");
        Check.error(KernelError.UNSUPPORTED, Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP_IO, space, ADDRESS),
                "mapping a page table");
    }

    private static void assignRefusesAFunctionThatThereIsNot() {
        Check.error(KernelError.RANGE_ERROR, assign(space, 1 << 16), "the function behind the last");
        Check.error(KernelError.RANGE_ERROR, assign(space, -1), "a negative function");
    }

    private static void assignRefusesABusWithoutATable() {
        Check.error(KernelError.MISSING_PAGE_TABLE, assign(space, 7 << 8), "assigning");
    }

    private static void assignRefusesAnAssignedFunction() {
        Check.done(assign(space, UNUSED), "assigning");
        Check.error(KernelError.OCCUPIED, assign(Fresh.make(ObjectType.IO_SPACE, 0), UNUSED), "assigning it again");
    }

    private static void assignRefusesAnAssignedSpace() {
        Check.done(assign(space, UNUSED), "assigning");
        Check.error(KernelError.OCCUPIED, assign(space, UNUSED - 1), "assigning another function");
    }

    private static void aFunctionIsFreeAgainWithoutItsSpace() {
        Check.done(assign(space, UNUSED), "assigning");
        Check.done(Fresh.delete(space), "deleting the space");
        Check.done(assign(Fresh.make(ObjectType.IO_SPACE, 0), UNUSED), "assigning it again");
    }

    private static void mapBusRefusesABusThatThereIsNot() {
        Check.error(KernelError.RANGE_ERROR, mapBus(Fresh.pageTable(), NO_BUS), "the bus behind the last");
        Check.error(KernelError.RANGE_ERROR, mapBus(Fresh.pageTable(), -1), "a negative bus");
    }

    private static void mapBusRefusesABusThatHasATable() {
        Check.error(KernelError.OCCUPIED, mapBus(Fresh.pageTable(), BUS), "a second table");
        Check.error(KernelError.OCCUPIED, mapBus(busTable, BUS + 1), "the same table for another bus");
    }

    private static void mapIoRefusesATableInUse() {
        Check.error(KernelError.OCCUPIED, Kernel.call(busTable, Invocation.PAGE_TABLE_MAP_IO, space, ADDRESS), "the bus's table");
        mapWithTables(Fresh.frame(), READ);
        Check.error(KernelError.OCCUPIED, Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP_IO, space, ADDRESS),
                "a table where none is missing");
    }

    private static void tableRefusesAddressesThatAreNone() {
        int table = Fresh.pageTable();
        Check.error(KernelError.RANGE_ERROR, Kernel.call(table, Invocation.PAGE_TABLE_MAP_IO, space, TOO_HIGH), "an address too high");
        Check.error(KernelError.ALIGNMENT_ERROR, Kernel.call(table, Invocation.PAGE_TABLE_MAP_IO, space, ADDRESS + 1), "an address inside a page");
    }

    private static void frameRefusesAddressesThatAreNone() {
        Check.error(KernelError.RANGE_ERROR, map(Fresh.frame(), TOO_HIGH, READ), "an address too high");
        Check.error(KernelError.RANGE_ERROR, map(Fresh.frame(), -PAGE, READ), "a negative address");
        Check.error(KernelError.ALIGNMENT_ERROR, map(Fresh.frame(), ADDRESS + BYTES, READ), "an address inside a page");
    }

    private static void mapIoRefusesWhereInterruptsAre() {
        Check.error(KernelError.RANGE_ERROR, map(Fresh.frame(), INTERRUPTS, READ_WRITE), "mapping");
    }

    private static void mapIoNeedsTables() {
        Check.error(KernelError.MISSING_PAGE_TABLE, map(Fresh.frame(), ADDRESS, READ), "mapping");
    }

    private static void mapIoRefusesNoRights() {
        Check.error(KernelError.INVALID_ARGUMENT, map(Fresh.frame(), ADDRESS, 0), "mapping");
    }

    private static void mapIoNeverAllowsMore() {
        int reader = Fresh.copy(Fresh.frame(), Rights.READ);
        Check.error(KernelError.MISSING_RIGHT, map(reader, ADDRESS, WRITE), "mapping to write");
        mapWithTables(reader, READ);
    }

    private static void mapIoRefusesAFrameThatIsMapped() {
        int first = Fresh.frame();
        mapWithTables(first, READ);
        Check.error(KernelError.OCCUPIED, map(first, ADDRESS + PAGE, READ), "the same capability elsewhere");
        Check.error(KernelError.OCCUPIED, map(Fresh.frame(), ADDRESS, READ), "another one there");
        Check.done(map(first, ADDRESS, READ_WRITE), "the same capability there, with other rights");
    }

    private static void withoutFaultsThereIsNoneToTake() {
        space = Fresh.make(ObjectType.IO_SPACE, 0);
        checkFault(DeviceFault.NONE, 0);
    }

    // A device that tries.

    private static void checkFault(DeviceFault kind, long address) {
        Check.done(Kernel.call(space, Invocation.IO_SPACE_TAKE_FAULT), "asking for a fault");
        Check.equal(kind.ordinal(), Message.word(0), "what the device tried");
        Check.equal(address, Message.word(1), "where it tried");
    }

    private static void assignDevice() {
        Check.done(assign(space, device.function().number()), "assigning the device");
    }

    private static void aDeviceReadsAndWritesWhatIsMapped() {
        mapWithTables(frame, READ_WRITE);
        assignDevice();
        Fresh.write(seen, PATTERN);
        device.fetch(ADDRESS, BYTES);
        device.store(ADDRESS + BYTES, BYTES);
        Check.equal(PATTERN, Fresh.read(seen + BYTES), "what the device copied");
        checkFault(DeviceFault.NONE, 0);
    }

    /** Lets the device write a pattern where it may not, and sees that it did not. */
    private static void checkOutOfReach(long address) {
        Fresh.write(seen, PATTERN);
        device.store(address, BYTES);
        Check.equal(PATTERN, Fresh.read(seen), "what is in the frame");
    }

    private static void unassignedReachesNothing() {
        mapWithTables(frame, READ_WRITE);
        checkOutOfReach(ADDRESS);
    }

    private static void doesNotWriteWhatIsMappedToRead() {
        mapWithTables(frame, READ);
        assignDevice();
        checkOutOfReach(ADDRESS);
        checkFault(DeviceFault.WRITE, ADDRESS);
    }

    private static void doesNotReadWhatIsMappedToWrite() {
        mapWithTables(frame, WRITE);
        assignDevice();
        Fresh.write(seen, PATTERN);
        device.fetch(ADDRESS, BYTES);
        device.store(ADDRESS + BYTES, BYTES);
        Check.that(Fresh.read(seen + BYTES) != PATTERN, "that the device has not read");
        checkFault(DeviceFault.READ, ADDRESS);
    }

    private static void aFaultIsSignalledAndTold() {
        int notification = Fresh.notification();
        Check.done(Kernel.call(space, Invocation.IO_SPACE_SET_NOTIFICATION, Fresh.mint(notification, Rights.WRITE, BADGE)),
                "saying what is signalled");
        assignDevice();
        Check.equal(0, Notifier.poll(notification), "what was signalled before");
        checkOutOfReach(ADDRESS + PAGE);
        device.pass();
        Check.equal(BADGE, Notifier.poll(notification), "what was signalled");
        checkFault(DeviceFault.WRITE, ADDRESS + PAGE);
        checkFault(DeviceFault.NONE, 0);
    }

    private static void theNextFaultIsRecorded() {
        assignDevice();
        device.store(ADDRESS, BYTES);
        device.store(ADDRESS + PAGE, BYTES);
        device.pass();
        checkFault(DeviceFault.WRITE, ADDRESS);
        device.fetch(ADDRESS + 2 * PAGE, BYTES);
        device.pass();
        checkFault(DeviceFault.READ, ADDRESS + 2 * PAGE);
    }

    private static void aRevokedFrameIsOutOfReach() {
        int lent = Fresh.copy(frame, Rights.ALL);
        mapWithTables(lent, READ_WRITE);
        assignDevice();
        device.store(ADDRESS, BYTES);
        Check.done(Fresh.delete(lent), "taking the frame back");
        checkOutOfReach(ADDRESS);
        checkFault(DeviceFault.WRITE, ADDRESS);
    }

    private static void anUnmappedFrameIsOutOfReach() {
        mapWithTables(frame, READ_WRITE);
        assignDevice();
        device.store(ADDRESS, BYTES);
        Check.done(Kernel.call(frame, Invocation.FRAME_UNMAP), "unmapping");
        checkOutOfReach(ADDRESS);
        Check.done(map(frame, ADDRESS, READ_WRITE), "mapping it again");
        Fresh.write(seen, 0);
        device.fetch(ADDRESS, BYTES);
        checkFault(DeviceFault.WRITE, ADDRESS);
    }

    private static void aTableTakesItsPagesAlong() {
        mapWithTables(frame, READ_WRITE);
        assignDevice();
        device.store(ADDRESS, BYTES);
        int other = Fresh.frame();
        long far = ADDRESS + (2L << 20);
        int table = Fresh.pageTable();
        Check.done(Kernel.call(table, Invocation.PAGE_TABLE_MAP_IO, space, far), "mapping a table");
        Check.done(map(other, far, READ_WRITE), "mapping a frame through it");
        device.store(far, BYTES);
        checkFault(DeviceFault.NONE, 0);
        Check.done(Kernel.call(table, Invocation.PAGE_TABLE_UNMAP), "taking the table out");
        device.store(far, BYTES);
        device.pass();
        checkFault(DeviceFault.WRITE, far);
    }

    private static void aLargeFrameIsMappedAtOnce() {
        mapWithTables(frame, READ_WRITE);
        assignDevice();
        int large = Fresh.make(ObjectType.LARGE_FRAME, 0);
        long far = ADDRESS + (2L << 20);
        Check.error(KernelError.ALIGNMENT_ERROR, map(large, far + PAGE, READ_WRITE), "an address inside of it");
        Check.done(map(large, far, READ_WRITE), "mapping");
        Fresh.write(seen, PATTERN);
        device.fetch(ADDRESS, BYTES);
        device.store(far + (2L << 20) - BYTES, BYTES);
        Fresh.write(seen, 0);
        device.fetch(far + (2L << 20) - BYTES, BYTES);
        device.store(ADDRESS, BYTES);
        Check.equal(PATTERN, Fresh.read(seen), "what went there and back");
        Check.done(Kernel.call(large, Invocation.FRAME_UNMAP), "unmapping");
        device.store(far, BYTES);
        device.pass();
        checkFault(DeviceFault.WRITE, far);
    }

    private static void aDestroyedSpaceBlocksItsDevice() {
        mapWithTables(frame, READ_WRITE);
        assignDevice();
        device.store(ADDRESS, BYTES);
        Check.done(Fresh.delete(space), "deleting the space");
        checkOutOfReach(ADDRESS);
    }

    private static void aBusWithoutItsTableIsBlocked() {
        mapWithTables(frame, READ_WRITE);
        assignDevice();
        device.store(ADDRESS, BYTES);
        Check.done(Kernel.call(busTable, Invocation.PAGE_TABLE_UNMAP), "taking the bus's table");
        checkOutOfReach(ADDRESS);
    }
}
