package peaberry.kernel.explore;

/**
 * A set of 128-bit fingerprints of states, by open addressing.
 *
 * <p>The fingerprint of a state is the sum of those of its cells, so that what changed in a step changes it by as much; a
 * cell that is 0 counts nothing. With 10^8 states, the chance that any two have the same one is about 10^-23.
 */
final class Fingerprints {

    private static final int SMALLEST = 1 << 16;

    private long[] entries = new long[2 * SMALLEST];
    private int size;

    /** Adds a fingerprint. @return whether it is new */
    boolean add(long first, long second) {
        long key = first == 0 ? 1 : first;
        int mask = entries.length / 2 - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (entries[2 * at] != 0) {
            if (entries[2 * at] == key && entries[2 * at + 1] == second) {
                return false;
            }
            at = at + 1 & mask;
        }
        entries[2 * at] = key;
        entries[2 * at + 1] = second;
        if (++size > (mask + 1) / 8 * 5) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] old = entries;
        entries = new long[2 * old.length];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }

    /** The first half of what a cell counts. */
    static long first(int cell, long value) {
        return value == 0 ? 0 : mix(value + cell * 0x9E37_79B9_7F4A_7C15L, 0xFF51_AFD7_ED55_8CCDL, 0xC4CE_B9FE_1A85_EC53L);
    }

    /** The second half of what a cell counts. */
    static long second(int cell, long value) {
        return value == 0 ? 0 : mix((value ^ cell * 0xD6E8_FEB8_6659_FD93L) + 0x632B_E59B_D9B4_E019L, 0xBF58_476D_1CE4_E5B9L, 0x94D0_49BB_1331_11EBL);
    }

    private static long mix(long value, long firstFactor, long secondFactor) {
        long mixed = (value ^ value >>> 31) * firstFactor;
        mixed = (mixed ^ mixed >>> 29) * secondFactor;
        return mixed ^ mixed >>> 32;
    }
}
