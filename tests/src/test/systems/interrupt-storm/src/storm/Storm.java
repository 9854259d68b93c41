package storm;

import peaberry.abi.Interface;

/** A device that interrupts without end, for a while. */
@Interface
public interface Storm {

    /** Begins. @param ticks of the clock until it ends, once the driver hears of it */
    void begin(Manner manner, long ticks);

    /** Ends it at the latest, and says how many interrupts the driver heard of. */
    long end();

    /** What the driver does about an interrupt. */
    enum Manner {
        /** Nothing: its line stays masked. */
        IGNORED,
        /** It lets the next one through, as a driver does. */
        ACKNOWLEDGED
    }
}
