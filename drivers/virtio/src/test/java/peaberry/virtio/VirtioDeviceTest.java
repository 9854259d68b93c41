package peaberry.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtioDeviceTest {

    private static final String NAME = "echo";
    private static final int MEMORY = 4096;
    private static final int FAILED = 128;
    private static final int WORKING = 1 | 2 | 8 | 4;
    private static final long SOMETHING = 1L << 3;
    private static final long SOMETHING_ELSE = 1L << 4;

    private final EchoModel model = new EchoModel();
    private final VirtioDevice device = new VirtioDevice();
    private final VirtQueue queue = new VirtQueue(1, 4, 2);

    private Readiness begin() {
        return device.begin(NAME, MEMORY, SOMETHING);
    }

    private void install() {
        new KernelModel(model, NAME, "table");
    }

    @Test
    void aDeviceIsMadeReady() {
        install();
        assertEquals(Readiness.READY, begin());
        assertEquals(Readiness.READY, device.setUp(queue, 0));
        assertEquals(Readiness.READY, device.start());
        assertEquals(WORKING, model.status());
        assertEquals(8, model.registers().queues[1].size);
        assertTrue(model.registers().queues[1].enabled);
        assertEquals(0, model.registers().queues[1].message);
    }

    @Test
    void onlyWhatIsUsedIsAccepted() {
        model.offer(-1);
        install();
        begin();
        assertEquals(SOMETHING | Features.VERSION_1 | Features.ACCESS_PLATFORM | Features.ORDER_PLATFORM, model.registers().accepted);
        assertTrue(device.has(SOMETHING));
        assertTrue(!device.has(SOMETHING_ELSE));
    }

    @Test
    void whatIsNotOfferedIsNotAccepted() {
        install();
        begin();
        assertTrue(!device.has(SOMETHING));
        assertEquals(Features.DEMANDED, model.registers().accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void aDeviceWithoutAStructureIsAbsent(String structure) {
        model.missing = structure;
        install();
        assertEquals(Readiness.ABSENT, begin());
    }

    @Test
    void aDeviceOfAnotherNameIsAbsent() {
        install();
        assertEquals(Readiness.ABSENT, device.begin("ech", MEMORY, 0));
    }

    @Test
    void aDeviceThatSharesNoMemoryIsGivenUp() {
        model.missing = "memory";
        install();
        assertGivenUp(Readiness.NO_MEMORY, begin());
    }

    @Test
    void aDeviceOfThePastIsGivenUp() {
        model.offer(Features.ACCESS_PLATFORM);
        install();
        assertGivenUp(Readiness.NOT_MODERN, begin());
    }

    @Test
    void aDeviceThatWouldReachPastTheIommuIsGivenUp() {
        model.offer(Features.VERSION_1);
        install();
        assertGivenUp(Readiness.UNCONFINED, begin());
    }

    @Test
    void aDeviceThatDoesNotGrantWhatItOffersIsGivenUp() {
        install();
        model.registers().refusesFeatures = true;
        assertGivenUp(Readiness.FEATURES_REFUSED, begin());
    }

    @Test
    void aDeviceThatStaysInItsResetIsNotAwaitedForEver() {
        install();
        model.registers().staysInReset = true;
        assertEquals(Readiness.NEVER_RESET, begin());
    }

    @Test
    void aQueueThatIsTooSmallIsNotUsed() {
        install();
        model.registers().mostEntries = 4;
        begin();
        assertGivenUp(Readiness.NO_QUEUE, device.setUp(queue, 0));
    }

    @Test
    void aQueueThatThereIsNotIsNotUsed() {
        install();
        begin();
        assertGivenUp(Readiness.NO_QUEUE, device.setUp(new VirtQueue(2, 1, 1), 0));
    }

    @Test
    void aDeviceThatCannotInterruptIsGivenUp() {
        install();
        model.registers().hasNoMessages = true;
        begin();
        assertGivenUp(Readiness.NO_INTERRUPT, device.setUp(queue, 0));
        assertGivenUp(Readiness.NO_INTERRUPT, device.start());
    }

    private void assertGivenUp(Readiness expected, Readiness readiness) {
        assertEquals(expected, readiness);
        assertEquals(FAILED, model.status() & FAILED);
    }

    @Test
    void aRegisterOf64BitsIsReadWhole() {
        install();
        begin();
        model.setOwn(8, 0x1234_5678_9ABC_DEF0L);
        assertEquals(0x1234_5678_9ABC_DEF0L, device.ownLong(8));
    }

    @Test
    void registersThatNeverHoldStillAreAProtocolViolation() {
        install();
        begin();
        model.registers().racing = true;
        assertThrows(ProtocolViolation.class, () -> device.ownLong(8));
    }

    @Test
    void whatADeviceDoesNotHaveReadsAsZero() {
        install();
        begin();
        assertEquals(0, device.ownLong(VirtioModel.OWN_BYTES));
        assertEquals(0, device.ownByte(-1));
    }
}
