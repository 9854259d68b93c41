package peaberry.kernel.arch;

/**
 * Interrupt remapping entries: Intel VT-d specification, 9.10. The entry of a vector has the vector's number. It lets one source
 * through, to this processor. What an absent entry, or a wrong source, stops is not reported: nobody can keep the kernel busy by it.
 */
final class InterruptEntries {

    private static final long PRESENT = 1;
    private static final long SILENT = 1 << 1;
    private static final long LEVEL_TRIGGERED = 1 << 4;
    private static final int VECTOR_SHIFT = 16;
    /** The target's number in xAPIC mode. */
    private static final int PROCESSOR_SHIFT = 40;
    /** The high half: the source is compared in full. */
    private static final long VERIFY_SOURCE = 1 << 18;

    private InterruptEntries() {
    }

    /** Blocks all vectors. */
    static void start() {
        for (int vector = 0; vector < RemappingTables.ENTRIES; vector++) {
            RemappingTables.setInterrupt(vector, SILENT, 0);
        }
    }

    /** Lets level-triggered interrupts of a source through. @param source bus, device and function */
    static void openLine(int vector, int source) {
        set(vector, LEVEL_TRIGGERED | entry(vector), VERIFY_SOURCE | source);
    }

    /** Lets messages of a source through. @param source bus, device and function */
    static void openMessage(int vector, int source) {
        set(vector, entry(vector), VERIFY_SOURCE | source);
    }

    /** Lets nothing through. */
    static void block(int vector) {
        set(vector, SILENT, 0);
    }

    private static long entry(int vector) {
        return PRESENT | SILENT | (long) vector << VECTOR_SHIFT | (long) LocalApic.identifier() << PROCESSOR_SHIFT;
    }

    private static void set(int vector, long low, long high) {
        RemappingTables.setInterrupt(vector, low, high);
        Remapping.forgetInterrupt(vector);
    }
}
