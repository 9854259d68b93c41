package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.VirtualMemory;

/** What trusted classes do when the kernel's own other classes ask for what must not be. */
class AuthorityTest {

    private final TestKernel kernel = TestKernel.booted();

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void memoryOfTheMachineIsGivenAwayOnce() {
        BootPool pool = new BootPool();
        Slot slot = kernel.slot(kernel.free());
        int region = BootRegions.largest();
        long sum = 0;
        while (pool.handOut(slot, region)) {
            sum += 1L << slot.sizeBits();
            slot.reduce();
        }
        assertEquals(BootRegions.total(), sum);
        assertFalse(pool.handOut(slot, region));
        assertTrue(slot.isEmpty());
    }

    @Test
    void controlsAreGivenAwayOnce() {
        BootPool pool = new BootPool();
        pool.giveControls((CNode) kernel.slot(kernel.make(ObjectType.CNODE, 4)).object());
        CNode other = (CNode) kernel.slot(kernel.make(ObjectType.CNODE, 4)).object();
        assertThrows(IllegalStateException.class, () -> pool.giveControls(other));
        assertTrue(other.slot(TestKernel.IRQ_CONTROL).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {-4096, 1, 4095, 1L << 40})
    void onlyPagesOfTheArchiveAreMapped(long offset) {
        ArchiveBytes archive = new ArchiveBytes();
        archive.open();
        VSpace space = (VSpace) kernel.slot(TestKernel.VSPACE).object();
        assertThrows(IllegalArgumentException.class, () -> archive.map(space, TestKernel.MAPPABLE, offset));
        assertEquals(Translation.Outcome.DONE, archive.map(space, TestKernel.MAPPABLE, 0));
    }

    @Test
    void aNumberIsWrittenOnlyWhereAProgramMayWrite() {
        VSpace space = (VSpace) kernel.slot(TestKernel.VSPACE).object();
        UserMemory.write(space, UserLayout.STACK_BOTTOM, 5);
        UserMemory.write(space, UserLayout.STACK_BOTTOM + 1, 6);
        UserMemory.write(space, UserLayout.BOOT_INFO, 7);
        UserMemory.write(space, 0xFFFF_8000_0000_0000L, 8);
        assertEquals(5, VirtualMemory.loadLong(UserLayout.STACK_BOTTOM));
        assertNotEquals(7, VirtualMemory.loadLong(UserLayout.BOOT_INFO));
    }

    @ParameterizedTest
    @CsvSource({"CNODE, -1", "CNODE, -8", "CNODE, 0", "CNODE, 17", "UNTYPED, 5", "UNTYPED, 63", "UNTYPED, -1"})
    void nothingIsMadeOfAnImpossibleSize(ObjectType type, int bits) {
        Slot destination = kernel.slot(kernel.free());
        UntypedMemory.make(kernel.slot(TestKernel.UNTYPED), destination, type, bits);
        assertTrue(destination.isEmpty());
    }

    @Test
    void nothingIsMadeOfWhatIsNoUntypedMemory() {
        Slot frame = kernel.slot(kernel.make(ObjectType.FRAME));
        Slot destination = kernel.slot(kernel.free());
        UntypedMemory.make(frame, destination, ObjectType.ENDPOINT, 0);
        assertTrue(destination.isEmpty());
        UntypedMemory.make(kernel.slot(TestKernel.UNTYPED), frame, ObjectType.ENDPOINT, 0);
        assertEquals(CapabilityType.FRAME, frame.type());
    }

    @Test
    void aCapabilityIsNotWrittenOverAnother() {
        Slot frame = kernel.slot(kernel.make(ObjectType.FRAME));
        Slot endpoint = kernel.slot(kernel.make(ObjectType.ENDPOINT));
        assertThrows(IllegalStateException.class, () -> frame.take(endpoint));
        assertThrows(IllegalStateException.class, () -> frame.copy(endpoint, Rights.ALL, 0));
        assertEquals(CapabilityType.FRAME, frame.type());
        assertEquals(CapabilityType.ENDPOINT, endpoint.type());
    }

    @Test
    void whatHasOneStateIsNotCopied() {
        Slot destination = kernel.slot(kernel.free());
        destination.copy(kernel.slot(TestKernel.UNTYPED), Rights.ALL, 0);
        destination.copy(kernel.slot(kernel.make(ObjectType.PAGE_TABLE)), Rights.ALL, 0);
        destination.copy(kernel.slot(TestKernel.IO_PORT_CONTROL), Rights.ALL, 0);
        assertTrue(destination.isEmpty());
    }

    @Test
    void onlyFramesAreMappedAndOnlyTablesInstalled() {
        VSpace space = (VSpace) kernel.slot(TestKernel.VSPACE).object();
        Slot untyped = kernel.slot(kernel.make(ObjectType.UNTYPED, 12));
        Slot table = kernel.slot(kernel.make(ObjectType.PAGE_TABLE));
        Slot frame = kernel.slot(kernel.make(ObjectType.FRAME));
        space.map(untyped, TestKernel.MAPPABLE, Translation.Access.READ_WRITE);
        space.map(table, TestKernel.MAPPABLE, Translation.Access.READ_WRITE);
        space.map(frame, UserLayout.BOOT_INFO, Translation.Access.READ_WRITE);
        space.install(frame, 0x5000_0000_0000L);
        assertNull(untyped.space());
        assertNull(table.space());
        assertNull(frame.space());
        assertTrue(Translation.locate(space.root(), TestKernel.MAPPABLE, Translation.Access.READ).is(PhysicalAddress.ZERO));
    }

    @Test
    void aThreadWithoutAnAddressSpaceDoesNotRun() {
        Tcb thread = kernel.tcb(kernel.make(ObjectType.TCB));
        assertThrows(IllegalStateException.class, () -> VSpace.run(thread));
    }

    @Test
    void aPortIsReachedThroughACapabilityOfItOnly() {
        int slot = kernel.free();
        kernel.perform(TestKernel.IO_PORT_CONTROL, Invocation.IO_PORT_CONTROL_ISSUE, 0x3F8, 0x3FF, TestKernel.CNODE, slot);
        assertTrue(PortRange.contains(kernel.slot(slot), 0x3FF, 8));
        assertFalse(PortRange.contains(kernel.slot(slot), 0x3FF, 16));
        assertFalse(PortRange.contains(kernel.slot(slot), 0x3F7, 8));
        assertFalse(PortRange.contains(kernel.slot(TestKernel.UNTYPED), 0, 8));
        assertEquals(0, PortRange.read(kernel.slot(slot), 0x3F5 + 0x1_0000, 8));
        Slot empty = kernel.slot(kernel.free());
        empty.issuePorts(kernel.slot(slot), 0, 0xFFFF);
        empty.issuePorts(kernel.slot(TestKernel.IO_PORT_CONTROL), 5, 4);
        empty.issueHandler(kernel.slot(slot), kernel.processor.lineHandlers[3]);
        assertTrue(empty.isEmpty());
    }

    /** Each copy is made from the one before: a revocation that looked for the end of the chain each time would not end soon. */
    @Test
    void aLongChainOfCopiesIsRevoked() {
        int bits = 14;
        CNode table = (CNode) kernel.slot(kernel.make(ObjectType.CNODE, bits)).object();
        Slot source = kernel.slot(kernel.make(ObjectType.ENDPOINT));
        Slot last = source;
        for (int index = 1; index < 1 << bits; index++) {
            table.slot(index).copy(last, Rights.ALL, 0);
            last = table.slot(index);
        }
        assertEquals(1 << bits, source.object().capabilities());
        kernel.processor.deletion.revoke(source);
        assertEquals(1, source.object().capabilities());
        assertTrue(last.isEmpty());
    }
}
