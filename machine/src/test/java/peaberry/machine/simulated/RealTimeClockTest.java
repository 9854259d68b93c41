package peaberry.machine.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealTimeClockTest {

    private static final int MASKING_BIT = 0x80;

    private final PortBus ports = new SimulatedMachine(0, OutputStream.nullOutputStream(), () -> 0,
            InstantSource.fixed(Instant.parse("2031-02-03T14:05:06Z"))).ports();

    @ParameterizedTest
    @CsvSource({"0x00, 0x06", "0x02, 0x05", "0x04, 0x14", "0x07, 0x03", "0x08, 0x02", "0x09, 0x31", "0x32, 0x20"})
    void showsTheTimeInDecimalDigits(String index, String digits) {
        assertEquals(Integer.decode(digits), register(Integer.decode(index)));
    }

    @Test
    void runsAndIsValid() {
        assertEquals(0x20, register(0x0A));
        assertEquals(0x02, register(0x0B));
        assertEquals(0x80, register(0x0D));
    }

    @Test
    void theBitThatMasksInterruptsChoosesNoRegister() {
        assertEquals(0x31, register(MASKING_BIT | 0x09));
    }

    @Test
    void cannotBeSetNorItsIndexRead() {
        assertEquals(0x31, register(0x09));
        ports.write(0x71, 8, 0x99);
        assertEquals(0x31, ports.read(0x71, 8));
        assertEquals(0xFF, ports.read(0x70, 8));
    }

    private int register(int index) {
        ports.write(0x70, 8, index);
        return ports.read(0x71, 8);
    }
}
