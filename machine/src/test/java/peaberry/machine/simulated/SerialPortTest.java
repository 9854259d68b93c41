package peaberry.machine.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SerialPortTest {

    private static final int LINE = 4;
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int IDENTIFICATION = 2;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int NO_INTERRUPT = 1;

    private final InterruptController interrupts = new InterruptController();
    private final StringBuilder sent = new StringBuilder();
    private final SerialPort port = new SerialPort(interrupts, LINE, value -> sent.append((char) value));

    @BeforeEach
    void letInterruptsThrough() {
        interrupts.unmask(LINE);
        write(MODEM_CONTROL, 0x0B);
    }

    @Test
    void sendsWhatIsWritten() {
        write(DATA, 'h');
        write(DATA, 'i');
        assertEquals("hi", sent.toString());
        assertEquals(0x60, read(LINE_STATUS));
    }

    @Test
    void holdsOneByteWithoutItsFifo() {
        assertTrue(port.receive('a'));
        assertFalse(port.receive('b'));
        assertEquals(0x61, read(LINE_STATUS));
        assertEquals('a', read(DATA));
        assertEquals(0x60, read(LINE_STATUS));
        assertTrue(port.receive('b'));
    }

    @Test
    void holdsSixteenBytesWithItsFifo() {
        write(FIFO_CONTROL, 0x01);
        for (int i = 0; i < 16; i++) {
            assertTrue(port.receive(i));
        }
        assertFalse(port.receive(16));
        for (int i = 0; i < 16; i++) {
            assertEquals(i, read(DATA));
        }
        assertEquals(0, read(DATA));
    }

    @Test
    void enablingTheFifoDropsAPendingByte() {
        port.receive('a');
        write(FIFO_CONTROL, 0x01);
        assertEquals(0x60, read(LINE_STATUS));
        port.receive('b');
        write(FIFO_CONTROL, 0x01);
        assertEquals('b', read(DATA));
    }

    @Test
    void clearingTheFifoDropsWhatItHolds() {
        write(FIFO_CONTROL, 0x01);
        port.receive('a');
        write(FIFO_CONTROL, 0x03);
        assertEquals(0x60, read(LINE_STATUS));
    }

    @Test
    void interruptsOnReceivingWhenAsked() {
        port.receive('a');
        assertEquals(NO_INTERRUPT, read(IDENTIFICATION));
        assertEquals(-1, interrupts.take());
        write(INTERRUPT_ENABLE, 1);
        assertEquals(0x04, read(IDENTIFICATION));
        assertEquals(LINE, interrupts.take());
        read(DATA);
        assertEquals(NO_INTERRUPT, read(IDENTIFICATION));
    }

    @Test
    void bytesBelowTheFifosTriggerInterruptByTimeout() {
        write(FIFO_CONTROL, 0xC1);
        write(INTERRUPT_ENABLE, 1);
        port.receive('a');
        port.receive('b');
        assertEquals(0xCC, read(IDENTIFICATION));
        assertEquals(LINE, interrupts.take());
        interrupts.unmask(LINE);
        read(DATA);
        assertEquals(LINE, interrupts.take());
        interrupts.unmask(LINE);
        read(DATA);
        assertEquals(-1, interrupts.take());
    }

    @Test
    void anEmptyTransmitterInterruptsOnceUntilWrittenAgain() {
        write(INTERRUPT_ENABLE, 2);
        assertEquals(LINE, interrupts.take());
        interrupts.unmask(LINE);
        assertEquals(0x02, read(IDENTIFICATION));
        assertEquals(NO_INTERRUPT, read(IDENTIFICATION));
        write(DATA, 'x');
        assertEquals(LINE, interrupts.take());
        assertEquals(0x02, read(IDENTIFICATION));
    }

    @Test
    void receivingIsIdentifiedBeforeTransmitting() {
        write(INTERRUPT_ENABLE, 3);
        port.receive('a');
        assertEquals(0x04, read(IDENTIFICATION));
        read(DATA);
        assertEquals(0x02, read(IDENTIFICATION));
    }

    @Test
    void outputTwoGatesTheInterrupt() {
        write(MODEM_CONTROL, 0x03);
        write(INTERRUPT_ENABLE, 1);
        port.receive('a');
        assertEquals(-1, interrupts.take());
        write(MODEM_CONTROL, 0x0B);
        assertEquals(LINE, interrupts.take());
    }

    @Test
    void theDivisorLatchHidesDataAndInterruptEnable() {
        write(INTERRUPT_ENABLE, 1);
        write(LINE_CONTROL, 0x83);
        write(DATA, 1);
        write(INTERRUPT_ENABLE, 2);
        assertEquals(1, read(DATA));
        assertEquals(2, read(INTERRUPT_ENABLE));
        write(LINE_CONTROL, 0x03);
        assertEquals(1, read(INTERRUPT_ENABLE));
        assertEquals("", sent.toString());
    }

    @Test
    void loopModeReturnsWhatIsSent() {
        write(MODEM_CONTROL, 0x1A);
        write(DATA, 0x5A);
        assertEquals(0x5A, read(DATA));
        assertEquals("", sent.toString());
        assertEquals(0x90, read(6));
        assertFalse(port.receive('a'));
    }

    @Test
    void loopModeOverrunsWithoutRoom() {
        write(MODEM_CONTROL, 0x10);
        write(DATA, 'a');
        write(DATA, 'b');
        assertEquals(0x63, read(LINE_STATUS));
        assertEquals(0x61, read(LINE_STATUS));
        assertEquals('a', read(DATA));
    }

    @Test
    void theOutsideWaitsForRoomAndLosesNothing() throws InterruptedException {
        int count = 1000;
        Thread outside = new Thread(() -> {
            try {
                for (int i = 0; i < count; i++) {
                    port.receiveWhenPossible(i & 0xFF);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        outside.start();
        for (int i = 0; i < count; i++) {
            while ((read(LINE_STATUS) & 1) == 0) {
                Thread.onSpinWait();
            }
            assertEquals(i & 0xFF, read(DATA));
        }
        outside.join();
    }

    @Test
    void aClosedPortKeepsNobodyWaiting() throws InterruptedException {
        port.receive('a');
        port.close();
        assertFalse(port.receiveWhenPossible('b'));
    }

    private int read(int register) {
        return port.read(register, 8);
    }

    private void write(int register, int value) {
        port.write(register, 8, value);
    }
}
