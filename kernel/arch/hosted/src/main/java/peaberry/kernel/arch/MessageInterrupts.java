package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.simulated.InterruptController;
import peaberry.machine.simulated.SimulatedMachine;

/**
 * Interrupts that PCI functions raise by writing a message to memory (MSI, MSI-X). Messages are edges: none waits anywhere, so what
 * comes while they are blocked is lost.
 */
@Trusted
public final class MessageInterrupts {

    private MessageInterrupts() {
    }

    /** How many there are, numbered from 0. */
    public static int count() {
        return InterruptController.MESSAGES;
    }

    /** Whether messages can be blocked and come only from the function that they were opened for. */
    public static boolean areChecked() {
        return true;
    }

    /** Lets messages of a function through. A number that is no message's does nothing. @param function as for {@link Iommu} */
    public static void open(int number, int function) {
        if (number >= 0 && number < count()) {
            SimulatedMachine.current().interrupts().open(number, function & 0xFFFF);
        }
    }

    /** Lets none through. A number that is no message's does nothing. */
    public static void block(int number) {
        if (number >= 0 && number < count()) {
            SimulatedMachine.current().interrupts().block(number);
        }
    }

    /** Where the function is to write. @param number 0 to {@link #count()} - 1 */
    public static long address(int number) {
        return InterruptController.messageAddress(number);
    }

    /** What the function is to write. @param number 0 to {@link #count()} - 1 */
    public static int data(int number) {
        return 0;
    }
}
