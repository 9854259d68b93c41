package peaberry.faults;

/** How long things took, in microseconds: counted in steps, so that it takes the same memory however many there are. */
final class Histogram {

    private static final int STEP = 10;
    private static final int STEPS = 20_000;
    private static final int PERCENT = 100;

    private final int[] counts = new int[STEPS];
    private long total;
    private long greatest;

    void add(long microseconds) {
        counts[(int) Math.max(0, Math.min(microseconds / STEP, STEPS - 1))]++;
        total++;
        greatest = Math.max(greatest, microseconds);
    }

    /** How many there are. */
    long total() {
        return total;
    }

    /** The longest. */
    long greatest() {
        return greatest;
    }

    /** What {@code percent} of all took at most, up to one step more; the longest if that is beyond the steps; 0 if there are none. @param percent 1 to 100 */
    long percentile(int percent) {
        long rank = (total * percent + PERCENT - 1) / PERCENT;
        long below = 0;
        for (int i = 0; i < STEPS - 1 && total > 0; i++) {
            below += counts[i];
            if (below >= rank) {
                return Math.min((i + 1) * (long) STEP, greatest);
            }
        }
        return greatest;
    }
}
