package peaberry.virtioblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.CapabilityType;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Window;
import peaberry.virtio.Call;
import peaberry.virtio.KernelModel;
import peaberry.virtio.Progress;
import peaberry.virtio.ProtocolViolation;
import peaberry.virtio.WindowModel;

/** The whole driver, its message loop included, with a device in Java. */
class VirtioBlockTest {

    private static final int SECTOR = BlockDevice.SECTOR_BYTES;
    private static final int SLOT = 50;
    private static final int OTHER_SLOT = 51;
    private static final int HINT_SLOT = 52;
    private static final Window WINDOW = Window.at(SLOT);
    private static final Window OTHER_WINDOW = Window.at(OTHER_SLOT);
    private static final Window HINT_WINDOW = Window.at(HINT_SLOT);

    private final BlockDeviceClient client = new BlockDeviceClient(Capability.at(KernelModel.ENDPOINT));
    private BlockModel device = new BlockModel(BlockModel.FLUSH);
    private KernelModel kernel;
    private WindowModel window;
    private WindowModel other;

    private void start() {
        kernel = new KernelModel(device, VirtioBlock.DEVICE, VirtioBlock.TABLE);
        device.setOwn(0, BlockModel.SECTORS);
        window = kernel.window(SLOT, BlockDevice.MAX_SECTORS * SECTOR);
        other = kernel.window(OTHER_SLOT, BlockDevice.MAX_SECTORS * SECTOR);
        kernel.window(HINT_SLOT, BlockDevice.MAX_SECTORS * SECTOR);
        new Random(1).nextBytes(device.contents);
        VirtioBlock driver = new VirtioBlock(new Disk());
        kernel.serve(driver);
        driver.start();
    }

    private Outcome read(long sector, int count, long offset) {
        return kernel.call(() -> client.read(sector, count, 0, WINDOW, offset));
    }

    private Outcome write(long sector, int count, long offset) {
        return kernel.call(() -> client.write(sector, count, Caching.WRITE_BACK, WINDOW, offset));
    }

    /** Says that sectors are read next, when the one before them is read. */
    private Call postHint(long sector, int count) {
        return kernel.post(() -> client.read(sector - 1, 1, count, HINT_WINDOW, 0));
    }

    /** The same, and both are done then. */
    private void prepare(long sector, int count) {
        assertEquals(Outcome.DONE, kernel.call(() -> client.read(sector - 1, 1, count, HINT_WINDOW, 0)));
        kernel.settle();
    }

    private byte[] sectors(int first, int count) {
        return Arrays.copyOfRange(device.contents, first * SECTOR, (first + count) * SECTOR);
    }

    private static void assertOutcome(Outcome expected, Call call) {
        assertEquals(expected.ordinal(), call.outcome());
    }

    @Test
    void theSizeIsTheDevices() {
        start();
        assertEquals(Outcome.DONE, kernel.call(client::size));
        assertEquals(BlockModel.SECTORS, client.sizeResult());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "7, 3", "0, 128", "872, 128", "999, 1"})
    void whatIsOnTheDiskIsRead(int first, int count) {
        start();
        assertEquals(Outcome.DONE, read(first, count, 0));
        assertArrayEquals(sectors(first, count), Arrays.copyOf(window.bytes, count * SECTOR));
    }

    @Test
    void whatIsWrittenIsOnTheDiskAndNothingElseChanges() {
        start();
        byte[] before = device.contents.clone();
        new Random(2).nextBytes(window.bytes);
        assertEquals(Outcome.DONE, write(10, 5, SECTOR));
        System.arraycopy(window.bytes, SECTOR, before, 10 * SECTOR, 5 * SECTOR);
        assertArrayEquals(before, device.contents);
    }

    @Test
    void aCopyThatInterruptsCutIsMadeWhole() {
        start();
        window.bytesUntilInterrupt = 1000;
        assertEquals(Outcome.DONE, read(3, 4, 17));
        assertArrayEquals(sectors(3, 4), Arrays.copyOfRange(window.bytes, 17, 17 + 4 * SECTOR));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "999, 2", "873, 128", "9223372036854775807, 1", "9223372036854775807, 128"})
    void sectorsBehindTheEndAreRefused(long first, int count) {
        start();
        assertEquals(Outcome.OUT_OF_RANGE, read(first, count, 0));
        assertEquals(Outcome.OUT_OF_RANGE, write(first, count, 0));
        assertEquals(0, device.held());
    }

    @Test
    void aWindowThatIsTooSmallIsTold() {
        start();
        assertEquals(Outcome.BAD_WINDOW, read(0, 128, 1));
        assertEquals(Outcome.BAD_WINDOW, write(0, 128, 1));
        assertEquals(Outcome.BAD_WINDOW, read(0, 1, Long.MAX_VALUE));
    }

    @Test
    void aWindowThatDoesNotAllowItIsToldAndTheDiskStaysAsItIs() {
        start();
        byte[] before = device.contents.clone();
        window.unreadable = true;
        window.unwritable = true;
        assertEquals(Outcome.BAD_WINDOW, read(0, 1, 0));
        assertEquals(Outcome.BAD_WINDOW, write(0, 1, 0));
        assertArrayEquals(before, device.contents);
    }

    @Test
    void aBadWindowDisturbsNobodyElse() {
        start();
        window.unwritable = true;
        Call bad = kernel.post(() -> client.read(0, 8, 0, WINDOW, 0));
        Call good = kernel.post(() -> client.read(100, 8, 0, OTHER_WINDOW, 0));
        kernel.settle();
        assertOutcome(Outcome.BAD_WINDOW, bad);
        assertOutcome(Outcome.DONE, good);
        assertArrayEquals(sectors(100, 8), Arrays.copyOf(other.bytes, 8 * SECTOR));
        assertEquals(0, kernel.windowsHeld());
    }

    @Test
    void aWindowThatIsNoneIsTold() {
        start();
        assertEquals(Outcome.INVALID, kernel.call(() -> client.read(0, 1, 0, Window.at(99), 0)));
    }

    @Test
    void whatIsGivenInAWindowsPlaceIsNotUsed() {
        start();
        byte[] before = device.contents.clone();
        for (CapabilityType type : CapabilityType.values()) {
            window.type = type;
            Outcome expected = type == CapabilityType.WINDOW ? Outcome.DONE : Outcome.INVALID;
            assertEquals(expected, read(0, 1, 0));
            assertEquals(expected, write(0, 1, 0), "which writes what was read");
        }
        assertArrayEquals(before, device.contents);
        assertEquals(0, kernel.windowsHeld());
    }

    @Test
    void aWindowThatIsTakenBackWhileTheDeviceWorksIsTold() {
        start();
        Call read = kernel.post(() -> client.read(0, 8, 0, WINDOW, 0));
        Call unharmed = kernel.post(() -> client.read(100, 8, 0, OTHER_WINDOW, 0));
        kernel.runDriver();
        kernel.revoke(window);
        kernel.settle();
        assertOutcome(Outcome.BAD_WINDOW, read);
        assertOutcome(Outcome.DONE, unharmed);
        assertEquals(0, kernel.windowsHeld());
    }

    @Test
    void whoAsksLaterMayBeAnsweredFirst() {
        start();
        device.silent = true;
        Call first = kernel.post(() -> client.read(0, 1, 0, WINDOW, 0));
        Call second = kernel.post(() -> client.read(1, 1, 0, OTHER_WINDOW, 0));
        kernel.settle();
        assertFalse(first.isAnswered());
        device.silent = false;
        device.lastFirst = true;
        kernel.settle();
        assertOutcome(Outcome.DONE, first);
        assertOutcome(Outcome.DONE, second);
        assertArrayEquals(sectors(0, 1), Arrays.copyOf(window.bytes, SECTOR));
        assertArrayEquals(sectors(1, 1), Arrays.copyOf(other.bytes, SECTOR));
    }

    @Test
    void whatIsAboutTheSameSectorIsDoneInOrder() {
        start();
        Arrays.fill(window.bytes, (byte) 1);
        Arrays.fill(other.bytes, (byte) 2);
        device.silent = true;
        Call first = kernel.post(() -> client.write(4, 2, Caching.WRITE_BACK, WINDOW, 0));
        Call second = kernel.post(() -> client.write(5, 2, Caching.WRITE_BACK, OTHER_WINDOW, 0));
        Call third = kernel.post(() -> client.read(4, 1, 0, OTHER_WINDOW, 0));
        kernel.settle();
        assertEquals(1, device.held(), "the device knows of the first only");
        device.silent = false;
        device.lastFirst = true;
        kernel.settle();
        for (Call call : new Call[] {first, second, third}) {
            assertOutcome(Outcome.DONE, call);
        }
        assertArrayEquals(new byte[] {1, 2, 2}, new byte[] {device.contents[4 * SECTOR], device.contents[5 * SECTOR], device.contents[6 * SECTOR]});
        assertEquals(1, other.bytes[0], "what was written before is read");
    }

    @Test
    void whoeverReadsOnlyWaitsForNoOtherReader() {
        start();
        device.silent = true;
        kernel.post(() -> client.read(0, 4, 0, WINDOW, 0));
        kernel.post(() -> client.read(2, 4, 0, OTHER_WINDOW, 0));
        kernel.settle();
        assertEquals(2, device.held());
    }

    @Test
    void aDeviceThatNeverAnswersLeavesTheDriverToTellThatItIsBusy() {
        start();
        device.silent = true;
        Call[] kept = new Call[BlockUnit.CALLERS];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = kernel.post(() -> client.read(0, 1, 0, WINDOW, 0));
            kernel.settle();
        }
        assertEquals(Outcome.BUSY, read(0, 1, 0));
        assertEquals(Outcome.BUSY, write(0, 1, 0));
        assertEquals(Outcome.BUSY, kernel.call(client::flush));
        assertEquals(Outcome.DONE, kernel.call(client::size));
        assertEquals(BlockUnit.CALLERS, device.held());
        device.silent = false;
        kernel.settle();
        for (Call call : kept) {
            assertOutcome(Outcome.DONE, call);
        }
        assertEquals(Outcome.DONE, read(0, 1, 0));
    }

    @Test
    void anInterruptThatIsLostDoesNoHarm() {
        start();
        Call call = kernel.post(() -> client.read(0, 1, 0, WINDOW, 0));
        kernel.runDriver();
        assertTrue(device.work(), "it interrupts");
        assertFalse(call.isAnswered());
        kernel.passTime(1);
        assertOutcome(Outcome.DONE, call);
    }

    @Test
    void aDeviceThatTakesItsTimeIsLeftAlone() {
        start();
        device.silent = true;
        Call call = kernel.post(() -> client.read(0, 1, 0, WINDOW, 0));
        kernel.settle();
        kernel.passTime(Progress.PATIENCE * Progress.MOST_TICKS);
        device.silent = false;
        kernel.settle();
        assertOutcome(Outcome.DONE, call);
        kernel.passTime(2 * Progress.PATIENCE * Progress.MOST_TICKS);
        assertEquals(Outcome.DONE, read(0, 1, 0));
    }

    @Test
    void aDeviceThatNeverAnswersEndsTheDriver() {
        start();
        device.silent = true;
        kernel.post(() -> client.read(0, 1, 0, WINDOW, 0));
        kernel.settle();
        assertThrows(ProtocolViolation.class, () -> kernel.passTime(Progress.PATIENCE * Progress.MOST_TICKS + 1));
    }

    @Test
    void aWriteThatIsToBeThroughIsAnsweredWhenItWasFlushed() {
        start();
        device.lastFirst = true;
        new Random(2).nextBytes(window.bytes);
        Call read = kernel.post(() -> client.read(50, 1, 0, OTHER_WINDOW, 0));
        Call write = kernel.post(() -> client.write(10, 5, Caching.WRITE_THROUGH, WINDOW, 0));
        kernel.runDriver();
        device.work();
        assertEquals(0, device.flushes, "the write comes first");
        assertArrayEquals(Arrays.copyOf(window.bytes, 5 * SECTOR), sectors(10, 5));
        device.silent = true;
        kernel.signal();
        kernel.settle();
        assertOutcome(Outcome.DONE, read);
        assertFalse(write.isAnswered());
        device.silent = false;
        kernel.settle();
        assertOutcome(Outcome.DONE, write);
        assertEquals(1, device.flushes);
    }

    @Test
    void whereTheDeviceKeepsNothingBackAWriteIsThroughWhenItIsDone() {
        device = new BlockModel(0);
        start();
        assertEquals(Outcome.DONE, writeThrough(10, 5));
        assertArrayEquals(Arrays.copyOf(window.bytes, 5 * SECTOR), sectors(10, 5));
        assertEquals(0, device.flushes);
    }

    @Test
    void aWriteIsNotThroughIfItOrTheFlushFails() {
        start();
        device.status = 1;
        assertEquals(Outcome.DEVICE_ERROR, writeThrough(10, 5));
        assertEquals(1, device.requests, "what was not written is not flushed");
        device.status = 0;
        device.failing = BlockModel.TYPE_FLUSH;
        assertEquals(Outcome.DEVICE_ERROR, writeThrough(10, 5));
        device.failing = BlockModel.NOTHING;
        assertEquals(Outcome.DONE, writeThrough(10, 5));
    }

    @Test
    void whatWaitsForAWriteDoesNotWaitForItsFlush() {
        start();
        Call write = kernel.post(() -> client.write(10, 5, Caching.WRITE_THROUGH, WINDOW, 0));
        Call read = kernel.post(() -> client.read(10, 5, 0, OTHER_WINDOW, 0));
        kernel.runDriver();
        device.work();
        device.silent = true;
        kernel.signal();
        kernel.settle();
        assertEquals(2, device.held(), "the flush and the read");
        device.silent = false;
        kernel.settle();
        assertOutcome(Outcome.DONE, write);
        assertOutcome(Outcome.DONE, read);
        assertArrayEquals(Arrays.copyOf(window.bytes, 5 * SECTOR), Arrays.copyOf(other.bytes, 5 * SECTOR));
    }

    private Outcome writeThrough(long sector, int count) {
        return kernel.call(() -> client.write(sector, count, Caching.WRITE_THROUGH, WINDOW, 0));
    }

    @Test
    void whatIsPreparedIsAnsweredWithoutTheDevice() {
        start();
        prepare(10, 8);
        assertEquals(2, device.reads);
        device.silent = true;
        assertEquals(Outcome.DONE, read(10, 8, SECTOR));
        assertArrayEquals(sectors(10, 8), Arrays.copyOfRange(window.bytes, SECTOR, 9 * SECTOR));
        device.silent = false;
        Arrays.fill(window.bytes, (byte) 0);
        assertEquals(Outcome.DONE, read(10, 8, 0));
        assertArrayEquals(sectors(10, 8), Arrays.copyOf(window.bytes, 8 * SECTOR));
        assertEquals(3, device.reads, "it is handed out once");
    }

    @Test
    void whoReadsOnAsksTheDeviceForEachSectorOnce() {
        start();
        for (int sector = 0; sector < 960; sector += 64) {
            int at = sector;
            assertEquals(Outcome.DONE, kernel.call(() -> client.read(at, 64, 64, WINDOW, 0)));
            assertArrayEquals(sectors(sector, 64), Arrays.copyOf(window.bytes, 64 * SECTOR));
            kernel.settle();
            assertEquals(Math.min(sector / 64 + 2, 15), device.reads, "behind the end nothing is read");
        }
    }

    @Test
    void aReadWaitsForWhatIsBeingPreparedAndThenTheNextIs() {
        start();
        device.silent = true;
        Call hint = postHint(10, 8);
        Call read = kernel.post(() -> client.read(10, 8, 8, WINDOW, 0));
        kernel.settle();
        assertEquals(2, device.held(), "the device is asked once");
        device.silent = false;
        kernel.settle();
        assertOutcome(Outcome.DONE, hint);
        assertOutcome(Outcome.DONE, read);
        assertArrayEquals(sectors(10, 8), Arrays.copyOf(window.bytes, 8 * SECTOR));
        assertEquals(3, device.reads);
        device.silent = true;
        assertEquals(Outcome.DONE, read(18, 8, 0));
    }

    @ParameterizedTest
    @CsvSource({"10, 7", "11, 7", "9, 9", "18, 1"})
    void otherSectorsThanThosePreparedAreReadAsAlways(int first, int count) {
        start();
        prepare(10, 8);
        assertEquals(Outcome.DONE, read(first, count, 0));
        assertArrayEquals(sectors(first, count), Arrays.copyOf(window.bytes, count * SECTOR));
        assertEquals(3, device.reads);
    }

    @Test
    void twoWhoReadWhatIsPreparedBothGetIt() {
        start();
        device.silent = true;
        postHint(10, 8);
        Call first = kernel.post(() -> client.read(10, 8, 0, WINDOW, 0));
        Call second = kernel.post(() -> client.read(10, 8, 0, OTHER_WINDOW, 0));
        kernel.settle();
        device.silent = false;
        kernel.settle();
        assertOutcome(Outcome.DONE, first);
        assertOutcome(Outcome.DONE, second);
        assertArrayEquals(sectors(10, 8), Arrays.copyOf(window.bytes, 8 * SECTOR));
        assertArrayEquals(sectors(10, 8), Arrays.copyOf(other.bytes, 8 * SECTOR));
        assertEquals(3, device.reads);
    }

    @Test
    void oneThingIsPreparedAtATimeAndThenGivesWay() {
        start();
        device.silent = true;
        postHint(10, 8);
        postHint(10, 8);
        postHint(20, 8);
        kernel.settle();
        assertEquals(BlockUnit.CALLERS + 1, device.held());
        device.silent = false;
        kernel.settle();
        assertEquals(4, device.reads);
        prepare(10, 8);
        assertEquals(5, device.reads, "it is there");
        prepare(20, 8);
        assertEquals(7, device.reads);
    }

    @Test
    void aHintTakesNoCallersPlace() {
        start();
        device.silent = true;
        postHint(500, 128);
        for (int i = 1; i < BlockUnit.CALLERS; i++) {
            kernel.post(() -> client.read(0, 1, 0, WINDOW, 0));
            kernel.settle();
        }
        assertEquals(BlockUnit.CALLERS + 1, device.held());
        assertEquals(Outcome.BUSY, read(500, 128, 0));
        device.silent = false;
        kernel.settle();
        device.silent = true;
        assertEquals(Outcome.DONE, read(500, 128, 0));
        assertArrayEquals(sectors(500, 128), window.bytes);
    }

    /** The write comes before the hint, before the device is done with that, or afterwards; and the device may be fast or slow, in one order or the other. */
    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    void whatIsPreparedIsNeverOlderThanWhatWasWritten(int place, boolean lastFirst) {
        for (int sector : new int[] {9, 10, 13, 17}) {
            start();
            device.lastFirst = lastFirst;
            Arrays.fill(other.bytes, (byte) 1);
            device.silent = true;
            Call[] calls = new Call[4];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = i == place ? kernel.post(() -> client.write(sector, 2, Caching.WRITE_BACK, OTHER_WINDOW, 0)) : postHint(10, 8);
                kernel.settle();
                if (i == 1) {
                    device.silent = false;
                    kernel.settle();
                }
            }
            assertEquals(Outcome.DONE, read(10, 8, 0));
            assertArrayEquals(sectors(10, 8), Arrays.copyOf(window.bytes, 8 * SECTOR), "sector " + sector);
            assertEquals(1, device.contents[sector * SECTOR]);
            for (Call call : calls) {
                assertOutcome(Outcome.DONE, call);
            }
        }
    }

    @Test
    void aReadBetweenAHintAndAWriteBringsWhatWasThereBeforeTheWrite() {
        start();
        byte[] before = sectors(10, 8);
        Arrays.fill(other.bytes, (byte) 1);
        device.silent = true;
        device.lastFirst = true;
        postHint(10, 8);
        Call read = kernel.post(() -> client.read(10, 8, 0, WINDOW, 0));
        Call write = kernel.post(() -> client.write(10, 8, Caching.WRITE_BACK, OTHER_WINDOW, 0));
        kernel.settle();
        device.silent = false;
        kernel.settle();
        assertOutcome(Outcome.DONE, read);
        assertOutcome(Outcome.DONE, write);
        assertArrayEquals(before, Arrays.copyOf(window.bytes, 8 * SECTOR));
        assertEquals(1, device.contents[17 * SECTOR]);
    }

    @Test
    void aReadThatFailedBeforeAnybodyAskedIsDoneAgain() {
        start();
        device.failingSector = 10;
        prepare(10, 8);
        device.failingSector = -1;
        assertEquals(Outcome.DONE, read(10, 8, 0));
        assertArrayEquals(sectors(10, 8), Arrays.copyOf(window.bytes, 8 * SECTOR));
        device.failingSector = 10;
        prepare(10, 8);
        assertEquals(Outcome.DEVICE_ERROR, read(10, 8, 0), "it is the read that is told");
    }

    @Test
    void aBadWindowForWhatIsPreparedIsTold() {
        start();
        prepare(10, 8);
        window.unwritable = true;
        assertEquals(Outcome.BAD_WINDOW, read(10, 8, 0));
        window.unwritable = false;
        assertEquals(Outcome.DONE, read(10, 8, 0));
        assertArrayEquals(sectors(10, 8), Arrays.copyOf(window.bytes, 8 * SECTOR));
        assertEquals(0, kernel.windowsHeld());
    }

    @ParameterizedTest
    @CsvSource({"999, 1, 1", "999, 1, 128", "900, 50, 51"})
    void aHintForWhatIsNotThereIsNoError(int sector, int count, int ahead) {
        start();
        assertEquals(Outcome.DONE, kernel.call(() -> client.read(sector, count, ahead, WINDOW, 0)));
        kernel.settle();
        assertEquals(1, device.reads);
    }

    @Test
    void aDeviceThatNeverReadsWhatWasOnlyAHintEndsTheDriver() {
        start();
        device.forgottenSector = 10;
        prepare(10, 8);
        assertEquals(1, device.held());
        assertThrows(ProtocolViolation.class, () -> kernel.passTime(Progress.PATIENCE * Progress.MOST_TICKS + 1));
    }

    @Test
    void aDriverThatIsMadeAnewKnowsNothingOfWhatWasPrepared() {
        start();
        prepare(10, 8);
        VirtioBlock next = new VirtioBlock(new Disk());
        kernel.serve(next);
        next.start();
        new Random(7).nextBytes(device.contents);
        assertEquals(Outcome.DONE, read(10, 8, 0));
        assertArrayEquals(sectors(10, 8), Arrays.copyOf(window.bytes, 8 * SECTOR));
    }

    @Test
    void aFlushIsTheDevices() {
        start();
        assertEquals(Outcome.DONE, kernel.call(client::flush));
        assertEquals(1, device.flushes);
    }

    @Test
    void whereTheDeviceKeepsNothingBackAFlushIsDoneAtOnce() {
        device = new BlockModel(0);
        start();
        device.silent = true;
        assertEquals(Outcome.DONE, kernel.call(client::flush));
        assertFalse(device.accepted(BlockModel.FLUSH));
    }

    @Test
    void aDiskThatCannotBeWrittenIsRead() {
        device = new BlockModel(BlockModel.READ_ONLY);
        start();
        assertEquals(Outcome.READ_ONLY, write(0, 1, 0));
        assertEquals(Outcome.READ_ONLY, kernel.call(() -> client.write(0, 1, Caching.POSTED, WINDOW, 0)));
        assertEquals(Outcome.DONE, read(0, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatTheDeviceFailedAtIsTold(int status) {
        start();
        device.status = status;
        assertEquals(Outcome.DEVICE_ERROR, read(0, 1, 0));
        assertEquals(Outcome.DEVICE_ERROR, write(0, 1, 0));
        assertEquals(Outcome.DEVICE_ERROR, kernel.call(client::flush));
        device.status = 0;
        assertEquals(Outcome.DONE, read(0, 1, 0));
    }

    @Test
    void aDeviceThatIsNotConfinedIsRefused() {
        device.offer(BlockModel.FLUSH | 1L << 32);
        start();
        assertRefused();
    }

    @Test
    void withoutADeviceThereIsNoDisk() {
        device.missing = "1";
        start();
        assertRefused();
    }

    @Test
    void aDeviceThatSharesTooLittleMemoryIsRefused() {
        device.memoryBytes = BlockUnit.MEMORY - 1;
        start();
        assertRefused();
    }

    private void assertRefused() {
        kernel.signal();
        kernel.settle();
        assertEquals(Outcome.NO_DEVICE, kernel.call(client::size));
        assertEquals(Outcome.NO_DEVICE, read(0, 1, 0));
        assertEquals(Outcome.NO_DEVICE, write(0, 1, 0));
        assertEquals(Outcome.NO_DEVICE, kernel.call(client::flush));
        assertEquals(Outcome.NO_DEVICE, kernel.call(() -> client.collect(1)));
    }

    @Test
    void spuriousSignalsDoNoHarm() {
        start();
        kernel.signal();
        kernel.signal();
        kernel.settle();
        assertEquals(Outcome.DONE, read(0, 1, 0));
    }

    @Test
    void everySignalIsAcknowledged() {
        start();
        int before = kernel.acknowledgements();
        kernel.signal();
        kernel.settle();
        assertEquals(before + 1, kernel.acknowledgements());
    }

    @Test
    void anIdThatTheDeviceDoesNotHaveEndsTheDriver() {
        start();
        for (int id : new int[] {1, 3, 9, 16, -3, Integer.MIN_VALUE, 0x1_0003}) {
            start();
            device.usedIds = right -> id;
            assertThrows(ProtocolViolation.class, () -> read(0, 1, 0), () -> "id " + id);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 514, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void moreBytesThanThereIsRoomForEndTheDriver(int length) {
        start();
        device.usedLengths = right -> length;
        assertThrows(ProtocolViolation.class, () -> read(0, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 512})
    void whoSaysThatItReadLessThanItWasToldEndsTheDriver(int length) {
        start();
        device.usedLengths = right -> length;
        assertThrows(ProtocolViolation.class, () -> read(0, 1, 0), "what another client read would be in the buffer still");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 0x7FFF, 0xFFFE})
    void aUsedIndexThatJumpsEndsTheDriver(int jump) {
        start();
        device.usedIndexJump = jump;
        assertThrows(ProtocolViolation.class, () -> read(0, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 0xFF})
    void aStatusThatThereIsNotEndsTheDriver(int status) {
        start();
        device.status = status;
        assertThrows(ProtocolViolation.class, () -> read(0, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE / 512 + 1})
    void aSizeThatNoDiskHasEndsTheDriver(long sectors) {
        start();
        VirtioBlock driver = new VirtioBlock(new Disk());
        device.setOwn(0, sectors);
        assertThrows(ProtocolViolation.class, driver::start);
    }

    @Test
    void aDeviceThatNeedsAResetEndsTheDriver() {
        start();
        device.addStatus(1 << 6);
        assertThrows(ProtocolViolation.class, kernel::settle);
    }

    @Test
    void aDriverThatIsMadeAnewFindsTheDeviceAsNew() {
        start();
        device.silent = true;
        kernel.post(() -> client.read(0, 1, 0, WINDOW, 0));
        kernel.settle();
        device.silent = false;
        VirtioBlock next = new VirtioBlock(new Disk());
        kernel.serve(next);
        next.start();
        assertEquals(Outcome.DONE, read(5, 1, 0));
        assertArrayEquals(sectors(5, 1), Arrays.copyOf(window.bytes, SECTOR));
    }

    @Test
    void thousandsOfRequestsOfAllKindsKeepTheDiskRight() {
        start();
        byte[] expected = device.contents.clone();
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            int count = 1 + random.nextInt(4);
            int first = random.nextInt(i % 100 < 50 ? BlockModel.SECTORS - count + 1 : 8);
            int ahead = random.nextInt(4);
            if (random.nextBoolean()) {
                random.nextBytes(window.bytes);
                assertEquals(Outcome.DONE, write(first, count, 0));
                System.arraycopy(window.bytes, 0, expected, first * SECTOR, count * SECTOR);
            } else {
                assertEquals(Outcome.DONE, kernel.call(() -> client.read(first, count, ahead, WINDOW, 0)));
                assertArrayEquals(Arrays.copyOfRange(expected, first * SECTOR, (first + count) * SECTOR), Arrays.copyOf(window.bytes, count * SECTOR));
            }
        }
        assertArrayEquals(expected, device.contents);
        assertTrue(kernel.windowsHeld() == 0);
    }
}
