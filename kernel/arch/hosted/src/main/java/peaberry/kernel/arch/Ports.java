package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedMachine;

/** The I/O ports. */
@Trusted
public final class Ports {

    private static final long LAST = 0xFFFF;

    private Ports() {
    }

    /** Whether {@code first} to {@code last} are port numbers, in order. */
    public static boolean exist(long first, long last) {
        return first >= 0 && first <= last && last <= LAST;
    }

    /** Reads 8, 16 or 32 bits, zero-extended to an {@code int}. */
    @Trusted
    public static int read(int port, int widthBits) {
        return SimulatedMachine.current().ports().read(port, widthBits);
    }

    /** Writes the low 8, 16 or 32 bits of {@code value}. */
    @Trusted
    public static void write(int port, int widthBits, int value) {
        SimulatedMachine.current().ports().write(port, widthBits, value);
    }
}
