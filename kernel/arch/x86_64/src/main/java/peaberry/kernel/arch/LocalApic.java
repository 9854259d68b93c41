package peaberry.kernel.arch;

/** The processor's own interrupt controller and its timer: Intel SDM volume 3, chapter 10 (xAPIC mode). */
final class LocalApic {

    static final int TIMER_VECTOR = 0x38;
    /** A remapping unit has recorded what a device may not do. */
    static final int FAULT_VECTOR = 0x39;
    /** Not acknowledged when it comes. Its low four bits are ones, which old processors demand. */
    static final int SPURIOUS_VECTOR = 0x3F;

    private static final int IDENTIFIER = 0x020;
    private static final int TASK_PRIORITY = 0x080;
    private static final int END_OF_INTERRUPT = 0x0B0;
    private static final int SPURIOUS = 0x0F0;
    /** The interrupt request register, 32 vectors for each word, from vector 0 on: 10.8.4. */
    private static final int REQUESTS = 0x200;
    private static final int WORD_STRIDE = 0x10;
    private static final int WORD_VECTORS = 32;
    private static final int LOCAL_TIMER = 0x320;
    private static final int LOCAL_PIN_0 = 0x350;
    private static final int LOCAL_PIN_1 = 0x360;
    private static final int LOCAL_ERROR = 0x370;
    private static final int TIMER_CURRENT = 0x390;

    private static final int DIVIDE_BY_1 = 0xB;
    private static final int IDENTIFIER_SHIFT = 24;

    private LocalApic() {
    }

    /** On, with nothing coming but the timer, once armed, and non-maskable interrupts. */
    static void start() {
        InterruptControllers.writeLocal(LOCAL_TIMER, InterruptControllers.MASKED);
        InterruptControllers.writeLocal(LOCAL_PIN_0, InterruptControllers.MASKED);
        InterruptControllers.writeLocal(LOCAL_PIN_1, InterruptControllers.DELIVER_NMI);
        InterruptControllers.writeLocal(LOCAL_ERROR, InterruptControllers.MASKED);
        InterruptControllers.writeLocal(TASK_PRIORITY, 0);
        InterruptControllers.writeLocal(SPURIOUS, InterruptControllers.ENABLED | SPURIOUS_VECTOR);
        InterruptControllers.writeLocal(InterruptControllers.TIMER_DIVIDER, DIVIDE_BY_1);
        InterruptControllers.writeLocal(LOCAL_TIMER, TIMER_VECTOR);
    }

    static void endOfInterrupt() {
        InterruptControllers.writeLocal(END_OF_INTERRUPT, 0);
    }

    /** Whether an interrupt waits to be taken. */
    static boolean isRequested() {
        int requests = 0;
        for (int vector = Traps.FIRST_LINE; vector <= Traps.LAST_VECTOR; vector += WORD_VECTORS) {
            requests |= InterruptControllers.readLocal(REQUESTS + vector / WORD_VECTORS * WORD_STRIDE);
        }
        return requests != 0;
    }

    /** Lets the timer count down once and interrupt at 0. @param count unsigned; 0 stops it */
    static void startTimer(int count) {
        InterruptControllers.writeLocal(InterruptControllers.TIMER_INITIAL, count);
    }

    /** What the timer has yet to count, unsigned. */
    static int timerCount() {
        return InterruptControllers.readLocal(TIMER_CURRENT);
    }

    /** This processor's number as a target of interrupts. */
    static int identifier() {
        return InterruptControllers.readLocal(IDENTIFIER) >>> IDENTIFIER_SHIFT;
    }
}
