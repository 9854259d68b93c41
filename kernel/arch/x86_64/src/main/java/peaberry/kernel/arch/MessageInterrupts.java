package peaberry.kernel.arch;

/**
 * Interrupts that PCI functions raise by writing a message to memory (MSI, MSI-X). Messages are edges: none waits anywhere, so what
 * comes while they are blocked is lost.
 *
 * <p>Where interrupts are remapped, a message counts only if it comes from the function that it was opened for. Elsewhere whoever
 * can make a device write to memory can forge any interrupt, and a message cannot be blocked; it still cannot disturb more than the
 * notification of one handler.
 */
public final class MessageInterrupts {

    private MessageInterrupts() {
    }

    /** How many there are, numbered from 0. */
    public static int count() {
        return Traps.LAST_VECTOR - Traps.FIRST_MESSAGE + 1;
    }

    /** Whether messages can be blocked and come only from the function that they were opened for. */
    public static boolean areChecked() {
        return Remapping.remapsInterrupts();
    }

    /** Lets messages of a function through. A number that is no message's does nothing. @param function as for {@link Iommu} */
    public static void open(int number, int function) {
        if (exists(number) && areChecked()) {
            InterruptEntries.openMessage(Traps.FIRST_MESSAGE + number, function & 0xFFFF);
        }
    }

    /** Lets none through. A number that is no message's does nothing. */
    public static void block(int number) {
        if (exists(number) && areChecked()) {
            InterruptEntries.block(Traps.FIRST_MESSAGE + number);
        }
    }

    /** Where the function is to write. @param number 0 to {@link #count()} - 1 */
    public static long address(int number) {
        return areChecked() ? MessageFormat.remappable(Traps.FIRST_MESSAGE + number)
                : MessageFormat.compatible(LocalApic.identifier());
    }

    /** What the function is to write. @param number 0 to {@link #count()} - 1 */
    public static int data(int number) {
        return areChecked() ? 0 : Traps.FIRST_MESSAGE + number;
    }

    private static boolean exists(int number) {
        return number >= 0 && number < count();
    }
}
