package attack;

import peaberry.abi.Interface;

/** What a driver has its device do to memory. A call that has the driver stopped ends with {@code SERVER_RESTARTED}. */
@Interface
public interface Attack {

    /** Where the device sees the memory that it shares with its driver. */
    long where();

    /** Does what a driver does: has bytes of its own memory written to the disk, and read from there; whether they came back. */
    boolean work();

    /** Has the device write to memory. @param address as the device sees it */
    void store(long address);

    /** Has the device read memory. @param address as the device sees it */
    void fetch(long address);

    /** Has the device write where messages become interrupts: every message that there may be, and every vector in the old format. */
    void forge();
}
