package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.CapabilityType;
import peaberry.abi.DeviceFault;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.machine.simulated.DmaDevice;
import peaberry.machine.simulated.InterruptController;
import peaberry.machine.simulated.SimulatedIommu;

/** What devices can do to memory, seen from the devices. */
class IoSpaceTest {

    private static final long READ = 2;
    private static final long WRITE = 1;
    private static final long READ_WRITE = 3;
    private static final int BUS = 3;
    private static final int FUNCTION = BUS << 8 | 5 << 3;
    private static final long ADDRESS = 0x7000_0000L;
    private static final long PAGE = 4096;
    private static final long LARGE_PAGE = 2 << 20;
    private static final long VALUE = 0x0123_4567_89AB_CDEFL;
    private static final long INTERRUPTS = 0xFEE0_0000L;
    private static final long END = 1L << SimulatedIommu.ADDRESS_BITS;

    private final TestKernel kernel = TestKernel.booted();
    private final DmaDevice device = new DmaDevice(kernel.machine, FUNCTION);
    private final int busTable = kernel.make(ObjectType.PAGE_TABLE);
    private final int space = kernel.make(ObjectType.IO_SPACE);
    private final int frame = kernel.make(ObjectType.FRAME);
    private final int notification = kernel.make(ObjectType.NOTIFICATION);

    IoSpaceTest() {
        kernel.perform(busTable, Invocation.PAGE_TABLE_MAP_BUS, TestKernel.IO_SPACE_CONTROL, BUS);
        makeTables(space, ADDRESS);
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void deviceReadsAndWritesWhatIsMappedForIt() {
        assign();
        map(frame, READ_WRITE);
        device.write(ADDRESS + 16, VALUE);
        assertEquals(VALUE, content(frame, 16));
        assertEquals(VALUE, device.read(ADDRESS + 16));
    }

    @Test
    void deviceDoesOnlyWhatTheRightsSay() {
        assign();
        map(frame, READ);
        device.write(ADDRESS, VALUE);
        assertEquals(0, content(frame, 0));
        map(frame, WRITE);
        device.write(ADDRESS, VALUE);
        assertEquals(VALUE, content(frame, 0));
        assertEquals(-1, device.read(ADDRESS));
    }

    @Test
    void deviceThatIsNotAssignedReachesNothing() {
        map(frame, READ_WRITE);
        device.write(ADDRESS, VALUE);
        device.write(kernel.slot(frame).base().value(), VALUE);
        assertEquals(0, content(frame, 0));
        assertNull(kernel.machine.iommu().takeFault());
    }

    @Test
    void largeFrameIsMappedAtOnce() {
        int large = kernel.make(ObjectType.LARGE_FRAME);
        assign();
        kernel.perform(large, Invocation.FRAME_MAP_IO, space, ADDRESS + LARGE_PAGE, READ_WRITE);
        device.write(ADDRESS + 2 * LARGE_PAGE - 8, VALUE);
        assertEquals(VALUE, content(large, LARGE_PAGE - 8));
        kernel.perform(large, Invocation.FRAME_UNMAP);
        assertEquals(-1, device.read(ADDRESS + 2 * LARGE_PAGE - 8));
        assertEquals(KernelError.ALIGNMENT_ERROR, kernel.invoke(large, Invocation.FRAME_MAP_IO, space, ADDRESS + PAGE, READ));
    }

    @Test
    void revokedFrameIsOutOfTheDevicesReachAtOnce() {
        int copy = kernel.mint(frame, TestKernel.ALL_RIGHTS, 0);
        assign();
        map(copy, READ_WRITE);
        assertEquals(0, device.read(ADDRESS));
        kernel.revoke(frame);
        device.write(ADDRESS, VALUE);
        assertEquals(0, content(frame, 0));
    }

    @Test
    void unmappedDeletedOrMovedFrameIsWhereItsCapabilityIs() {
        assign();
        map(frame, READ);
        int moved = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, moved, TestKernel.CNODE, frame);
        assertEquals(0, device.read(ADDRESS));
        kernel.perform(moved, Invocation.FRAME_UNMAP);
        assertEquals(-1, device.read(ADDRESS));
        map(moved, READ);
        assertEquals(0, device.read(ADDRESS));
        kernel.delete(moved);
        assertEquals(-1, device.read(ADDRESS));
    }

    @Test
    void pageTableThatIsTakenOutTakesItsPagesAlong() {
        int table = kernel.make(ObjectType.PAGE_TABLE);
        long address = ADDRESS + (4L << 20);
        kernel.perform(table, Invocation.PAGE_TABLE_MAP_IO, space, address);
        kernel.perform(frame, Invocation.FRAME_MAP_IO, space, address, READ);
        assign();
        assertEquals(0, device.read(address));
        kernel.perform(table, Invocation.PAGE_TABLE_UNMAP);
        assertEquals(-1, device.read(address));
        kernel.perform(table, Invocation.PAGE_TABLE_MAP_IO, space, address);
        assertEquals(-1, device.read(address));
    }

    @Test
    void destroyedSpaceBlocksItsDevice() {
        assign();
        map(frame, READ);
        assertEquals(0, device.read(ADDRESS));
        kernel.delete(space);
        assertEquals(-1, device.read(ADDRESS));
        assertNull(kernel.slot(frame).space());
        int other = kernel.make(ObjectType.IO_SPACE);
        kernel.perform(TestKernel.IO_SPACE_CONTROL, Invocation.IO_SPACE_CONTROL_ASSIGN, other, FUNCTION);
    }

    @Test
    void spaceThatIsNotYetDestroyedInFullBlocksItsDeviceAlready() {
        int copy = 0;
        for (int page = 1; page < 40; page++) {
            copy = kernel.mint(frame, TestKernel.ALL_RIGHTS, 0);
            kernel.perform(copy, Invocation.FRAME_MAP_IO, space, ADDRESS + page * PAGE, READ);
        }
        assign();
        map(frame, READ);
        assertEquals(0, device.read(ADDRESS));
        kernel.machine.interrupts().pendAfter(1);
        assertEquals(KernelError.INTERRUPTED, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_DELETE, space));
        assertEquals(-1, device.read(ADDRESS));
        kernel.machine.interrupts().pendAfter(InterruptController.NEVER);
        kernel.delete(space);
        assertNull(kernel.slot(frame).space());
        assertNull(kernel.slot(copy).space());
    }

    @Test
    void spacesWhoseNumberWasAnothersReachNothingOfIts() {
        assign();
        map(frame, READ);
        assertEquals(0, device.read(ADDRESS));
        kernel.delete(space);
        int next = kernel.make(ObjectType.IO_SPACE);
        assertEquals(KernelError.NONE, tryAssign(next, FUNCTION));
        assertEquals(-1, device.read(ADDRESS));
    }

    @Test
    void busWithoutItsTableIsBlockedAndItsFunctionsCanBeAssignedAnew() {
        assign();
        map(frame, READ);
        assertEquals(0, device.read(ADDRESS));
        kernel.perform(busTable, Invocation.PAGE_TABLE_UNMAP);
        assertEquals(-1, device.read(ADDRESS));
        assertEquals(KernelError.MISSING_PAGE_TABLE, tryAssign(space, FUNCTION));
        kernel.perform(busTable, Invocation.PAGE_TABLE_MAP_BUS, TestKernel.IO_SPACE_CONTROL, BUS);
        assertEquals(-1, device.read(ADDRESS));
        assign();
        assertEquals(0, device.read(ADDRESS));
        kernel.delete(busTable);
        assertEquals(-1, device.read(ADDRESS));
    }

    @Test
    void functionHasOneSpaceAndSpaceOneFunction() {
        int other = kernel.make(ObjectType.IO_SPACE);
        assign();
        assertEquals(KernelError.OCCUPIED, tryAssign(other, FUNCTION));
        assertEquals(KernelError.OCCUPIED, tryAssign(space, FUNCTION + 1));
        assertEquals(KernelError.NONE, tryAssign(other, FUNCTION + 1));
    }

    @Test
    void machineThatCanTellNoMoreSpacesApartSaysSo() {
        for (int number = 1; number < SimulatedIommu.DOMAINS; number++) {
            assertEquals(KernelError.NONE, tryAssign(kernel.make(ObjectType.IO_SPACE), FUNCTION + number));
        }
        assertEquals(KernelError.NOT_ENOUGH_MEMORY, tryAssign(space, FUNCTION));
    }

    @Test
    void faultIsSignalledAndToldOnce() {
        kernel.perform(space, Invocation.IO_SPACE_SET_NOTIFICATION, kernel.mint(notification, TestKernel.ALL_RIGHTS, 4));
        assign();
        fault(DeviceFault.WRITE, ADDRESS, 5);
        fault(DeviceFault.READ, ADDRESS + PAGE, 6);
        assertEquals(4, kernel.poll(notification));
        assertFault(DeviceFault.WRITE, ADDRESS, 5);
        assertFault(DeviceFault.NONE, 0, 0);
        fault(DeviceFault.READ, ADDRESS + PAGE, 6);
        assertEquals(4, kernel.poll(notification));
        assertFault(DeviceFault.READ, ADDRESS + PAGE, 6);
    }

    @Test
    void faultOfNobodysFunctionIsNobodys() {
        kernel.perform(space, Invocation.IO_SPACE_SET_NOTIFICATION, notification);
        fault(DeviceFault.WRITE, ADDRESS, 5);
        assertFault(DeviceFault.NONE, 0, 0);
        assertFalse(((Notification) kernel.slot(notification).object()).isSignalled());
    }

    @Test
    void deletedNotificationLeavesTheSpaceSilent() {
        kernel.perform(space, Invocation.IO_SPACE_SET_NOTIFICATION, notification);
        kernel.perform(space, Invocation.IO_SPACE_SET_NOTIFICATION, notification);
        assign();
        kernel.revoke(notification);
        fault(DeviceFault.WRITE, ADDRESS, 5);
        assertFault(DeviceFault.WRITE, ADDRESS, 5);
    }

    @Test
    void wrongMappingsAreRefused() {
        assertEquals(KernelError.ALIGNMENT_ERROR, tryMap(frame, ADDRESS + 8, READ));
        assertEquals(KernelError.RANGE_ERROR, tryMap(frame, END, READ));
        assertEquals(KernelError.RANGE_ERROR, tryMap(frame, -PAGE, READ));
        assertEquals(KernelError.RANGE_ERROR, tryMap(frame, INTERRUPTS, READ));
        assertEquals(KernelError.INVALID_ARGUMENT, tryMap(frame, ADDRESS, 0));
        assertEquals(KernelError.MISSING_PAGE_TABLE, tryMap(frame, 0, READ));
        int reader = kernel.mint(frame, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, tryMap(reader, ADDRESS, READ_WRITE));
        map(frame, READ);
        assertEquals(KernelError.OCCUPIED, tryMap(reader, ADDRESS, READ));
        assertEquals(KernelError.OCCUPIED, tryMap(frame, ADDRESS + PAGE, READ));
        assertEquals(KernelError.OCCUPIED,
                kernel.invoke(frame, Invocation.FRAME_MAP, TestKernel.VSPACE, TestKernel.MAPPABLE, READ, 0));
    }

    @Test
    void wrongTablesAreRefused() {
        int table = kernel.make(ObjectType.PAGE_TABLE);
        assertEquals(KernelError.OCCUPIED, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_IO, space, ADDRESS));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_IO, space, END));
        assertEquals(KernelError.ALIGNMENT_ERROR, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_IO, space, 1));
        assertEquals(KernelError.OCCUPIED, kernel.invoke(busTable, Invocation.PAGE_TABLE_MAP_IO, space, 0));
        assertEquals(KernelError.OCCUPIED,
                kernel.invoke(busTable, Invocation.PAGE_TABLE_MAP_BUS, TestKernel.IO_SPACE_CONTROL, BUS + 1));
        assertEquals(KernelError.OCCUPIED, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_BUS, TestKernel.IO_SPACE_CONTROL, BUS));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_BUS, TestKernel.IO_SPACE_CONTROL, 256));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_BUS, TestKernel.IO_SPACE_CONTROL, -1));
        assertEquals(KernelError.RANGE_ERROR, tryAssign(space, 1L << 16));
        assertEquals(KernelError.RANGE_ERROR, tryAssign(space, -1));
        assertEquals(KernelError.MISSING_PAGE_TABLE, tryAssign(space, (BUS + 1) << 8));
    }

    @Test
    void machineThatCannotConfineDevicesSaysSo() {
        kernel.machine.iommu().remove();
        int table = kernel.make(ObjectType.PAGE_TABLE);
        assertEquals(KernelError.UNSUPPORTED, tryAssign(space, FUNCTION));
        assertEquals(KernelError.UNSUPPORTED, tryMap(frame, ADDRESS, READ));
        assertEquals(KernelError.UNSUPPORTED, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_IO, space, ADDRESS));
        assertEquals(KernelError.UNSUPPORTED, kernel.invoke(table, Invocation.PAGE_TABLE_MAP_BUS, TestKernel.IO_SPACE_CONTROL, BUS));
    }

    /** Whatever is mapped, unmapped and deleted in whatever order, the device reaches exactly what is mapped now. */
    @Test
    void deviceReachesExactlyWhatIsMapped() {
        Random random = new Random(7);
        Map<Long, Integer> mapped = new HashMap<>();
        assign();
        for (int round = 0; round < 2000; round++) {
            long address = ADDRESS + random.nextInt(6) * PAGE;
            if (!mapped.containsKey(address)) {
                int copy = kernel.mint(frame, TestKernel.ALL_RIGHTS, 0);
                kernel.perform(copy, Invocation.FRAME_MAP_IO, space, address, READ);
                mapped.put(address, copy);
            } else if (random.nextBoolean()) {
                kernel.delete(mapped.remove(address));
            }
            long read = ADDRESS + random.nextInt(6) * PAGE;
            assertEquals(mapped.containsKey(read) ? 0 : -1, device.read(read));
        }
        assertEquals(CapabilityType.IO_SPACE, kernel.slot(space).type());
        assertTrue(kernel.tcb(TestKernel.ROOT_TCB) == kernel.root());
    }

    private void assign() {
        kernel.perform(TestKernel.IO_SPACE_CONTROL, Invocation.IO_SPACE_CONTROL_ASSIGN, space, FUNCTION);
    }

    private KernelError tryAssign(int target, long function) {
        return kernel.invoke(TestKernel.IO_SPACE_CONTROL, Invocation.IO_SPACE_CONTROL_ASSIGN, target, function);
    }

    private void map(int slot, long rights) {
        kernel.perform(slot, Invocation.FRAME_MAP_IO, space, ADDRESS, rights);
    }

    private KernelError tryMap(int slot, long address, long rights) {
        return kernel.invoke(slot, Invocation.FRAME_MAP_IO, space, address, rights);
    }

    private void makeTables(int target, long address) {
        for (int level = 0; level < 2; level++) {
            kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP_IO, target, address);
        }
    }

    private long content(int slot, long offset) {
        return kernel.machine.memory().loadLong(kernel.slot(slot).base().value() + offset);
    }

    private void fault(DeviceFault kind, long page, int reason) {
        kernel.systemCalls.deviceFault(FUNCTION, kind, page, reason);
    }

    private void assertFault(DeviceFault kind, long page, long reason) {
        kernel.perform(space, Invocation.IO_SPACE_TAKE_FAULT);
        assertEquals(kind.ordinal(), kernel.message.word0);
        assertEquals(page, kernel.message.word1);
        assertEquals(reason, kernel.message.word2);
    }
}
