package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.simulated.InterruptController;
import peaberry.machine.simulated.SimulatedMachine;

/** The interrupt lines of devices. At the start all are masked. */
@Trusted
public final class Interrupts {

    private Interrupts() {
    }

    /** How many lines there are, numbered from 0. */
    public static int lines() {
        return InterruptController.LINES;
    }

    /** Stops a line. A number that is no line does nothing. */
    public static void mask(int line) {
        if (line >= 0 && line < lines()) {
            SimulatedMachine.current().interrupts().mask(line);
        }
    }

    /** Lets a line through, first of all what came meanwhile. A number that is no line does nothing. */
    public static void unmask(int line) {
        if (line >= 0 && line < lines()) {
            SimulatedMachine.current().interrupts().unmask(line);
        }
    }

    /** Whether an interrupt, of a line or the timer, waits for the kernel to be left. */
    public static boolean pending() {
        SimulatedMachine machine = SimulatedMachine.current();
        return machine.interrupts().isPending() || machine.timer().isDue();
    }
}
