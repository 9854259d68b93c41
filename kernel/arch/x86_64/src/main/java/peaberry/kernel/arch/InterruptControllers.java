package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.DeviceMemory;

/**
 * The registers of the first I/O APIC (Intel 82093AA) and of the processor's own interrupt controller (Intel SDM volume 3,
 * chapter 10). Whatever is written here, an interrupt enters the kernel as an interrupt: none has the vector of an
 * exception, which finds another stack than it expects, or does to a processor what a message between processors can.
 */
@Trusted
final class InterruptControllers {

    static final long IO_REGISTERS = 0xFEC0_0000L;
    static final long REGISTER_BYTES = 0x1000;
    /** How many lines there are, numbered from 0. */
    static final int LINES = 24;
    /** Of the lower half of a line's entry: 82093AA, 3.2.4. Of a local interrupt: Intel SDM volume 3, 10.5.1. */
    static final int MASKED = 0x1_0000;
    static final int LEVEL_TRIGGERED = 0x8000;
    static final int DELIVER_NMI = 0x400;
    /** Of the spurious interrupt's register: the local controller is on. */
    static final int ENABLED = 0x100;
    static final int TIMER_INITIAL = 0x380;
    static final int TIMER_DIVIDER = 0x3E0;

    private static final PhysicalAddress SELECT = PhysicalAddress.of(IO_REGISTERS);
    private static final PhysicalAddress WINDOW = PhysicalAddress.of(IO_REGISTERS + 0x10);
    private static final int FIRST_ENTRY = 0x10;
    private static final long LOCAL_REGISTERS = 0xFEE0_0000L;
    private static final int LOCAL_MASK = 0xFFC;
    private static final int LAST_VECTOR = 0xFF;

    private InterruptControllers() {
    }

    /** Reads a register of the I/O APIC. */
    static int readIo(int register) {
        DeviceMemory.storeInt(SELECT, register);
        return DeviceMemory.loadInt(WINDOW);
    }

    /** Writes the lower half of a line's entry: {@link #MASKED}, {@link #LEVEL_TRIGGERED}; the vector is the line's. A number that is no line does nothing. */
    static void setLine(int line, int flags) {
        setHalf(line, 0, flags & (MASKED | LEVEL_TRIGGERED) | Traps.FIRST_LINE + line);
    }

    /** Writes the upper half of a line's entry, which says where its interrupts go. A number that is no line does nothing. */
    static void setTarget(int line, int target) {
        setHalf(line, 1, target);
    }

    /** Reads a register of the local controller. @param register its offset */
    static int readLocal(int register) {
        return DeviceMemory.loadInt(PhysicalAddress.of(LOCAL_REGISTERS + (register & LOCAL_MASK)));
    }

    /** Writes a register of the local controller: the timer's count or divider, or nothing but a vector of interrupts or one of the flags above. */
    static void writeLocal(int register, int value) {
        int vector = value & ~ENABLED;
        boolean harmless = vector >= Traps.FIRST_LINE && vector <= LAST_VECTOR
                || value == 0 || value == MASKED || value == DELIVER_NMI;
        if (harmless || register == TIMER_INITIAL || register == TIMER_DIVIDER) {
            DeviceMemory.storeInt(PhysicalAddress.of(LOCAL_REGISTERS + (register & LOCAL_MASK)), value);
        }
    }

    private static void setHalf(int line, int half, int value) {
        if (line >= 0 && line < LINES) {
            DeviceMemory.storeInt(SELECT, FIRST_ENTRY + 2 * line + half);
            DeviceMemory.storeInt(WINDOW, value);
        }
    }
}
