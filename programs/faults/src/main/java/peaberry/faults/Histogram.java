package peaberry.faults;

/**
 * How long things took, in microseconds: counted in steps that grow with the time, each of at most a 32nd of it, so that it takes the same memory
 * however many and however long they are.
 */
final class Histogram {

    /** Steps for each doubling of the time. */
    private static final int PARTS = 32;
    /** Up to here a step is a microsecond. */
    private static final int EXACT = 2 * PARTS;
    /** The last one, for what is longer than 17 minutes, has no end. */
    private static final int STEPS = 26 * PARTS;
    private static final int PERCENT = 100;

    private final int[] counts = new int[STEPS];
    private long total;
    private long greatest;

    void add(long microseconds) {
        counts[Math.min(step(Math.max(0, microseconds)), STEPS - 1)]++;
        total++;
        greatest = Math.max(greatest, microseconds);
    }

    private static int step(long microseconds) {
        if (microseconds < EXACT) {
            return (int) microseconds;
        }
        int doublings = Long.numberOfLeadingZeros(PARTS) - Long.numberOfLeadingZeros(microseconds);
        return doublings * PARTS + (int) (microseconds >>> doublings);
    }

    /** How many steps there are. */
    static int steps() {
        return STEPS;
    }

    /** How many times fell into a step. @param step 0 to {@link #steps()} - 1 */
    int count(int step) {
        return counts[step];
    }

    /** The longest time that fell into a step, or the end of the step. */
    long end(int step) {
        if (step < EXACT) {
            return step;
        }
        int doublings = step / PARTS - 1;
        return step == STEPS - 1 ? greatest : Math.min(((step - (long) doublings * PARTS + 1) << doublings) - 1, greatest);
    }

    /** How many there are. */
    long total() {
        return total;
    }

    /** The longest. */
    long greatest() {
        return greatest;
    }

    /** What {@code percent} of all took at most, up to one step more; 0 if there are none. @param percent 1 to 100 */
    long percentile(int percent) {
        long rank = (total * percent + PERCENT - 1) / PERCENT;
        long below = 0;
        for (int i = 0; i < STEPS && total > 0; i++) {
            below += counts[i];
            if (below >= rank) {
                return end(i);
            }
        }
        return greatest;
    }
}
