package peaberry.runtime;

import peaberry.machine.HardwareRandom;
import peaberry.machine.Trusted;

/** Random numbers of the processor's, to be mixed with others: nobody can look into how it makes them. */
@Trusted
public final class ProcessorRandom {

    /** How often a source that works has nothing in a row, at most: Intel SDM, volume 1, 7.3.17.1. */
    private static final int TRIES = 10;
    private static final long NOTHING = 0;

    private ProcessorRandom() {
    }

    /** 64 random bits; 0 from a processor without such a source, or if it fails. */
    public static long next() {
        long bits = NOTHING;
        for (int i = 0; i < TRIES && bits == NOTHING && HardwareRandom.sources() != 0; i++) {
            bits = HardwareRandom.next();
        }
        return bits;
    }
}
