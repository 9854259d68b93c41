package peaberry.ahci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Answer;
import peaberry.runtime.Message;
import peaberry.runtime.Window;

/** What is answered at once. */
class DiskTest {

    private static final Window WINDOW = Window.at(1);

    private final FakeMemory memory = new FakeMemory();
    private final FakeController controller = new FakeController(memory);
    private final FakeDisk device = new FakeDisk();
    private final Drive drive = new Drive(controller, memory);
    private final Disk disk = new Disk(drive);

    @Test
    void withoutADeviceEverythingIsRefused() {
        drive.start();
        for (Answer answer : List.of(disk.size(), disk.read(0, 1, 0, WINDOW, 0), disk.write(0, 1, Caching.WRITE_BACK, WINDOW, 0),
                disk.write(0, 1, Caching.POSTED, WINDOW, 0), disk.collect(1), disk.flush())) {
            assertRefused(Outcome.NO_DEVICE, answer);
        }
    }

    @Test
    void theSizeIsInSectors() {
        start();
        Answer answer = disk.size();
        assertEquals(Outcome.DONE.ordinal(), answer.tag().label());
        assertEquals(FakeDisk.SECTORS, Message.word(0));
    }

    @Test
    void sectorsBehindTheLastAreNotThere() {
        start();
        for (long sector : new long[] {FakeDisk.SECTORS - 1, FakeDisk.SECTORS, 1L << 48, Long.MAX_VALUE}) {
            assertRefused(Outcome.OUT_OF_RANGE, disk.read(sector, 2, 0, WINDOW, 0));
            assertRefused(Outcome.OUT_OF_RANGE, disk.write(sector, 2, Caching.WRITE_BACK, WINDOW, 0));
        }
        assertEquals(1, device.log.size(), "the device was asked what it is, and nothing else");
    }

    @Test
    void moreSectorsThanThereAreIsTooMuch() {
        device.identity[100] = 100;
        start();
        assertRefused(Outcome.OUT_OF_RANGE, disk.read(0, 101, 0, WINDOW, 0));
    }

    private void start() {
        controller.plug(0, device, HostRegisters.PORT_SIG_ATA);
        drive.start();
    }

    private static void assertRefused(Outcome outcome, Answer answer) {
        assertEquals(outcome.ordinal(), answer.tag().label());
    }
}
