package peaberry.virtioblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** Writes that are answered before they are done, and what is told of them later. */
class PostedBlocksTest {

    private static final int SECTOR = BlockDevice.SECTOR_BYTES;
    private static final Window WINDOW = Window.at(50);
    private static final Window OTHER_WINDOW = Window.at(51);
    private static final int OTHER = 8;
    private static final int POSTED = BlockUnit.POSTED;

    private final BlockDeviceClient client = new BlockDeviceClient(Capability.at(KernelModel.ENDPOINT));
    private final BlockModel device = new BlockModel(BlockModel.FLUSH);
    private final KernelModel kernel = new KernelModel(device, VirtioBlock.DEVICE, VirtioBlock.TABLE);
    private final WindowModel window = kernel.window(WINDOW.slot(), BlockDevice.MAX_SECTORS * SECTOR);
    private final WindowModel other = kernel.window(OTHER_WINDOW.slot(), BlockDevice.MAX_SECTORS * SECTOR);
    /** What is not collected yet. */
    private int posted;

    @BeforeEach
    void start() {
        device.setOwn(0, BlockModel.SECTORS);
        new Random(1).nextBytes(device.contents);
        startDriver();
    }

    private void startDriver() {
        VirtioBlock driver = new VirtioBlock(new Disk());
        kernel.serve(driver);
        driver.start();
    }

    /** Posts a sector that is full of one value. */
    private Call post(long sector, int value) {
        Arrays.fill(window.bytes, 0, SECTOR, (byte) value);
        Call call = kernel.post(() -> client.write(sector, 1, Caching.POSTED, WINDOW, 0));
        kernel.settle();
        return call;
    }

    private Call collect(int count) {
        Call call = kernel.post(() -> client.collect(count));
        kernel.settle();
        return call;
    }

    private Call read(long sector) {
        Call call = kernel.post(() -> client.read(sector, 1, 0, OTHER_WINDOW, 0));
        kernel.settle();
        return call;
    }

    private void letTheDeviceWork() {
        device.silent = false;
        kernel.settle();
    }

    private byte onDisk(int sector) {
        return device.contents[sector * SECTOR];
    }

    private static void assertOutcome(Outcome expected, Call call) {
        assertEquals(expected.ordinal(), call.outcome());
    }

    @Test
    void aPostedWriteIsAnsweredAtOnceAndCollectedWhenItIsDone() {
        device.silent = true;
        assertOutcome(Outcome.DONE, post(10, 1));
        assertEquals(0, kernel.windowsHeld());
        Arrays.fill(window.bytes, (byte) 0);
        Call collected = collect(1);
        assertFalse(collected.isAnswered());
        letTheDeviceWork();
        assertOutcome(Outcome.DONE, collected);
        assertEquals(1, onDisk(10), "as it was when it was posted");
    }

    @Test
    void whatIsDoneAlreadyIsCollectedAtOnce() {
        post(10, 1);
        post(11, 2);
        device.silent = true;
        assertOutcome(Outcome.DONE, collect(2));
    }

    @Test
    void severalAreUnderWayAndTakeNobodysPlace() {
        device.silent = true;
        for (int i = 0; i < POSTED; i++) {
            assertOutcome(Outcome.DONE, post(10 + i, 1));
        }
        assertEquals(POSTED, device.held());
        Call[] reads = new Call[BlockUnit.CALLERS];
        for (int i = 0; i < reads.length; i++) {
            reads[i] = read(100 + i);
        }
        assertEquals(POSTED + BlockUnit.CALLERS, device.held());
        assertOutcome(Outcome.BUSY, read(200));
        assertOutcome(Outcome.BUSY, post(200, 1));
        assertOutcome(Outcome.BUSY, collect(POSTED));
        letTheDeviceWork();
        for (Call read : reads) {
            assertOutcome(Outcome.DONE, read);
        }
        assertOutcome(Outcome.DONE, collect(POSTED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereThereIsNoMoreRoomTheCallerWaitsAndIsToldNothingBefore(boolean fails) {
        device.silent = true;
        for (int i = 0; i < POSTED; i++) {
            post(10 + i, 1);
        }
        device.failingSector = fails ? 20 : -1;
        Call post = post(20, 1);
        assertFalse(post.isAnswered());
        letTheDeviceWork();
        assertOutcome(Outcome.DONE, post);
        assertEquals(!fails, onDisk(20) == 1);
        assertOutcome(fails ? Outcome.DEVICE_ERROR : Outcome.DONE, collect(POSTED + 1));
    }

    @Test
    void aFailureIsToldToWhoCollectsAndOnce() {
        device.failingSector = 10;
        assertOutcome(Outcome.DONE, post(10, 1));
        assertOutcome(Outcome.DONE, post(11, 1));
        assertOutcome(Outcome.DEVICE_ERROR, collect(2));
        assertOutcome(Outcome.DONE, post(11, 2));
        assertOutcome(Outcome.DONE, collect(1));
    }

    @Test
    void whatWasRefusedWasNotPosted() {
        assertOutcome(Outcome.DONE, post(10, 1));
        assertOutcome(Outcome.OUT_OF_RANGE, post(BlockModel.SECTORS, 1));
        window.unreadable = true;
        assertOutcome(Outcome.BAD_WINDOW, post(10, 2));
        assertOutcome(Outcome.DONE, collect(1));
        assertEquals(1, onDisk(10));
    }

    @Test
    void anotherNumberIsForgottenWhenAllIsDone() {
        assertOutcome(Outcome.FORGOTTEN, collect(1));
        device.silent = true;
        post(10, 1);
        Call collected = collect(2);
        assertFalse(collected.isAnswered());
        letTheDeviceWork();
        assertOutcome(Outcome.FORGOTTEN, collected);
        assertOutcome(Outcome.FORGOTTEN, collect(1));
    }

    @Test
    void aDriverThatIsMadeAnewHasForgottenAndTakesThemAgain() {
        device.silent = true;
        post(10, 1);
        post(11, 1);
        device.silent = false;
        startDriver();
        assertOutcome(Outcome.FORGOTTEN, collect(2));
        assertFalse(onDisk(10) == 1 || onDisk(11) == 1);
        post(10, 1);
        post(11, 1);
        assertOutcome(Outcome.DONE, collect(2));
        assertTrue(onDisk(10) == 1 && onDisk(11) == 1);
    }

    @Test
    void whatOnesWritesDoIsNothingToAnother() {
        device.forgottenSector = 10;
        post(10, 1);
        kernel.speakAs(OTHER);
        device.failingSector = 12;
        post(11, 1);
        assertOutcome(Outcome.DONE, collect(1));
        post(12, 1);
        kernel.speakAs(OTHER - 1);
        Call collected = collect(1);
        assertFalse(collected.isAnswered(), "the device has it still");
        device.forgottenSector = -1;
        kernel.settle();
        assertOutcome(Outcome.DONE, collected);
        kernel.speakAs(OTHER);
        assertOutcome(Outcome.DEVICE_ERROR, collect(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsAboutTheSameSectorIsDoneInOrder(boolean lastFirst) {
        device.silent = true;
        device.lastFirst = lastFirst;
        Call before = read(10);
        post(10, 1);
        post(10, 2);
        Call after = kernel.post(() -> client.read(10, 1, 0, OTHER_WINDOW, SECTOR));
        kernel.settle();
        assertEquals(1, device.held(), "the device knows of the first only");
        byte old = onDisk(10);
        letTheDeviceWork();
        assertOutcome(Outcome.DONE, before);
        assertOutcome(Outcome.DONE, after);
        assertArrayEquals(new byte[] {old, 2}, new byte[] {other.bytes[0], other.bytes[SECTOR]});
        assertOutcome(Outcome.DONE, collect(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsPreparedIsNeverOlderThanWhatWasPosted(boolean before) {
        device.silent = true;
        device.lastFirst = true;
        if (before) {
            post(10, 1);
        }
        Call hint = kernel.post(() -> client.read(9, 1, 1, OTHER_WINDOW, 0));
        kernel.settle();
        if (!before) {
            post(10, 1);
        }
        letTheDeviceWork();
        assertOutcome(Outcome.DONE, hint);
        assertOutcome(Outcome.DONE, read(10));
        assertEquals(1, other.bytes[0]);
    }

    @Test
    void aFlushDoesNotWaitForWhatIsUnderWay() {
        device.forgottenSector = 10;
        post(10, 1);
        assertEquals(Outcome.DONE, kernel.call(client::flush));
        assertEquals(1, device.flushes);
        device.forgottenSector = -1;
        kernel.settle();
        assertOutcome(Outcome.DONE, collect(1));
    }

    @Test
    void aDeviceThatNeverWritesWhatWasPostedEndsTheDriver() {
        device.forgottenSector = 10;
        post(10, 1);
        assertThrows(ProtocolViolation.class, () -> kernel.passTime(Progress.PATIENCE * Progress.MOST_TICKS + 1));
    }

    @Test
    void anInterruptThatIsLostDoesNoHarm() {
        kernel.post(() -> client.write(10, 1, Caching.POSTED, WINDOW, 0));
        kernel.runDriver();
        Call collected = kernel.post(() -> client.collect(1));
        kernel.runDriver();
        assertTrue(device.work(), "it interrupts");
        assertFalse(collected.isAnswered());
        kernel.passTime(1);
        assertOutcome(Outcome.DONE, collected);
    }

    /** Several are under way, about few sectors, and the device does them in one order or the other, sooner or later. */
    @Test
    void whoReadsFindsTheDiskAsItWasWhenTheRequestCame() {
        byte[] expected = device.contents.clone();
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            device.lastFirst = random.nextBoolean();
            List<Runnable> checks = new ArrayList<>();
            for (int slot = WINDOW.slot(); slot < WINDOW.slot() + POSTED + BlockUnit.CALLERS; slot++) {
                device.silent = random.nextInt(4) > 0;
                checks.add(slot < WINDOW.slot() + POSTED ? write(random, slot, Caching.POSTED, expected) : writeOrRead(random, slot, expected));
                kernel.settle();
            }
            device.silent = false;
            kernel.settle();
            checks.forEach(Runnable::run);
            if (posted > 0 && random.nextInt(4) == 0) {
                assertEquals(Outcome.DONE, kernel.call(() -> client.collect(posted)));
                posted = 0;
            }
        }
        assertArrayEquals(expected, device.contents);
        assertEquals(0, kernel.windowsHeld());
    }

    /** @param expected becomes what the disk has to have then @return what has to hold when it was answered */
    private Runnable writeOrRead(Random random, int slot, byte[] expected) {
        if (random.nextInt(3) == 0) {
            return write(random, slot, Caching.values()[random.nextInt(Caching.values().length)], expected);
        }
        byte[] bytes = kernel.window(slot, BlockDevice.MAX_SECTORS * SECTOR).bytes;
        int count = randomCount(random);
        int first = random.nextInt(5);
        byte[] right = Arrays.copyOfRange(expected, first * SECTOR, (first + count) * SECTOR);
        int ahead = 2 * random.nextInt(3);
        Call call = kernel.post(() -> client.read(first, count, ahead, Window.at(slot), 0));
        return () -> {
            assertOutcome(Outcome.DONE, call);
            assertArrayEquals(right, Arrays.copyOf(bytes, count * SECTOR));
        };
    }

    private Runnable write(Random random, int slot, Caching caching, byte[] expected) {
        byte[] bytes = kernel.window(slot, BlockDevice.MAX_SECTORS * SECTOR).bytes;
        int count = randomCount(random);
        int first = random.nextInt(5);
        random.nextBytes(bytes);
        System.arraycopy(bytes, 0, expected, first * SECTOR, count * SECTOR);
        posted += caching == Caching.POSTED ? 1 : 0;
        Call call = kernel.post(() -> client.write(first, count, caching, Window.at(slot), 0));
        return () -> assertOutcome(Outcome.DONE, call);
    }

    private static int randomCount(Random random) {
        return 2 * (1 + random.nextInt(2));
    }
}
