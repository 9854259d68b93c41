package peaberry.ahci;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Caller;
import peaberry.runtime.Window;

class DriveTest {

    private static final int PORT = 2;
    private static final int CALLERS = CommandMemory.CALLERS;
    private static final Caller NOBODY = new Caller(0);
    private static final int SECTOR = FakeDisk.SECTOR_BYTES;

    private final FakeMemory memory = new FakeMemory();
    private final FakeController controller = new FakeController(memory);
    private final FakeDisk disk = new FakeDisk();
    private final Drive drive = new Drive(controller, memory);
    private final Request[] requests = new Request[CALLERS];
    private final Random random = new Random(1);
    /** What was said to be read next, by the last random request: how many sectors, and from where on. */
    private int hinted;
    private int hintedSector;

    @BeforeEach
    void start() {
        for (int i = 0; i < CALLERS; i++) {
            requests[i] = new Request(i);
        }
        random.nextBytes(disk.bytes);
        controller.plug(PORT, disk, HostRegisters.PORT_SIG_ATA);
        drive.start();
        disk.log.clear();
    }

    @Test
    void sectorsAreRead() {
        Window window = memory.window(5 * SECTOR);
        assertTakes(requests[0], Command.READ_DMA_EXT, 7, 3, window, SECTOR);
        finish(requests[0], Outcome.DONE);
        byte[] expected = new byte[5 * SECTOR];
        System.arraycopy(disk.bytes, 7 * SECTOR, expected, SECTOR, 3 * SECTOR);
        assertArrayEquals(expected, memory.windows.get(window.slot()));
    }

    @Test
    void sectorsAreWritten() {
        byte[] before = disk.bytes.clone();
        Window window = memory.window(3 * SECTOR);
        byte[] bytes = memory.windows.get(window.slot());
        random.nextBytes(bytes);
        assertTakes(requests[2], Command.WRITE_DMA_EXT, 9, 2, window, SECTOR);
        System.arraycopy(bytes, SECTOR, before, 9 * SECTOR, 2 * SECTOR);
        Arrays.fill(bytes, (byte) 0);
        finish(requests[2], Outcome.DONE);
        assertArrayEquals(before, disk.bytes, "as they were when they were handed over");
    }

    @Test
    void aFlushReachesTheDisk() {
        assertTakes(requests[0], Command.FLUSH_CACHE_EXT, 0, 0, Window.at(0), 0);
        finish(requests[0], Outcome.DONE);
        assertEquals(List.of("ea 0 0"), disk.log);
    }

    @Test
    void requestsAreWorkedOnInTheOrderInWhichTheyCame() {
        read(requests[2], 5);
        assertTakes(requests[0], Command.FLUSH_CACHE_EXT, 0, 0, Window.at(0), 0);
        read(requests[1], 6);
        finish(requests[2], Outcome.DONE);
        read(requests[2], 7);
        finish(requests[0], Outcome.DONE);
        finish(requests[1], Outcome.DONE);
        finish(requests[2], Outcome.DONE);
        assertEquals(List.of("25 5 1", "ea 0 0", "25 6 1", "25 7 1"), disk.log);
    }

    @Test
    void theDiskGoesOnWithTheNextRequestByItself() {
        read(requests[0], 1);
        read(requests[1], 2);
        assertEquals(0, disk.log.size());
        finish(requests[0], Outcome.DONE);
        controller.work(PORT);
        assertEquals(List.of("25 1 1", "25 2 1"), disk.log);
    }

    @Test
    void eachEndInterrupts() {
        for (int i = 1; i <= 3; i++) {
            read(requests[0], i);
            finish(requests[0], Outcome.DONE);
            assertEquals(i, controller.messages);
        }
    }

    @Test
    void anInterruptWithoutAnEndMeansNothing() {
        assertNull(drive.next());
        read(requests[0], 1);
        assertNull(drive.next());
        finish(requests[0], Outcome.DONE);
        assertNull(drive.next());
    }

    @Test
    void whatEndsWhileTheDriverLooksIsToldAtOnceOrInterruptsOnceMore() {
        for (int register : new int[] {HostRegisters.PORT_IS, HostRegisters.PORT_CI}) {
            for (boolean failing : new boolean[] {false, true}) {
                for (boolean drops : new boolean[] {false, true}) {
                    disk.failing = failing;
                    controller.dropsFailed = drops;
                    read(requests[0], 1);
                    controller.whenReadNext(PORT, register, () -> controller.work(PORT));
                    int told = controller.messages;
                    Request ended = drive.next();
                    assertTrue(ended != null || controller.messages > told);
                    ended = ended == null ? drive.next() : ended;
                    assertSame(requests[0], ended);
                    assertEquals(failing ? Outcome.DEVICE_ERROR : Outcome.DONE, ended.outcome());
                    assertNull(drive.next());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheDiskCannotDoIsAnErrorOfTheDeviceAndTheNextRequestIsServed(boolean drops) {
        controller.dropsFailed = drops;
        Window window = memory.window(SECTOR);
        assertTakes(requests[0], Command.READ_DMA_EXT, 1, 1, window, 0);
        read(requests[1], 2);
        disk.failing = true;
        controller.work(PORT);
        assertSame(requests[0], drive.next());
        assertEquals(Outcome.DEVICE_ERROR, requests[0].outcome());
        assertArrayEquals(new byte[SECTOR], memory.windows.get(window.slot()), "and nothing is handed over");
        disk.failing = false;
        finish(requests[1], Outcome.DONE);
    }

    @Test
    void aRequestAfterOneThatFailedHasItsOwnOutcome() {
        disk.failing = true;
        read(requests[0], 1);
        finish(requests[0], Outcome.DEVICE_ERROR);
        disk.failing = false;
        read(requests[0], 1);
        finish(requests[0], Outcome.DONE);
    }

    @Test
    void whatIsToBeWrittenHasToBeThere() {
        requests[0].begin(NOBODY, Command.WRITE_DMA_EXT, 1, 2, memory.window(SECTOR), 0);
        assertFalse(drive.take(requests[0]));
        assertEquals(Outcome.BAD_WINDOW, requests[0].outcome());
        controller.work(PORT);
        assertEquals(List.of(), disk.log);
        assertNull(drive.next());
    }

    @Test
    void whatIsReadNeedsRoomOfItsCallers() {
        assertTakes(requests[0], Command.READ_DMA_EXT, 1, 2, memory.window(SECTOR), 0);
        finish(requests[0], Outcome.BAD_WINDOW);
    }

    @Test
    void aWriteThatIsToBeThroughIsForced() {
        disk.allowForcing();
        drive.start();
        disk.log.clear();
        Window window = memory.window(2 * SECTOR);
        random.nextBytes(memory.windows.get(window.slot()));
        assertTakes(requests[0], Command.WRITE_DMA_FUA_EXT, 9, 2, window, 0);
        finish(requests[0], Outcome.DONE);
        assertEquals(List.of("3d 9 2"), disk.log);
        assertArrayEquals(memory.windows.get(window.slot()), sectors(9, 2));
    }

    @Test
    void whereTheDiskForcesNothingAFlushFollowsBeforeAnythingElse() {
        Window window = memory.window(2 * SECTOR);
        random.nextBytes(memory.windows.get(window.slot()));
        assertTakes(requests[0], Command.WRITE_DMA_FUA_EXT, 9, 2, window, 0);
        read(requests[1], 9);
        controller.work(PORT);
        assertNull(drive.next(), "the flush is to come");
        finish(requests[0], Outcome.DONE);
        finish(requests[1], Outcome.DONE);
        assertEquals(List.of("35 9 2", "ea 0 0", "25 9 1"), disk.log);
        assertArrayEquals(memory.windows.get(window.slot()), sectors(9, 2));
    }

    @Test
    void aWordThatSaysNothingMakesNoDiskForceWrites() {
        disk.identity[84] = 1 << 6;
        drive.start();
        disk.log.clear();
        assertTakes(requests[0], Command.WRITE_DMA_FUA_EXT, 9, 1, memory.window(SECTOR), 0);
        controller.work(PORT);
        assertNull(drive.next());
        finish(requests[0], Outcome.DONE);
        assertEquals(List.of("35 9 1", "ea 0 0"), disk.log);
    }

    @Test
    void aWriteIsNotThroughIfItOrItsFlushFails() {
        disk.failing = true;
        assertTakes(requests[0], Command.WRITE_DMA_FUA_EXT, 9, 1, memory.window(SECTOR), 0);
        finish(requests[0], Outcome.DEVICE_ERROR);
        assertEquals(List.of("35 9 1"), disk.log, "what was not written is not flushed");
        disk.failing = false;
        assertTakes(requests[0], Command.WRITE_DMA_FUA_EXT, 9, 1, memory.window(SECTOR), 0);
        controller.work(PORT);
        assertNull(drive.next());
        disk.failing = true;
        finish(requests[0], Outcome.DEVICE_ERROR);
        disk.failing = false;
        read(requests[0], 9);
        finish(requests[0], Outcome.DONE);
    }

    @Test
    void whatIsPreparedIsHandedOverWithoutTheDisk() {
        prepare(7, 3);
        Window window = memory.window(3 * SECTOR);
        assertEndsAtOnce(requests[0], Command.READ_DMA_EXT, 7, 3, window, Outcome.DONE);
        assertArrayEquals(sectors(7, 3), memory.windows.get(window.slot()));
        assertTakes(requests[0], Command.READ_DMA_EXT, 7, 3, window, 0);
        finish(requests[0], Outcome.DONE);
        assertEquals(List.of("25 6 1", "25 7 3", "25 7 3"), disk.log, "once");
    }

    @Test
    void aReadWaitsForWhatIsBeingPreparedAndThenTheNextIs() {
        hint(requests[2], 7, 3);
        Window window = memory.window(3 * SECTOR);
        requests[0].begin(NOBODY, Command.READ_DMA_EXT, 7, 3, window, 0);
        requests[0].setAhead(3);
        assertTrue(drive.take(requests[0]));
        read(requests[1], 1);
        finish(requests[2], Outcome.DONE);
        finish(requests[0], Outcome.DONE);
        assertArrayEquals(sectors(7, 3), memory.windows.get(window.slot()));
        finish(requests[1], Outcome.DONE);
        controller.work(PORT);
        assertNull(drive.next());
        assertEquals(List.of("25 6 1", "25 7 3", "25 1 1", "25 10 3"), disk.log);
        assertFalse(drive.isWorking());
        assertEndsAtOnce(requests[0], Command.READ_DMA_EXT, 10, 3, window, Outcome.DONE);
    }

    @Test
    void whatIsPreparedGoesOnFromWhatWasPrepared() {
        prepare(7, 3);
        Window window = memory.window(3 * SECTOR);
        requests[0].begin(NOBODY, Command.READ_DMA_EXT, 7, 3, window, 0);
        requests[0].setAhead(3);
        assertFalse(drive.take(requests[0]));
        controller.work(PORT);
        assertNull(drive.next());
        assertArrayEquals(sectors(7, 3), memory.windows.get(window.slot()));
        assertEndsAtOnce(requests[0], Command.READ_DMA_EXT, 10, 3, window, Outcome.DONE);
        assertArrayEquals(sectors(10, 3), memory.windows.get(window.slot()));
    }

    @Test
    void otherSectorsThanThosePreparedAreReadAsAlways() {
        prepare(7, 3);
        read(requests[0], 7);
        finish(requests[0], Outcome.DONE);
        assertEquals(List.of("25 6 1", "25 7 3", "25 7 1"), disk.log);
    }

    @Test
    void oneThingIsPreparedAtATimeAndThenGivesWay() {
        hint(requests[0], 7, 3);
        hint(requests[1], 20, 1);
        finish(requests[0], Outcome.DONE);
        controller.work(PORT);
        assertNull(drive.next());
        finish(requests[1], Outcome.DONE);
        assertFalse(drive.isWorking());
        hint(requests[0], 7, 3);
        finish(requests[0], Outcome.DONE);
        assertFalse(drive.isWorking(), "it is there");
        prepare(20, 1);
        assertEquals(List.of("25 6 1", "25 7 3", "25 19 1", "25 6 1", "25 19 1", "25 20 1"), disk.log);
    }

    @Test
    void aHintForWhatIsNotThereIsNoError() {
        hint(requests[0], FakeDisk.SECTORS, 1);
        finish(requests[0], Outcome.DONE);
        hint(requests[0], FakeDisk.SECTORS - 1, 2);
        finish(requests[0], Outcome.DONE);
        assertFalse(drive.isWorking());
    }

    @Test
    void aHintAndAllCallersHaveRoomTogether() {
        hint(requests[0], 7, 3);
        read(requests[1], 1);
        read(requests[2], 1);
        finish(requests[0], Outcome.DONE);
        controller.work(PORT);
        assertNull(drive.next());
        finish(requests[1], Outcome.DONE);
        finish(requests[2], Outcome.DONE);
        assertEndsAtOnce(requests[0], Command.READ_DMA_EXT, 7, 3, memory.window(3 * SECTOR), Outcome.DONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReadThatFailedBeforeAnybodyAskedIsDoneAgain(boolean drops) {
        controller.dropsFailed = drops;
        for (boolean waits : new boolean[] {false, true}) {
            hint(requests[1], 7, 3);
            finish(requests[1], Outcome.DONE);
            if (waits) {
                assertTakes(requests[0], Command.READ_DMA_EXT, 7, 3, memory.window(3 * SECTOR), 0);
            }
            disk.failing = true;
            controller.work(PORT);
            assertNull(drive.next());
            disk.failing = false;
            if (!waits) {
                assertTakes(requests[0], Command.READ_DMA_EXT, 7, 3, memory.window(3 * SECTOR), 0);
            }
            finish(requests[0], Outcome.DONE);
        }
    }

    @Test
    void whatIsWrittenAfterItWasPreparedIsWhatIsRead() {
        for (int sector : new int[] {6, 7, 9}) {
            for (boolean before : new boolean[] {false, true}) {
                hint(requests[2], 7, 3);
                finish(requests[2], Outcome.DONE);
                if (before) {
                    write(requests[1], sector);
                }
                controller.work(PORT);
                assertNull(drive.next());
                if (!before) {
                    write(requests[1], sector);
                }
                Window window = memory.window(3 * SECTOR);
                assertTakes(requests[0], Command.READ_DMA_EXT, 7, 3, window, 0);
                finish(requests[1], Outcome.DONE);
                finish(requests[0], Outcome.DONE);
                assertArrayEquals(sectors(7, 3), memory.windows.get(window.slot()), sector + ", " + before);
            }
        }
    }

    @Test
    void whatIsPreparedBehindAWriteIsWhatWasWritten() {
        write(requests[0], 6);
        hint(requests[2], 7, 3);
        Window window = memory.window(3 * SECTOR);
        assertTakes(requests[1], Command.READ_DMA_EXT, 7, 3, window, 0);
        finish(requests[0], Outcome.DONE);
        finish(requests[2], Outcome.DONE);
        finish(requests[1], Outcome.DONE);
        assertArrayEquals(sectors(7, 3), memory.windows.get(window.slot()));
        assertEquals(3, disk.log.size());
    }

    @Test
    void aBadWindowForWhatIsPreparedIsTold() {
        prepare(7, 3);
        assertEndsAtOnce(requests[0], Command.READ_DMA_EXT, 7, 3, memory.window(2 * SECTOR), Outcome.BAD_WINDOW);
    }

    @Test
    void aHintThatComesToNoEndEndsTheDriver() {
        hint(requests[0], 7, 3);
        finish(requests[0], Outcome.DONE);
        for (int i = 0; i < 60; i++) {
            assertNull(drive.nextAfterSilence());
        }
        assertThrows(IllegalStateException.class, drive::nextAfterSilence);
    }

    private byte[] sectors(int first, int count) {
        return Arrays.copyOfRange(disk.bytes, first * SECTOR, (first + count) * SECTOR);
    }

    /** Writes two sectors of anything. */
    private void write(Request request, long sector) {
        Window window = memory.window(2 * SECTOR);
        random.nextBytes(memory.windows.get(window.slot()));
        assertTakes(request, Command.WRITE_DMA_EXT, sector, 2, window, 0);
    }

    /** Reads the sector before others, which are said to be read next. */
    private void hint(Request request, long sector, int count) {
        request.begin(NOBODY, Command.READ_DMA_EXT, sector - 1, 1, memory.window(SECTOR), 0);
        request.setAhead(count);
        assertTrue(drive.take(request));
    }

    /** The same, and both are done then. */
    private void prepare(long sector, int count) {
        hint(requests[2], sector, count);
        finish(requests[2], Outcome.DONE);
        controller.work(PORT);
        assertNull(drive.next());
    }

    private void assertEndsAtOnce(Request request, Command command, long sector, int count, Window window, Outcome outcome) {
        request.begin(NOBODY, command, sector, count, window, 0);
        assertFalse(drive.take(request));
        assertEquals(outcome, request.outcome());
    }

    @Test
    void aCountThatIsWrongEndsTheDriver() {
        read(requests[0], 1);
        controller.miscounted = -SECTOR;
        controller.work(PORT);
        assertEnds("the controller moved more or less than it was to");
    }

    @Test
    void commandsThatNobodyGaveEndTheDriver() {
        read(requests[0], 1);
        controller.put(PORT, HostRegisters.PORT_CI, 0b11);
        assertEnds("the controller works on what nobody asked for");
    }

    @Test
    void aCommandThatComesByItselfEndsTheDriver() {
        controller.put(PORT, HostRegisters.PORT_CI, 1);
        assertEnds("the controller works on what nobody asked for");
    }

    @Test
    void aDiskThatIsPulledOutEndsTheDriver() {
        read(requests[0], 1);
        controller.unplug(PORT);
        assertEnds("the disk is gone, or memory or the link failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {HostRegisters.PORT_IS_CONNECT_CHANGE, HostRegisters.PORT_IS_OVERFLOW, HostRegisters.PORT_IS_INTERFACE_FATAL,
        HostRegisters.PORT_IS_HOST_DATA, HostRegisters.PORT_IS_HOST_FATAL})
    void whatMakesThePortUnreliableInterruptsAndEndsTheDriver(int event) {
        controller.raise(PORT, event);
        assertEquals(1, controller.messages);
        assertEnds("the disk is gone, or memory or the link failed");
    }

    @Test
    void aControllerThatIsGoneEndsTheDriver() {
        for (int register = 0; register < 0x80; register += Integer.BYTES) {
            controller.put(PORT, register, -1);
        }
        assertThrows(IllegalStateException.class, drive::next);
    }

    @Test
    void aPortThatDoesNotStopAfterAnErrorEndsTheDriver() {
        read(requests[0], 1);
        disk.failing = true;
        controller.stuckRunning = true;
        controller.work(PORT);
        assertEnds("the port or the disk is stuck");
    }

    @Test
    void aDiskThatStaysBusyAfterAnErrorEndsTheDriver() {
        read(requests[0], 1);
        disk.failing = true;
        controller.work(PORT);
        controller.put(PORT, HostRegisters.PORT_TFD, HostRegisters.PORT_TFD_BUSY | HostRegisters.PORT_TFD_ERROR);
        assertEnds("the port or the disk is stuck");
    }

    @Test
    void anInterruptThatIsLostIsMadeUpForByALook() {
        read(requests[0], 1);
        controller.work(PORT);
        assertSame(requests[0], drive.nextAfterSilence());
        assertFalse(drive.isWorking());
    }

    @Test
    void aCommandThatComesToNoEndEndsTheDriver() {
        read(requests[0], 1);
        assertNull(drive.nextAfterSilence());
        finish(requests[0], Outcome.DONE);
        read(requests[0], 2);
        for (int i = 0; i < 60; i++) {
            assertNull(drive.nextAfterSilence(), "each command has its own time");
        }
        assertThrows(IllegalStateException.class, drive::nextAfterSilence);
    }

    @Test
    void whileThereIsNothingToDoSilenceMeansNothing() {
        for (int i = 0; i < 1000; i++) {
            assertNull(drive.nextAfterSilence());
        }
    }

    private void assertEnds(String reason) {
        assertEquals(reason, assertThrows(IllegalStateException.class, drive::next).getMessage());
    }

    /** Random requests, of which some fail, against what the disk ought to have. Many read what was said to be read next. */
    @Test
    void theDiskHasWhatWasWrittenWhateverHappens() {
        byte[] expected = disk.bytes.clone();
        Deque<Request> waiting = new ArrayDeque<>();
        Deque<Runnable> checks = new ArrayDeque<>();
        int atOnce = 0;
        for (int i = 0; i < 10_000; i++) {
            disk.failing = random.nextInt(8) == 0;
            controller.dropsFailed = random.nextBoolean();
            if (waiting.isEmpty() && random.nextBoolean() || waiting.size() < CALLERS && random.nextInt(4) == 0) {
                Request request = Arrays.stream(requests).filter(each -> !waiting.contains(each)).findAny().orElseThrow();
                Runnable check = beginRandom(request, expected);
                if (drive.take(request)) {
                    waiting.add(request);
                    checks.add(check);
                } else {
                    check.run();
                    atOnce++;
                }
            } else {
                controller.work(PORT);
                Request ended = drive.next();
                if (ended != null) {
                    assertSame(waiting.remove(), ended);
                    checks.remove().run();
                }
            }
        }
        assertTrue(atOnce > 100, atOnce + " reads of what was prepared");
    }

    /** @return what has to be found and done when it ended */
    private Runnable beginRandom(Request request, byte[] expected) {
        boolean write = random.nextInt(3) == 0;
        boolean goesOn = hinted > 0 && random.nextInt(4) > 0;
        int count = goesOn ? hinted : random.nextInt(1, 129);
        int sector = goesOn ? hintedSector : random.nextInt(FakeDisk.SECTORS - count + 1);
        Window window = memory.window(count * SECTOR);
        byte[] bytes = memory.windows.get(window.slot());
        random.nextBytes(bytes);
        Command writing = random.nextBoolean() ? Command.WRITE_DMA_EXT : Command.WRITE_DMA_FUA_EXT;
        request.begin(NOBODY, write ? writing : Command.READ_DMA_EXT, sector, count, window, 0);
        if (!write) {
            hintedSector = sector + count;
            hinted = Math.min(random.nextInt(1, 129), FakeDisk.SECTORS - hintedSector);
            request.setAhead(hinted);
        }
        return () -> {
            memory.windows.remove(window.slot());
            if (write) {
                // One that failed may have been written, if it is the flush behind it that failed.
                System.arraycopy(request.outcome() == Outcome.DONE ? bytes : sectors(sector, count), 0, expected, sector * SECTOR, bytes.length);
            }
            if (request.outcome() == Outcome.DONE) {
                assertArrayEquals(Arrays.copyOfRange(expected, sector * SECTOR, (sector + count) * SECTOR), bytes);
            }
        };
    }

    private void read(Request request, long sector) {
        assertTakes(request, Command.READ_DMA_EXT, sector, 1, memory.window(SECTOR), 0);
    }

    private void assertTakes(Request request, Command command, long sector, int count, Window window, long offset) {
        request.begin(NOBODY, command, sector, count, window, offset);
        assertTrue(drive.take(request));
    }

    /** The disk works on a command, which is this request's. */
    private void finish(Request request, Outcome outcome) {
        controller.work(PORT);
        assertSame(request, drive.next());
        assertEquals(outcome, request.outcome());
    }
}
