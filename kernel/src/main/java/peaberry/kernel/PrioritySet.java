package peaberry.kernel;

/** A set of priorities, 0 to 255. All operations are O(1). */
final class PrioritySet {

    /** What {@link #highest} says of an empty set: less than any priority. */
    static final int NONE = -1;

    /** Bit p % 64 of word p / 64. */
    private long word0;
    private long word1;
    private long word2;
    private long word3;
    private int highest = NONE;

    /** The highest priority in the set, or {@link #NONE}. */
    int highest() {
        return highest;
    }

    void add(int priority) {
        long bit = 1L << priority;
        switch (priority >>> 6) {
            case 0 -> word0 |= bit;
            case 1 -> word1 |= bit;
            case 2 -> word2 |= bit;
            default -> word3 |= bit;
        }
        highest = Math.max(highest, priority);
    }

    void remove(int priority) {
        long others = ~(1L << priority);
        switch (priority >>> 6) {
            case 0 -> word0 &= others;
            case 1 -> word1 &= others;
            case 2 -> word2 &= others;
            default -> word3 &= others;
        }
        if (priority == highest) {
            highest = search();
        }
    }

    private int search() {
        if (word3 != 0) {
            return last(word3, 3);
        }
        if (word2 != 0) {
            return last(word2, 2);
        }
        if (word1 != 0) {
            return last(word1, 1);
        }
        return word0 == 0 ? NONE : last(word0, 0);
    }

    private static int last(long word, int number) {
        return number * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(word);
    }
}
