package peaberry.virtionet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.EthernetDevice.Outcome;
import peaberry.ethernet.EthernetDeviceClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Window;
import peaberry.virtio.Call;
import peaberry.virtio.KernelModel;
import peaberry.virtio.Progress;
import peaberry.virtio.ProtocolViolation;
import peaberry.virtio.WindowModel;

class VirtioNetTest {

    private static final int SLOT = 50;
    private static final Window WINDOW = Window.at(SLOT);
    private static final long ADDRESS = 0x5254_0012_3456L;

    private final EthernetDeviceClient client = new EthernetDeviceClient(Capability.at(KernelModel.ENDPOINT));
    private NetworkModel device = new NetworkModel(NetworkModel.MAC | NetworkModel.STATUS);
    private KernelModel kernel;
    private WindowModel window;

    private void start() {
        kernel = new KernelModel(device, VirtioNet.DEVICE, VirtioNet.TABLE);
        device.setOwn(0, Long.reverseBytes(ADDRESS << 16) | 1L << 48);
        window = kernel.window(SLOT, 2048);
        VirtioNet driver = new VirtioNet(new Station());
        kernel.serve(driver);
        driver.start();
    }

    private static byte[] frame(int bytes, int seed) {
        byte[] frame = new byte[bytes];
        new Random(seed).nextBytes(frame);
        return frame;
    }

    private Outcome send(byte[] frame, int offset) {
        System.arraycopy(frame, 0, window.bytes, offset, frame.length);
        return kernel.call(() -> client.send(frame.length, WINDOW, offset));
    }

    private byte[] receive() {
        assertEquals(Outcome.DONE, kernel.call(() -> client.receive(WINDOW, 0)));
        return Arrays.copyOf(window.bytes, client.receiveResult());
    }

    @Test
    void theAddressIsTheDevices() {
        start();
        assertEquals(Outcome.DONE, kernel.call(client::address));
        assertEquals(ADDRESS, client.addressResult().bits());
    }

    @Test
    void theDeviceSaysWhetherItIsConnected() {
        start();
        assertEquals(Outcome.DONE, kernel.call(client::link));
        assertTrue(client.linkResult());
        device.setOwn(0, 0);
        kernel.call(client::link);
        assertFalse(client.linkResult());
    }

    @Test
    void aDeviceThatDoesNotSayIsConnected() {
        device = new NetworkModel(NetworkModel.MAC);
        start();
        device.setOwn(0, 0);
        kernel.call(client::link);
        assertTrue(client.linkResult());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 1000, 1514})
    void aFrameIsSentAsItIs(int bytes) {
        start();
        byte[] frame = frame(bytes, 1);
        assertEquals(Outcome.DONE, send(frame, 7));
        kernel.settle();
        assertArrayEquals(frame, device.sent.getFirst());
    }

    @Test
    void aShortFrameIsFilledUpWithNothingOfOthers() {
        start();
        for (int i = 0; i < NetworkUnit.SEND_BUFFERS; i++) {
            send(frame(100, i), 0);
        }
        kernel.settle();
        byte[] frame = frame(42, 9);
        send(frame, 0);
        kernel.settle();
        assertArrayEquals(Arrays.copyOf(frame, 60), device.sent.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 1515, -1})
    void whatIsNoFrameIsNotSent(int bytes) {
        start();
        assertEquals(Outcome.INVALID, kernel.call(() -> client.send(bytes, WINDOW, 0)));
    }

    @Test
    void aDeviceThatSendsNothingMakesTheStationBusyUntilItDoes() {
        start();
        device.sendsNothing = true;
        for (int i = 0; i < NetworkUnit.SEND_BUFFERS; i++) {
            assertEquals(Outcome.DONE, send(frame(60, i), 0));
        }
        assertEquals(Outcome.BUSY, send(frame(60, 0), 0));
        device.sendsNothing = false;
        kernel.settle();
        assertEquals(Outcome.DONE, send(frame(60, 10), 0));
        kernel.settle();
        for (int i = 0; i < NetworkUnit.SEND_BUFFERS; i++) {
            assertArrayEquals(frame(60, i), device.sent.get(i));
        }
    }

    @Test
    void aDeviceThatNeverSendsEndsTheDriver() {
        start();
        device.sendsNothing = true;
        for (int i = 0; i < NetworkUnit.SEND_BUFFERS; i++) {
            send(frame(60, i), 0);
        }
        kernel.passTime(Progress.PATIENCE * Progress.MOST_TICKS + 1);
        assertThrows(ProtocolViolation.class, () -> send(frame(60, 0), 0));
    }

    @Test
    void aFrameThatWaitsIsReceivedAtOnce() {
        start();
        device.bring(frame(1514, 1));
        device.bring(frame(60, 2));
        kernel.settle();
        assertArrayEquals(frame(1514, 1), receive());
        assertArrayEquals(frame(60, 2), receive());
    }

    @Test
    void whoReceivesWaitsForAFrame() {
        start();
        Call reader = kernel.post(() -> client.receive(WINDOW, 0));
        kernel.settle();
        assertFalse(reader.isAnswered());
        device.bring(frame(77, 3));
        kernel.settle();
        assertEquals(Outcome.DONE.ordinal(), reader.outcome());
        assertArrayEquals(frame(77, 3), Arrays.copyOf(window.bytes, 77));
        assertEquals(0, kernel.windowsHeld());
    }

    @Test
    void whoReceivesTwiceGivesWayToHimself() {
        start();
        Call first = kernel.post(() -> client.receive(WINDOW, 0));
        Call second = kernel.post(() -> client.receive(WINDOW, 0));
        device.bring(frame(60, 4));
        kernel.settle();
        assertEquals(Outcome.BUSY.ordinal(), first.outcome());
        assertEquals(Outcome.DONE.ordinal(), second.outcome());
    }

    @Test
    void nobodyReceivesForEverAndTheNetworkWaits() {
        start();
        for (int i = 0; i < NetworkUnit.RECEIVE_BUFFERS + 5; i++) {
            device.bring(frame(60, i));
        }
        kernel.settle();
        assertEquals(5, device.arriving());
        for (int i = 0; i < NetworkUnit.RECEIVE_BUFFERS + 5; i++) {
            assertArrayEquals(frame(60, i), receive());
            kernel.settle();
        }
        assertEquals(0, device.arriving());
    }

    @Test
    void aFrameThatDoesNotFitIsLost() {
        start();
        device.bring(frame(1000, 1));
        device.bring(frame(1000, 2));
        assertEquals(Outcome.BAD_WINDOW, kernel.call(() -> client.receive(WINDOW, 1500)));
        assertArrayEquals(frame(1000, 2), receive());
    }

    @Test
    void aWindowThatDoesNotAllowItIsTold() {
        start();
        window.unreadable = true;
        assertEquals(Outcome.BAD_WINDOW, send(frame(60, 1), 0));
        assertEquals(0, device.sent.size());
    }

    @Test
    void whatIsTooShortForAHeaderIsNoFrame() {
        start();
        device.bring(frame(13, 1));
        device.bring(frame(0, 1));
        device.bring(frame(14, 2));
        assertArrayEquals(frame(14, 2), receive());
    }

    @Test
    void aDeviceWithoutAnAddressIsRefused() {
        device = new NetworkModel(NetworkModel.STATUS);
        start();
        assertRefused();
    }

    @Test
    void withoutADeviceThereIsNoStation() {
        device.missing = "2";
        start();
        assertRefused();
    }

    private void assertRefused() {
        kernel.signal();
        kernel.settle();
        assertEquals(Outcome.NO_DEVICE, kernel.call(client::address));
        assertEquals(Outcome.NO_DEVICE, kernel.call(client::link));
        assertEquals(Outcome.NO_DEVICE, send(frame(60, 1), 0));
        assertEquals(Outcome.NO_DEVICE, kernel.call(() -> client.receive(WINDOW, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 12 + EthernetDevice.MAX_BYTES + 1, -1})
    void aLengthThatNoBufferHasEndsTheDriver(int length) {
        start();
        device.usedLengths = right -> length;
        device.bring(frame(60, 1));
        assertThrows(ProtocolViolation.class, this::receive);
    }

    @Test
    void aBufferThatTheDeviceDoesNotHaveEndsTheDriver() {
        start();
        device.usedIds = right -> NetworkUnit.RECEIVE_BUFFERS;
        device.bring(frame(60, 1));
        assertThrows(ProtocolViolation.class, this::receive);
    }

    @Test
    void thousandsOfFramesGoBothWays() {
        start();
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            byte[] frame = frame(60 + random.nextInt(1455), i);
            device.bring(frame);
            byte[] received = receive();
            assertArrayEquals(frame, received);
            assertEquals(Outcome.DONE, send(received, 0));
            kernel.settle();
            assertArrayEquals(frame, device.sent.removeLast());
        }
        assertEquals(0, kernel.windowsHeld());
    }
}
