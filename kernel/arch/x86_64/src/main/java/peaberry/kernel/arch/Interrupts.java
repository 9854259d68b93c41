package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.DeviceMemory;

/**
 * The interrupt lines of devices. At the start all are masked.
 *
 * <p>They are the inputs of the first I/O APIC (Intel 82093AA). An ISA device's IRQ number is its line, but for the
 * PIT's, which is 2. All lines count as active high and level triggered: a line is masked from the interrupt until its
 * driver acknowledges it, and an edge in between would be lost, while a level is seen when the mask goes.
 */
@Trusted
public final class Interrupts {

    static final long REGISTERS = 0xFEC0_0000L;
    static final long REGISTER_BYTES = 0x1000;
    private static final long SELECT = REGISTERS;
    private static final long WINDOW = SELECT + 0x10;
    private static final int FIRST_ENTRY = 0x10;
    private static final int LINES = 24;

    /** Bits of an entry: 82093AA, 3.2.4. */
    private static final int LEVEL_TRIGGERED = 0x8000;
    private static final int MASKED = 0x1_0000;
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
        return LINES;
    }

    /** Stops a line. A number that is no line does nothing. */
    public static void mask(int line) {
        writeLow(line, MASKED);
    }

    /** Lets a line through, first of all what came meanwhile. A number that is no line does nothing. */
    public static void unmask(int line) {
        writeLow(line, 0);
    }

    /** Whether an interrupt, of a line, a message or the timer, waits for the kernel to be left. */
    public static boolean pending() {
        return LocalApic.isRequested();
    }

    /** Masks all lines and sends them to this processor, through the remapping units where there are any. */
    static void start() {
        for (int line = 0; line < LINES; line++) {
            mask(line);
            if (Remapping.remapsInterrupts()) {
                InterruptEntries.openLine(Traps.FIRST_LINE + line, Remapping.ioApic());
                write(FIRST_ENTRY + 2 * line + 1, REMAPPED | Traps.FIRST_LINE + line << REMAPPING_ENTRY_SHIFT);
            } else {
                write(FIRST_ENTRY + 2 * line + 1, LocalApic.identifier() << TARGET_SHIFT);
            }
        }
    }

    /** The number of the I/O APIC. */
    static int identifier() {
        DeviceMemory.storeInt(PhysicalAddress.of(SELECT), IDENTIFIER);
        return DeviceMemory.loadInt(PhysicalAddress.of(WINDOW)) >>> TARGET_SHIFT & IDENTIFIER_MASK;
    }

    private static void writeLow(int line, int mask) {
        if (line >= 0 && line < LINES) {
            write(FIRST_ENTRY + 2 * line, mask | LEVEL_TRIGGERED | Traps.FIRST_LINE + line);
        }
    }

    private static void write(int register, int value) {
        DeviceMemory.storeInt(PhysicalAddress.of(SELECT), register);
        DeviceMemory.storeInt(PhysicalAddress.of(WINDOW), value);
    }
}
