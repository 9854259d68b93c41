package peaberry.kernel.arch;

/**
 * The interrupt lines of devices. At the start all are masked.
 *
 * <p>They are the inputs of the first I/O APIC (Intel 82093AA). An ISA device's IRQ number is its line, but for the
 * PIT's, which is 2. All lines count as active high and level triggered: a line is masked from the interrupt until its
 * driver acknowledges it, and an edge in between would be lost, while a level is seen when the mask goes.
 */
public final class Interrupts {

    private static final int TARGET_SHIFT = 24;
    /** Bits of an entry's upper half where interrupts are remapped: VT-d specification, 5.1.5.1. */
    private static final int REMAPPED = 1 << 16;
    private static final int REMAPPING_ENTRY_SHIFT = 17;
    private static final int IDENTIFIER = 0;
    private static final int IDENTIFIER_MASK = 0xF;

    private Interrupts() {
    }

    /** How many lines there are, numbered from 0. */
    public static int lines() {
        return InterruptControllers.LINES;
    }

    /** Stops a line. A number that is no line does nothing. */
    public static void mask(int line) {
        InterruptControllers.setLine(line, InterruptControllers.MASKED | InterruptControllers.LEVEL_TRIGGERED);
    }

    /** Lets a line through, first of all what came meanwhile. A number that is no line does nothing. */
    public static void unmask(int line) {
        InterruptControllers.setLine(line, InterruptControllers.LEVEL_TRIGGERED);
    }

    /** Whether an interrupt, of a line, a message or the timer, waits for the kernel to be left. */
    public static boolean pending() {
        return LocalApic.isRequested();
    }

    /** Masks all lines and sends them to this processor, through the remapping units where there are any. */
    static void start() {
        for (int line = 0; line < lines(); line++) {
            mask(line);
            if (Remapping.remapsInterrupts()) {
                InterruptEntries.openLine(Traps.FIRST_LINE + line, Remapping.ioApic());
                InterruptControllers.setTarget(line, REMAPPED | Traps.FIRST_LINE + line << REMAPPING_ENTRY_SHIFT);
            } else {
                InterruptControllers.setTarget(line, LocalApic.identifier() << TARGET_SHIFT);
            }
        }
    }

    /** The number of the I/O APIC. */
    static int identifier() {
        return InterruptControllers.readIo(IDENTIFIER) >>> TARGET_SHIFT & IDENTIFIER_MASK;
    }
}
