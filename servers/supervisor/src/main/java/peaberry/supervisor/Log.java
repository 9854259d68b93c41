package peaberry.supervisor;

import peaberry.runtime.Text;
import peaberry.system.SystemControl;

/** The system's log: what happened to processes, in memory that outlives the supervisor. A ring that forgets the oldest. */
final class Log {

    private static final int LINES = 96;
    private static final int BYTES = 256;
    private static final int TEXT = 8;
    private static final int MAX_TEXT = SystemControl.MAX_TEXT - 3;

    private static final Text LINE = new Text(MAX_TEXT);

    private Log() {
    }

    /** An empty line to be filled and written. */
    static Text line() {
        return LINE.clear();
    }

    static void write(Text line) {
        long count = count();
        int place = place(count);
        Kept.MEMORY.setInt64(place, Wards.ticksSinceBoot());
        Kept.write(place + TEXT, line, MAX_TEXT);
        Kept.MEMORY.setInt64(Kept.LOG_COUNT, count + 1);
    }

    /** How many lines are still known. */
    static int size() {
        return (int) Math.min(count(), LINES);
    }

    /** When a line was written, in ticks since boot. @param index 0, the oldest still known, to {@link #size} - 1 */
    static long ticks(int index) {
        return Kept.MEMORY.int64(placeOf(index));
    }

    static Text appendTo(Text to, int index) {
        return Kept.read(placeOf(index) + TEXT, MAX_TEXT, to);
    }

    private static int placeOf(int index) {
        return place(count() - size() + index);
    }

    private static int place(long number) {
        return Kept.LOG + (int) (number % LINES) * BYTES;
    }

    private static long count() {
        return Math.max(0, Kept.MEMORY.int64(Kept.LOG_COUNT));
    }
}
