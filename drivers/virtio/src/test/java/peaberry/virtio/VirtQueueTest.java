package peaberry.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtQueueTest {

    private static final int CHAINS = 3;
    private static final int LINKS = 4;
    private static final int DATA = 2048;
    private static final int ROOM = 64;
    private static final int HALF = ROOM / 2;

    private final EchoModel model = new EchoModel();
    private final VirtioDevice device = new VirtioDevice();
    private VirtQueue queue;

    @BeforeEach
    void startTheDevice() {
        new KernelModel(model, "echo", "table");
        device.begin("echo", 4096, 0);
        queue = new VirtQueue(0, CHAINS, LINKS);
        device.setUp(queue, 16);
        device.start();
    }

    private void submit(int chain, int value) {
        long at = DATA + (long) chain * ROOM;
        device.memory().bytes().setInt32(at, value);
        device.memory().bytes().setInt32(at + HALF, 0);
        queue.begin(chain);
        queue.addReadable(at, 1);
        queue.addReadable(at + 1, 3);
        queue.addWritable(at + HALF, 2);
        queue.addWritable(at + HALF + 2, 2);
        queue.submit();
        queue.notifyDevice();
    }

    private int answer(int chain) {
        return device.memory().bytes().int32(DATA + (long) chain * ROOM + HALF);
    }

    @Test
    void theSizeIsAPowerOfTwoThatHoldsAll() {
        assertEquals(16, queue.size());
        assertEquals(16 * 16 + 48 + 144, queue.bytes());
    }

    @Test
    void whatIsPutInComesBackServed() {
        submit(1, 0x1234_5678);
        assertEquals(VirtQueue.NONE, queue.take());
        assertTrue(model.work());
        assertEquals(1, queue.take());
        assertEquals(4, queue.written());
        assertEquals(0x1234_5678, answer(1));
        assertEquals(VirtQueue.NONE, queue.take());
        assertFalse(model.work());
    }

    @Test
    void theIndicesWrapAround() {
        Random random = new Random(4);
        for (int i = 0; i < 70_000; i++) {
            int value = random.nextInt();
            submit(i % CHAINS, value);
            model.work();
            assertEquals(i % CHAINS, queue.take());
            assertEquals(value, answer(i % CHAINS));
        }
    }

    @Test
    void chainsComeBackInAnyOrder() {
        model.lastFirst = true;
        for (int chain = 0; chain < CHAINS; chain++) {
            submit(chain, chain + 100);
        }
        model.work();
        for (int chain = CHAINS - 1; chain >= 0; chain--) {
            assertEquals(chain, queue.take());
            assertEquals(chain + 100, answer(chain));
        }
    }

    @Test
    void aChainThatTheDeviceHasIsNotDescribedAgain() {
        submit(0, 1);
        assertThrows(IllegalStateException.class, () -> queue.begin(0));
        assertThrows(IllegalStateException.class, queue::submit);
    }

    @Test
    void aChainIsNotLongerThanItMayBe() {
        queue.begin(0);
        for (int i = 0; i < LINKS; i++) {
            queue.addReadable(DATA, 1);
        }
        assertThrows(IllegalStateException.class, () -> queue.addWritable(DATA, 1));
    }

    @Test
    void anEmptyChainIsNotSubmitted() {
        queue.begin(0);
        assertThrows(IllegalStateException.class, queue::submit);
    }

    @Test
    void whatTheDeviceReadsComesFirst() {
        queue.begin(0);
        queue.addWritable(DATA, 1);
        assertThrows(IllegalStateException.class, () -> queue.addReadable(DATA, 1));
    }

    @Test
    void whatIsNotInTheSharedMemoryIsNotShown() {
        queue.begin(0);
        assertThrows(IndexOutOfBoundsException.class, () -> queue.addWritable(model.memoryBytes - 1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> queue.addReadable(-1, 1));
    }

    @Test
    void aChainThatComesBackTwiceIsAProtocolViolation() {
        submit(0, 1);
        submit(1, 2);
        model.usedIds = any -> 0;
        model.work();
        assertEquals(0, queue.take());
        assertThrows(ProtocolViolation.class, queue::take);
    }

    @Test
    void whateverTheDeviceWritesIntoItsMemoryTheQueueStaysInIt() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            startTheDevice();
            submit(round % CHAINS, round);
            model.work();
            for (int i = 0; i < 40; i++) {
                model.memory().storeShort(VirtioModel.MEMORY + 16 + 2L * random.nextInt((int) queue.bytes() / 2), (short) random.nextInt(20));
            }
            for (int i = 0; i < CHAINS; i++) {
                if (!tryToTake()) {
                    break;
                }
            }
        }
    }

    private boolean tryToTake() {
        try {
            int chain = queue.take();
            assertTrue(chain == VirtQueue.NONE || chain >= 0 && chain < CHAINS && queue.written() <= 4);
            return chain != VirtQueue.NONE;
        } catch (ProtocolViolation violation) {
            return false;
        }
    }
}
