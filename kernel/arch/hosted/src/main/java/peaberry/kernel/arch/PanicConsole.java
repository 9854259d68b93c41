package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.simulated.SimulatedMachine;

/** The kernel's last words, on the serial line. */
@Trusted
public final class PanicConsole {

    private PanicConsole() {
    }

    /** Prints text in Latin-1. */
    public static void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            SimulatedMachine.current().print(text.charAt(i));
        }
    }

    /** Prints a number in decimal. */
    public static void print(long number) {
        print(Long.toString(number));
    }

    /** Switches the machine off with the status of a panic; does not return. */
    public static void die() {
        SimulatedMachine.current().powerOff(SimulatedMachine.PANIC_STATUS);
    }
}
