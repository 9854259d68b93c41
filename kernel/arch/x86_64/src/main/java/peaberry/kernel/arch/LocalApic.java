package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.DeviceMemory;

/** The processor's own interrupt controller and its timer: Intel SDM volume 3, chapter 10 (xAPIC mode). */
@Trusted
final class LocalApic {

    static final int TIMER_VECTOR = 0x38;
    /** A remapping unit has recorded what a device may not do. */
    static final int FAULT_VECTOR = 0x39;
    /** Not acknowledged when it comes. Its low four bits are ones, which old processors demand. */
    static final int SPURIOUS_VECTOR = 0x3F;

    private static final long BASE = 0xFEE0_0000L;
    private static final long IDENTIFIER = BASE + 0x020;
    private static final long TASK_PRIORITY = BASE + 0x080;
    private static final long END_OF_INTERRUPT = BASE + 0x0B0;
    private static final long SPURIOUS = BASE + 0x0F0;
    /** The interrupt request register, 32 vectors for each word, from vector 0 on: 10.8.4. */
    private static final long REQUESTS = BASE + 0x200;
    private static final int WORD_STRIDE = 0x10;
    private static final int WORD_VECTORS = 32;
    private static final long LOCAL_TIMER = BASE + 0x320;
    private static final long LOCAL_PIN_0 = BASE + 0x350;
    private static final long LOCAL_PIN_1 = BASE + 0x360;
    private static final long LOCAL_ERROR = BASE + 0x370;
    private static final long TIMER_INITIAL = BASE + 0x380;
    private static final long TIMER_CURRENT = BASE + 0x390;
    private static final long TIMER_DIVIDER = BASE + 0x3E0;

    private static final int ENABLED = 0x100;
    private static final int MASKED = 0x1_0000;
    private static final int DELIVER_NMI = 0x400;
    private static final int DIVIDE_BY_1 = 0xB;
    private static final int IDENTIFIER_SHIFT = 24;

    private LocalApic() {
    }

    /** On, with nothing coming but the timer, once armed, and non-maskable interrupts. */
    static void start() {
        write(LOCAL_TIMER, MASKED);
        write(LOCAL_PIN_0, MASKED);
        write(LOCAL_PIN_1, DELIVER_NMI);
        write(LOCAL_ERROR, MASKED);
        write(TASK_PRIORITY, 0);
        write(SPURIOUS, ENABLED | SPURIOUS_VECTOR);
        write(TIMER_DIVIDER, DIVIDE_BY_1);
        write(LOCAL_TIMER, TIMER_VECTOR);
    }

    static void endOfInterrupt() {
        write(END_OF_INTERRUPT, 0);
    }

    /** Whether an interrupt waits to be taken. */
    static boolean isRequested() {
        int requests = 0;
        for (int vector = Traps.FIRST_LINE; vector <= Traps.LAST_VECTOR; vector += WORD_VECTORS) {
            requests |= DeviceMemory.loadInt(PhysicalAddress.of(REQUESTS + vector / WORD_VECTORS * WORD_STRIDE));
        }
        return requests != 0;
    }

    /** Lets the timer count down once and interrupt at 0. @param count unsigned; 0 stops it */
    static void startTimer(int count) {
        write(TIMER_INITIAL, count);
    }

    /** What the timer has yet to count, unsigned. */
    static int timerCount() {
        return DeviceMemory.loadInt(PhysicalAddress.of(TIMER_CURRENT));
    }

    /** This processor's number as a target of interrupts. */
    static int identifier() {
        return DeviceMemory.loadInt(PhysicalAddress.of(IDENTIFIER)) >>> IDENTIFIER_SHIFT;
    }

    private static void write(long register, int value) {
        DeviceMemory.storeInt(PhysicalAddress.of(register), value);
    }
}
