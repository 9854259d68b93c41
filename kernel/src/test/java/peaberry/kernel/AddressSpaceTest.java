package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.VirtualMemory;

class AddressSpaceTest {

    private static final long READ = 2;
    private static final long READ_WRITE = 3;
    private static final long ADDRESS = 0x7654_3000L;

    private final TestKernel kernel = TestKernel.booted();
    private final int frame = kernel.make(ObjectType.FRAME);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void mappedFrameIsSeenAtItsAddress() {
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        VirtualMemory.storeLong(TestKernel.MAPPABLE + 16, 123);
        assertEquals(123, kernel.machine.memory().loadLong(kernel.slot(frame).base().value() + 16));
    }

    @Test
    void frameSaysWhereItIsInTheMachinesMemory() {
        kernel.perform(frame, Invocation.FRAME_ADDRESS);
        long address = kernel.message.word0;
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        VirtualMemory.storeLong(TestKernel.MAPPABLE, 456);
        assertEquals(456, kernel.machine.memory().loadLong(address));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(kernel.mint(frame, TestKernel.WRITE_ONLY, 0), Invocation.FRAME_ADDRESS));
    }

    @Test
    void unmappedFrameIsGone() {
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        kernel.perform(frame, Invocation.FRAME_UNMAP);
        assertFalse(isMapped(TestKernel.VSPACE, TestKernel.MAPPABLE));
        kernel.perform(frame, Invocation.FRAME_UNMAP);
        map(frame, TestKernel.MAPPABLE, READ);
    }

    @Test
    void deletedFrameIsUnmapped() {
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        kernel.delete(frame);
        assertFalse(isMapped(TestKernel.VSPACE, TestKernel.MAPPABLE));
    }

    @Test
    void readOnlyMappingsCannotBeWritten() {
        map(frame, TestKernel.MAPPABLE, READ);
        assertEquals(0, VirtualMemory.loadLong(TestKernel.MAPPABLE));
        assertThrows(IllegalStateException.class, () -> VirtualMemory.storeLong(TestKernel.MAPPABLE, 1));
    }

    @Test
    void copyOfAFrameIsMappedOnItsOwn() {
        int copy = kernel.mint(frame, TestKernel.READ_ONLY, 0);
        long free = TestKernel.MAPPABLE + UserLayout.PAGE;
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        map(copy, free, READ);
        VirtualMemory.storeInt(TestKernel.MAPPABLE + 4, 9);
        assertEquals(9, VirtualMemory.loadInt(free + 4));
        kernel.delete(copy);
        assertFalse(isMapped(TestKernel.VSPACE, free));
        assertTrue(isMapped(TestKernel.VSPACE, TestKernel.MAPPABLE));
    }

    @Test
    void copyOfAMappedFrameIsNotMapped() {
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        int copy = kernel.mint(frame, TestKernel.ALL_RIGHTS, 0);
        assertNull(kernel.slot(copy).space());
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, copy);
        assertEquals(0, kernel.message.word3);
    }

    @Test
    void writableAndExecutableAreNeverTogether() {
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(frame, TestKernel.MAPPABLE, READ_WRITE, 1));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(frame, TestKernel.MAPPABLE, READ, 2));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(frame, TestKernel.MAPPABLE, READ, -1));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(frame, TestKernel.MAPPABLE, 0, 0));
        assertEquals(KernelError.INVALID_ARGUMENT, refusal(frame, TestKernel.MAPPABLE, 1, 0));
        assertEquals(KernelError.NONE, refusal(frame, TestKernel.MAPPABLE, READ, 1));
    }

    @Test
    void pageZeroTheUpperHalfAndOddAddressesAreRefused() {
        for (long address : new long[] {0, 1, 4095, UserLayout.LIMIT, -1, -4096, Long.MIN_VALUE, Long.MAX_VALUE,
            0xFFFF_8000_0000_0000L, 1L << 52}) {
            assertEquals(KernelError.RANGE_ERROR, refusal(frame, address, READ, 0));
        }
        assertEquals(KernelError.ALIGNMENT_ERROR, refusal(frame, TestKernel.MAPPABLE + 8, READ, 0));
        int table = kernel.make(ObjectType.PAGE_TABLE);
        assertEquals(KernelError.RANGE_ERROR, tableRefusal(table, UserLayout.LIMIT));
        assertEquals(KernelError.RANGE_ERROR, tableRefusal(table, 0));
        assertEquals(KernelError.ALIGNMENT_ERROR, tableRefusal(table, 5000));
    }

    @Test
    void frameIsMappedOnceAndAnAddressTakenOnce() {
        map(frame, TestKernel.MAPPABLE, READ);
        assertEquals(KernelError.OCCUPIED, refusal(frame, TestKernel.MAPPABLE + UserLayout.PAGE, READ, 0));
        assertEquals(KernelError.OCCUPIED, refusal(kernel.make(ObjectType.FRAME), TestKernel.MAPPABLE, READ, 0));
        assertEquals(KernelError.OCCUPIED, refusal(kernel.make(ObjectType.FRAME), UserLayout.BOOT_INFO, READ, 0));
    }

    @Test
    void mappingAgainAtTheSameAddressChangesTheAccess() {
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        VirtualMemory.storeLong(TestKernel.MAPPABLE, 5);
        map(frame, TestKernel.MAPPABLE, READ);
        assertEquals(KernelError.NONE, refusal(frame, TestKernel.MAPPABLE, READ, 1));
        assertEquals(5, VirtualMemory.loadLong(TestKernel.MAPPABLE));
        kernel.perform(frame, Invocation.FRAME_UNMAP);
        assertFalse(isMapped(TestKernel.VSPACE, TestKernel.MAPPABLE));
        map(frame, TestKernel.MAPPABLE, READ_WRITE);
        map(frame, TestKernel.MAPPABLE, READ);
        assertThrows(IllegalStateException.class, () -> VirtualMemory.storeLong(TestKernel.MAPPABLE, 1));
    }

    @Test
    void mappingAgainWhereATableWasTakenOutFailsAndChangesNothing() {
        int space = kernel.make(ObjectType.VSPACE);
        int table = giveTables(space, ADDRESS);
        kernel.perform(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0);
        kernel.delete(table);
        assertEquals(KernelError.MISSING_PAGE_TABLE, kernel.invoke(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0));
        assertEquals(ADDRESS, kernel.slot(frame).extent());
        kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, space, ADDRESS);
        kernel.perform(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0);
        assertTrue(isMapped(space, ADDRESS));
    }

    @Test
    void mappingNeedsTheRights() {
        int reader = kernel.mint(frame, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, refusal(reader, TestKernel.MAPPABLE, READ_WRITE, 0));
        int space = kernel.mint(TestKernel.VSPACE, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT,
                kernel.invoke(frame, Invocation.FRAME_MAP, space, TestKernel.MAPPABLE, READ, 0));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(kernel.make(ObjectType.PAGE_TABLE),
                Invocation.PAGE_TABLE_MAP, space, ADDRESS));
        assertEquals(KernelError.NONE, refusal(reader, TestKernel.MAPPABLE, READ, 0));
    }

    @Test
    void mappingNeedsAnAddressSpace() {
        assertEquals(KernelError.FAILED_LOOKUP,
                kernel.invoke(frame, Invocation.FRAME_MAP, 0, TestKernel.MAPPABLE, READ, 0));
        assertEquals(KernelError.FAILED_LOOKUP,
                kernel.invoke(frame, Invocation.FRAME_MAP, TestKernel.CNODE, TestKernel.MAPPABLE, READ, 0));
        assertEquals(KernelError.FAILED_LOOKUP,
                kernel.invoke(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, 0, ADDRESS));
    }

    @Test
    void newAddressSpaceWantsItsTablesFirst() {
        int space = kernel.make(ObjectType.VSPACE);
        assertEquals(KernelError.MISSING_PAGE_TABLE,
                kernel.invoke(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0));
        giveTables(space, ADDRESS);
        kernel.perform(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0);
        assertEquals(KernelError.OCCUPIED,
                kernel.invoke(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, space, ADDRESS));
        assertFalse(isMapped(TestKernel.VSPACE, ADDRESS));
    }

    @Test
    void tableTakenOutTakesItsMappingsWithIt() {
        int space = kernel.make(ObjectType.VSPACE);
        int table = giveTables(space, ADDRESS);
        kernel.perform(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0);
        kernel.perform(table, Invocation.PAGE_TABLE_UNMAP);
        assertEquals(KernelError.MISSING_PAGE_TABLE,
                kernel.invoke(kernel.make(ObjectType.FRAME), Invocation.FRAME_MAP, space, ADDRESS, READ, 0));
        int other = kernel.make(ObjectType.VSPACE);
        giveTablesBut(other, ADDRESS, table);
        assertFalse(isMapped(other, ADDRESS));
        kernel.perform(frame, Invocation.FRAME_UNMAP);
        kernel.perform(frame, Invocation.FRAME_MAP, other, ADDRESS, READ, 0);
    }

    @Test
    void tableCannotBeInTwoPlaces() {
        int space = kernel.make(ObjectType.VSPACE);
        int table = giveTables(space, ADDRESS);
        assertEquals(KernelError.OCCUPIED,
                kernel.invoke(table, Invocation.PAGE_TABLE_MAP, kernel.make(ObjectType.VSPACE), ADDRESS));
        kernel.perform(table, Invocation.PAGE_TABLE_UNMAP);
        kernel.perform(table, Invocation.PAGE_TABLE_UNMAP);
    }

    @Test
    void staleMappingOfAFrameDoesNotDisturbItsSuccessor() {
        int space = kernel.make(ObjectType.VSPACE);
        int table = giveTables(space, ADDRESS);
        kernel.perform(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0);
        kernel.delete(table);
        kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, space, ADDRESS);
        int successor = kernel.make(ObjectType.FRAME);
        kernel.perform(successor, Invocation.FRAME_MAP, space, ADDRESS, READ, 0);
        kernel.delete(frame);
        assertTrue(isMapped(space, ADDRESS));
    }

    @Test
    void destroyedAddressSpaceForgetsItsMappings() {
        int space = kernel.make(ObjectType.VSPACE);
        int table = giveTables(space, ADDRESS);
        kernel.perform(frame, Invocation.FRAME_MAP, space, ADDRESS, READ, 0);
        kernel.delete(space);
        assertNull(kernel.slot(frame).space());
        assertNull(kernel.slot(table).space());
        map(frame, TestKernel.MAPPABLE, READ);
    }

    @Test
    void addressSpacesAreApart() {
        int space = kernel.make(ObjectType.VSPACE);
        giveTables(space, TestKernel.MAPPABLE);
        kernel.perform(frame, Invocation.FRAME_MAP, space, TestKernel.MAPPABLE, READ_WRITE, 0);
        assertFalse(isMapped(TestKernel.VSPACE, TestKernel.MAPPABLE));
        assertEquals(CapabilityType.VSPACE, kernel.slot(space).type());
    }

    @Test
    void wrongOperationsAndShortMessagesAreRefused() {
        int table = kernel.make(ObjectType.PAGE_TABLE);
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(frame, Invocation.PAGE_TABLE_MAP, 2, ADDRESS));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(table, Invocation.FRAME_UNMAP));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(TestKernel.VSPACE, Invocation.FRAME_UNMAP));
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(frame, Invocation.FRAME_MAP, 2, ADDRESS, READ));
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(table, Invocation.PAGE_TABLE_MAP, 2));
    }

    private void map(int slot, long address, long rights) {
        kernel.perform(slot, Invocation.FRAME_MAP, TestKernel.VSPACE, address, rights, 0);
    }

    private KernelError refusal(int slot, long address, long rights, long executable) {
        return kernel.invoke(slot, Invocation.FRAME_MAP, TestKernel.VSPACE, address, rights, executable);
    }

    private KernelError tableRefusal(int table, long address) {
        return kernel.invoke(table, Invocation.PAGE_TABLE_MAP, TestKernel.VSPACE, address);
    }

    /** Installs all tables on the way to the address and tells the slot of the lowest. */
    private int giveTables(int space, long address) {
        int last = 0;
        for (int level = 0; level < 3; level++) {
            last = kernel.make(ObjectType.PAGE_TABLE);
            kernel.perform(last, Invocation.PAGE_TABLE_MAP, space, address);
        }
        return last;
    }

    /** The same, but with a used table as the lowest. */
    private void giveTablesBut(int space, long address, int lowest) {
        kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, space, address);
        kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, space, address);
        kernel.perform(lowest, Invocation.PAGE_TABLE_MAP, space, address);
    }

    private boolean isMapped(int space, long address) {
        return !locate(space, address).is(PhysicalAddress.ZERO);
    }

    private PhysicalAddress locate(int space, long address) {
        return Translation.locate(((VSpace) kernel.slot(space).object()).root(), address, Translation.Access.READ);
    }
}
