package peaberry.ahci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Window;

/** Writes that are answered before they are done, and what is told of them later. */
class PostedSectorsTest {

    private static final int PORT = 1;
    private static final int SECTOR = FakeDisk.SECTOR_BYTES;
    private static final int POSTED = CommandMemory.POSTED;
    private static final int ONE = 3;
    private static final int OTHER = 4;

    private final FakeMemory memory = new FakeMemory();
    private final FakeController controller = new FakeController(memory);
    private final FakeDisk device = new FakeDisk();
    private final Drive drive = new Drive(controller, memory);
    private final Disk disk = new Disk(drive);
    private final Clients clients = new Clients(memory, disk);
    private final Window window = memory.window(SECTOR);
    private final byte[] bytes = memory.windows.get(window.slot());

    @BeforeEach
    void start() {
        new Random(1).nextBytes(device.bytes);
        controller.plug(PORT, device, HostRegisters.PORT_SIG_ATA);
        drive.start();
    }

    /** Posts a sector that is full of one value. */
    private Clients.Call post(int client, long sector, int value) {
        Arrays.fill(bytes, (byte) value);
        return clients.call(client, each -> each.write(sector, 1, Caching.POSTED, window, 0));
    }

    private Clients.Call collect(int client, int count) {
        return clients.call(client, each -> each.collect(count));
    }

    private Clients.Call read(long sector) {
        return clients.call(ONE, each -> each.read(sector, 1, 0, window, 0));
    }

    /** The disk carries out the command that is under way, and the driver goes on to the next. */
    private void work() {
        controller.work(PORT);
        disk.serveDevice();
    }

    private void workOn() {
        while (drive.isWorking()) {
            work();
        }
    }

    private byte onDisk(int sector) {
        return device.bytes[sector * SECTOR];
    }

    @Test
    void aPostedWriteIsAnsweredAtOnceAndCollectedWhenItIsDone() {
        assertEquals(Outcome.DONE, post(ONE, 10, 1).outcome);
        Arrays.fill(bytes, (byte) 0);
        Clients.Call collected = collect(ONE, 1);
        assertNull(collected.outcome);
        work();
        assertEquals(Outcome.DONE, collected.outcome);
        assertEquals(1, onDisk(10), "as it was when it was posted");
        assertFalse(drive.isWorking());
    }

    @Test
    void whatIsDoneAlreadyIsCollectedAtOnce() {
        post(ONE, 10, 1);
        post(ONE, 11, 1);
        workOn();
        assertEquals(Outcome.DONE, collect(ONE, 2).outcome);
    }

    @Test
    void severalAreUnderWayAndTakeNobodysPlace() {
        for (int i = 0; i < POSTED; i++) {
            assertEquals(Outcome.DONE, post(ONE, 10 + i, 1).outcome);
        }
        Clients.Call[] reads = new Clients.Call[CommandMemory.CALLERS];
        for (int i = 0; i < reads.length; i++) {
            reads[i] = read(100 + i);
            assertNull(reads[i].outcome);
        }
        assertEquals(Outcome.BUSY, read(200).outcome);
        assertEquals(Outcome.BUSY, post(ONE, 200, 1).outcome);
        assertEquals(Outcome.BUSY, collect(ONE, POSTED).outcome);
        workOn();
        for (Clients.Call read : reads) {
            assertEquals(Outcome.DONE, read.outcome);
        }
        assertEquals(Outcome.DONE, collect(ONE, POSTED).outcome);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereThereIsNoMoreRoomTheCallerWaitsAndIsToldNothingBefore(boolean fails) {
        for (int i = 0; i < POSTED; i++) {
            post(ONE, 10 + i, 1);
        }
        Clients.Call post = post(ONE, 20, 1);
        for (int i = 0; i < POSTED; i++) {
            work();
        }
        assertNull(post.outcome);
        device.failing = fails;
        work();
        assertEquals(Outcome.DONE, post.outcome);
        assertEquals(!fails, onDisk(20) == 1);
        assertEquals(fails ? Outcome.DEVICE_ERROR : Outcome.DONE, collect(ONE, POSTED + 1).outcome);
    }

    @Test
    void aFailureIsToldToWhoCollectsAndOnce() {
        post(ONE, 10, 1);
        device.failing = true;
        work();
        device.failing = false;
        post(ONE, 11, 1);
        Clients.Call collected = collect(ONE, 2);
        work();
        assertEquals(Outcome.DEVICE_ERROR, collected.outcome);
        post(ONE, 10, 1);
        work();
        assertEquals(Outcome.DONE, collect(ONE, 1).outcome);
    }

    @Test
    void whatWasRefusedWasNotPosted() {
        post(ONE, 10, 1);
        assertEquals(Outcome.OUT_OF_RANGE, post(ONE, FakeDisk.SECTORS, 1).outcome);
        assertEquals(Outcome.BAD_WINDOW, clients.call(ONE, each -> each.write(10, 2, Caching.POSTED, window, 0)).outcome);
        work();
        assertEquals(Outcome.DONE, collect(ONE, 1).outcome);
        assertFalse(drive.isWorking());
    }

    @Test
    void anotherNumberIsForgottenWhenAllIsDone() {
        assertEquals(Outcome.FORGOTTEN, collect(ONE, 1).outcome);
        post(ONE, 10, 1);
        Clients.Call collected = collect(ONE, 2);
        assertNull(collected.outcome);
        work();
        assertEquals(Outcome.FORGOTTEN, collected.outcome);
        assertEquals(Outcome.FORGOTTEN, collect(ONE, 1).outcome);
    }

    @Test
    void whatOnesWritesDoIsNothingToAnother() {
        post(ONE, 10, 1);
        post(OTHER, 11, 1);
        Clients.Call ones = collect(ONE, 1);
        Clients.Call others = collect(OTHER, 1);
        device.failing = true;
        work();
        assertEquals(Outcome.DEVICE_ERROR, ones.outcome);
        assertNull(others.outcome);
        device.failing = false;
        work();
        assertEquals(Outcome.DONE, others.outcome);
    }

    @Test
    void whatIsAboutTheSameSectorIsDoneInOrder() {
        post(ONE, 10, 1);
        post(OTHER, 10, 2);
        Clients.Call read = read(10);
        workOn();
        assertEquals(Outcome.DONE, read.outcome);
        assertEquals(2, bytes[0]);
    }

    @Test
    void whatWasPreparedIsNeverOlderThanWhatWasPosted() {
        clients.call(ONE, each -> each.read(9, 1, 1, window, 0));
        workOn();
        post(ONE, 10, 1);
        Arrays.fill(bytes, (byte) 0);
        Clients.Call read = read(10);
        workOn();
        assertEquals(Outcome.DONE, read.outcome);
        assertEquals(1, bytes[0]);
    }

    @Test
    void anInterruptThatIsLostIsMadeUpForByALook() {
        post(ONE, 10, 1);
        Clients.Call collected = collect(ONE, 1);
        assertTrue(drive.isWorking());
        controller.work(PORT);
        disk.serveSilentDevice();
        assertEquals(Outcome.DONE, collected.outcome);
    }
}
