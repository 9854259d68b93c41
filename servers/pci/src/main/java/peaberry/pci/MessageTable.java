package peaberry.pci;

import peaberry.abi.UserLayout;
import peaberry.bus.PciBus;

/** Where a function's table of messages is, and the bits that say which are pending: what MSI-X says of it (PCI Local Bus 3.0, section 6.8.2). */
final class MessageTable {

    /** A table's entry: the address in two halves, the data, and whether the message is masked. */
    static final int ENTRY_BYTES = 16;

    private static final int CONTROL = 2;
    /** How many entries there are, less one. */
    private static final int CONTROL_SIZE = 0x7FF;
    private static final int TABLE = 4;
    private static final int PENDING = 8;
    /** Which base address register; the rest of the word is the offset in what it names. */
    private static final int BAR = 0b111;
    private static final int PENDING_WORD_BYTES = 8;

    private final ConfigurationSpace space;
    private final Capabilities capabilities;
    private int entries;
    private int bar;
    private long offset;
    private int pendingBar;
    private long pendingStart;
    private long pendingEnd;

    MessageTable(ConfigurationSpace space) {
        this.space = space;
        capabilities = new Capabilities(space);
    }

    /** Looks where a function has it. A table that is not all in the function's memory counts as none. @param addresses the function's, as they were read */
    void read(int function, BaseAddresses addresses) {
        clear();
        int place = capabilities.find(function, Capabilities.MSI_X);
        if (place == Capabilities.NONE) {
            return;
        }
        int count = (space.read16(function, place + CONTROL) & CONTROL_SIZE) + 1;
        int table = space.read32(function, place + TABLE);
        int pending = space.read32(function, place + PENDING);
        long pendingBytes = (count + Long.SIZE - 1) / Long.SIZE * PENDING_WORD_BYTES;
        if (addresses.contain(table & BAR, offset(table), (long) count * ENTRY_BYTES) && addresses.contain(pending & BAR, offset(pending), pendingBytes)) {
            entries = count;
            bar = table & BAR;
            offset = offset(table);
            pendingBar = pending & BAR;
            pendingStart = pageOf(offset(pending));
            pendingEnd = pageOf(offset(pending) + pendingBytes + UserLayout.PAGE - 1);
        }
    }

    /** There is none. */
    private void clear() {
        entries = 0;
        bar = PciBus.NO_BAR;
        offset = 0;
        pendingBar = PciBus.NO_BAR;
        pendingStart = 0;
        pendingEnd = 0;
    }

    /** How many messages it has, 1 to 2048; 0 if there is no table. */
    int entries() {
        return entries;
    }

    /** Number of the base address register that names the memory where it is; {@link PciBus#NO_BAR} if there is none. */
    int bar() {
        return bar;
    }

    /** Where it starts there. */
    long offset() {
        return offset;
    }

    /** Where the first of its pages starts there. */
    long start() {
        return pageOf(offset);
    }

    /** Where the last of its pages ends there. */
    long end() {
        return pageOf(offset + (long) entries * ENTRY_BYTES + UserLayout.PAGE - 1);
    }

    /** As {@link #bar}, of the pending bits. */
    int pendingBar() {
        return pendingBar;
    }

    /** As {@link #start}, of the pending bits. */
    long pendingStart() {
        return pendingStart;
    }

    /** As {@link #end}, of the pending bits. */
    long pendingEnd() {
        return pendingEnd;
    }

    private static long offset(int word) {
        return word & ~BAR & 0xFFFF_FFFFL;
    }

    private static long pageOf(long at) {
        return at & -UserLayout.PAGE;
    }
}
