package peaberry.machine.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import peaberry.machine.Clock;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;

class SimulatedMachineTest {

    private static final int DATA = SimulatedMachine.SERIAL_PORTS;
    private static final int LINE_STATUS = SimulatedMachine.SERIAL_PORTS + 5;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private long now = 100;
    private final SimulatedMachine machine = new SimulatedMachine(4 << 20, console, () -> now);

    @Test
    void theIntrinsicsUseTheMachineInstalledLast() {
        machine.install();
        PhysicalMemory.storeInt(PhysicalAddress.of(64), 5);
        assertSame(machine, SimulatedMachine.current());
        assertEquals(5, machine.memory().loadInt(64));
        assertEquals(100, Clock.ticks());
    }

    @Test
    void aWriteToTheExitPortSwitchesOffWithThatStatus() {
        assertEquals(42, machine.run(() -> machine.ports().write(SimulatedMachine.EXIT_PORT, 32, 42)));
        assertTrue(machine.isOff());
    }

    @Test
    void anExceptionInTheKernelIsAPanicThatNamesTheLine() {
        int status = machine.run(() -> {
            throw new IllegalStateException("oops");
        });
        assertEquals(SimulatedMachine.PANIC_STATUS, status);
        String text = console.toString(StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("KERNEL PANIC: "), text);
        assertTrue(text.contains("SimulatedMachineTest"), text);
    }

    @Test
    void aKernelThatNeverStartsTheProcessorIsAPanic() {
        assertEquals(SimulatedMachine.PANIC_STATUS, machine.run(() -> { }));
    }

    @Test
    void theFirstStatusCounts() {
        int status = machine.run(() -> {
            machine.switchOff(7);
            machine.switchOff(8);
            throw new ThreadEnd();
        });
        assertEquals(7, status);
    }

    @Test
    void whereNoDeviceIsReadsGiveOnes() {
        machine.ports().write(0x80, 8, 1);
        assertEquals(0xFF, machine.ports().read(0x80, 8));
        assertEquals(0xFFFF, machine.ports().read(0x80, 16));
        assertEquals(-1, machine.ports().read(0x80, 32));
    }

    @Test
    void inputReachesTheSerialPortAndEndsWithOneControlD() {
        machine.connect(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF, 0}));
        for (int expected : new int[] {'a', 0xFF, 0, 4}) {
            while ((machine.ports().read(LINE_STATUS, 8) & 1) == 0) {
                Thread.onSpinWait();
            }
            assertEquals(expected, machine.ports().read(DATA, 8));
        }
    }

    @Test
    void theArchiveLiesInFrontOfTheFreeMemory() {
        machine.load(new byte[] {1, 2, 3});
        assertEquals(3, machine.archiveSize());
        assertEquals(3, machine.memory().loadByte(machine.archiveAddress() + 2));
        assertEquals(machine.archiveAddress() + 4096, machine.freeAddress());
    }

    @Test
    void anArchiveThatDoesNotFitIsNone() {
        machine.load(new byte[4 << 20]);
        assertEquals(0, machine.archiveSize());
    }

    @Test
    void theTimerFiresOnce() {
        OneShotTimer timer = machine.timer();
        assertEquals(Long.MAX_VALUE, timer.ticksLeft());
        timer.arm(50);
        assertEquals(50, timer.ticksLeft());
        assertFalse(timer.takeExpiry());
        now += 50;
        assertTrue(timer.takeExpiry());
        assertFalse(timer.takeExpiry());
        timer.arm(-5);
        assertTrue(timer.takeExpiry());
        timer.arm(0);
        timer.stop();
        assertFalse(timer.takeExpiry());
    }

    @Test
    void withoutAKernelThereIsNoProcessor() {
        assertThrows(IllegalStateException.class, machine::processor);
    }
}
