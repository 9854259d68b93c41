package peaberry.virtioentropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.entropy.Entropy;
import peaberry.entropy.Entropy.Outcome;
import peaberry.entropy.EntropyClient;
import peaberry.runtime.Capability;
import peaberry.virtio.KernelModel;
import peaberry.virtio.ProtocolViolation;

class VirtioEntropyTest {

    private final EntropyClient client = new EntropyClient(Capability.at(KernelModel.ENDPOINT));
    private EntropyModel device = new EntropyModel(1);
    private KernelModel kernel;

    private void start() {
        kernel = new KernelModel(device, VirtioEntropy.DEVICE, "table");
        VirtioEntropy driver = new VirtioEntropy(new EntropyPool());
        kernel.serve(driver);
        driver.start();
    }

    private String read(int count) {
        assertEquals(Outcome.DONE, kernel.call(() -> client.read(count)));
        assertEquals(count, client.readResultCount());
        return HexFormat.of().formatHex(Arrays.copyOf(client.readResult(), count));
    }

    @Test
    void nobodyGetsAnythingBeforeTheSeedCame() {
        start();
        device.silent = true;
        assertEquals(Outcome.NOT_READY, kernel.call(() -> client.read(1)));
        device.silent = false;
        kernel.settle();
        read(1);
    }

    @Test
    void aSeedMayComeInPieces() {
        device.most = 5;
        start();
        kernel.settle();
        read(64);
        assertEquals(7, device.requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 63, 64})
    void asManyBytesComeAsWereAskedFor(int count) {
        start();
        kernel.settle();
        assertEquals(2 * count, read(count).length());
    }

    @Test
    void moreThanAMessageHoldsIsRefused() {
        start();
        kernel.settle();
        assertEquals(Outcome.INVALID, kernel.call(() -> client.read(Entropy.MAX_BYTES + 1)));
        assertEquals(Outcome.INVALID, kernel.call(() -> client.read(0)));
    }

    @Test
    void nothingComesTwice() {
        start();
        kernel.settle();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            assertTrue(seen.add(read(16)));
        }
    }

    @Test
    void whatComesDependsOnTheSeed() {
        start();
        kernel.settle();
        String first = read(32);
        start();
        kernel.settle();
        String otherSeed = read(32);
        device = new EntropyModel(1);
        start();
        kernel.settle();
        assertEquals(first, read(32));
        assertNotEquals(first, otherSeed);
    }

    @Test
    void aNewSeedIsAskedForNowAndThen() {
        start();
        kernel.settle();
        for (int i = 0; i < 3 * EntropyPool.READS_OF_A_SEED; i++) {
            read(1);
        }
        kernel.settle();
        assertEquals(4, device.requests);
    }

    @Test
    void aDeviceThatIsSilentLaterStopsNobody() {
        start();
        kernel.settle();
        device.silent = true;
        for (int i = 0; i < 2 * EntropyPool.READS_OF_A_SEED; i++) {
            read(1);
        }
        assertEquals(1, device.held());
    }

    @Test
    void aDeviceThatAnswersWithNothingEndsTheDriver() {
        device.most = 0;
        start();
        assertThrows(ProtocolViolation.class, kernel::settle);
    }

    @Test
    void aDeviceThatWritesMoreThanItWasAskedForEndsTheDriver() {
        device.usedLengths = right -> right + 1;
        start();
        assertThrows(ProtocolViolation.class, kernel::settle);
    }

    @Test
    void withoutADeviceThereIsNothing() {
        device.missing = "1";
        start();
        kernel.signal();
        kernel.settle();
        assertEquals(Outcome.NO_DEVICE, kernel.call(() -> client.read(1)));
    }

    @Test
    void spuriousSignalsDoNoHarm() {
        start();
        kernel.settle();
        kernel.signal();
        kernel.settle();
        read(64);
        assertEquals(1, device.requests);
    }
}
