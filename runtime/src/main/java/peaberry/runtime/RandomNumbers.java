package peaberry.runtime;

/** Numbers that look random and are the same each time: xorshift64* (Vigna, An experimental exploration of Marsaglia's xorshift generators). */
public final class RandomNumbers {

    private static final long MULTIPLIER = 0x2545_F491_4F6C_DD1DL;
    /** The high bits are the better ones. */
    private static final int SHIFT = 33;

    private long state;

    /** @param seed not 0 */
    public RandomNumbers(long seed) {
        state = seed;
    }

    /** Starts again. @param seed not 0 */
    public void restart(long seed) {
        state = seed;
    }

    /** Any number. */
    public long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * MULTIPLIER;
    }

    /** 0 to {@code bound} - 1. @param bound at least 1 */
    public int below(int bound) {
        return (int) ((next() >>> SHIFT) % bound);
    }
}
