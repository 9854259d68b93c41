package peaberry.ahci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest {

    private final FakeMemory memory = new FakeMemory();
    private final FakeController controller = new FakeController(memory);
    private final FakeDisk disk = new FakeDisk();
    private final Drive drive = new Drive(controller, memory);

    @Test
    void aDiskIsFoundAndItsSectorsAreCounted() {
        startWith(disk);
        assertEquals(FakeDisk.SECTORS, drive.sectors());
        assertEquals(List.of("ec 0 0"), disk.log);
        assertEquals(0, controller.messages, "nobody is interrupted before there is a request");
    }

    @Test
    void theFirstPortWithADiskIsTheOne() {
        FakeDisk compact = new FakeDisk();
        controller.plug(0, compact, FakeController.SIGNATURE_CD);
        controller.plug(3, disk, HostRegisters.PORT_SIG_ATA);
        controller.plug(5, new FakeDisk(), HostRegisters.PORT_SIG_ATA);
        drive.start();
        assertEquals(FakeDisk.SECTORS, drive.sectors());
        assertEquals(1, disk.log.size());
        assertEquals(0, controller.get(0, HostRegisters.PORT_CMD) & HostRegisters.PORT_CMD_FIS_RUNNING, "the other port leaves memory alone");
    }

    @Test
    void portsThatAreNotThereAreNotTouched() {
        controller.put(HostRegisters.PI, 0b10);
        controller.plug(0, new FakeDisk(), HostRegisters.PORT_SIG_ATA);
        controller.plug(1, disk, HostRegisters.PORT_SIG_ATA);
        drive.start();
        assertEquals(1, disk.log.size());
    }

    @Test
    void aControllerWithoutADiskIsNoReasonToFail() {
        controller.plug(2, new FakeDisk(), FakeController.SIGNATURE_CD);
        drive.start();
        assertEquals(0, drive.sectors());
        assertEquals(null, drive.next(), "and an interrupt means nothing");
    }

    @Test
    void aDiskThatIsNeverReadyIsNoDisk() {
        controller.stuckBusy = true;
        startWith(disk);
        assertEquals(0, drive.sectors());
    }

    @Test
    void aDiskThatCannotSayWhatItIsIsNotUsed() {
        disk.failing = true;
        startWith(disk);
        assertEquals(0, drive.sectors());
    }

    @Test
    void theCapacityHas48Bits() {
        disk.identity[100] = 0x5678;
        disk.identity[101] = 0x1234;
        disk.identity[102] = 0xFFFF;
        startWith(disk);
        assertEquals(0xFFFF_1234_5678L, drive.sectors());
    }

    @Test
    void anIdentityMayHaveAChecksum() {
        disk.seal();
        startWith(disk);
        assertEquals(FakeDisk.SECTORS, drive.sectors());
    }

    @Test
    void anIdentityWithAWrongChecksumIsNotBelieved() {
        disk.seal();
        disk.identity[100]++;
        assertUnusable();
    }

    @Test
    void longSectorsAreNotServed() {
        disk.identity[106] |= 1 << 12;
        assertUnusable();
    }

    @Test
    void aDiskWithout48BitsIsNotServed() {
        disk.identity[83] &= ~(1 << 10);
        assertUnusable();
    }

    @Test
    void wordsThatDoNotSayThatTheyAreValidCountForNothing() {
        disk.identity[83] |= 1 << 15;
        assertUnusable();
    }

    @Test
    void aDiskWithoutDmaIsNotServed() {
        disk.identity[49] &= ~(1 << 8);
        assertUnusable();
    }

    @Test
    void whatIsNoAtaDeviceIsNotServed() {
        disk.identity[0] |= 1 << 15;
        assertUnusable();
    }

    @Test
    void aDiskWithoutSectorsIsNotServed() {
        disk.identity[100] = 0;
        assertUnusable();
    }

    @Test
    void moreSectorsThanCanBeNumberedAreNone() {
        disk.identity[103] = 0x8000;
        assertUnusable();
    }

    private void assertUnusable() {
        startWith(disk);
        assertEquals(0, drive.sectors());
        assertEquals(1, disk.log.size());
    }

    @Test
    void aControllerThatDoesNotComeBackEndsTheDriver() {
        controller.stuckInReset = true;
        assertEnds("the controller does not come back");
    }

    @Test
    void aPortThatMovesTooLittleEndsTheDriver() {
        controller.miscounted = -2;
        assertEnds("the controller moved more or less than it was to");
    }

    @Test
    void memoryThatTheControllerCannotReachEndsTheDriver() {
        controller.put(HostRegisters.CAP, FakeController.PORTS - 1);
        assertEnds("the controller cannot reach the memory");
    }

    private void assertEnds(String reason) {
        assertEquals(reason, assertThrows(IllegalStateException.class, () -> startWith(disk)).getMessage());
    }

    @Test
    void whatIsAtAnotherPortIsLeftAlone() {
        startWith(disk);
        assertTrue(controller.get(4, HostRegisters.PORT_CLB) == 0 && controller.get(4, HostRegisters.PORT_FB) == 0);
    }

    private void startWith(FakeDisk one) {
        controller.plug(1, one, HostRegisters.PORT_SIG_ATA);
        drive.start();
    }
}
