package peaberry.kernel.arch;

/** Channel 0 of the 8254 (PIT), whose frequency is known: the measure for the other clocks at boot. It never interrupts. */
final class IntervalTimer {

    /** Counts in a second. */
    static final long FREQUENCY = 1_193_182;
    private static final int LARGEST_COUNT = 0xFFFF;

    private static final int CHANNEL_0 = 0x40;
    private static final int COMMAND = 0x43;
    /** Channel 0, low byte then high byte, mode 0: down from the initial count, through 0 and on. */
    private static final int COUNT_DOWN = 0x30;
    /** Channel 0: hold the count for reading. */
    private static final int LATCH = 0x00;
    private IntervalTimer() {
    }

    /** Starts at the largest count. */
    static void start() {
        Ports.writeOwn(COMMAND, COUNT_DOWN);
        Ports.writeOwn(CHANNEL_0, LARGEST_COUNT & 0xFF);
        Ports.writeOwn(CHANNEL_0, LARGEST_COUNT >>> 8);
    }

    /** Counts since the start, modulo 65,536: 55 milliseconds. Always 0 on a machine without this timer. */
    static int elapsed() {
        Ports.writeOwn(COMMAND, LATCH);
        int low = Ports.readOwn(CHANNEL_0);
        return LARGEST_COUNT - (low | Ports.readOwn(CHANNEL_0) << 8);
    }
}
