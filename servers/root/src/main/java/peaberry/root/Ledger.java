package peaberry.root;

import peaberry.abi.SystemTable;

/** Where what is in root's ledger ({@code RootMemory.ledger}): offsets of its parts. */
final class Ledger {

    /** The blocks of devices' memory: how many, then each. */
    static final int BLOCKS = 0;
    /** The most of these, 24 bytes each. */
    static final int MAX_BLOCKS = 1024;
    /** The PCI functions that were given messages. */
    static final int FUNCTIONS = BLOCKS + 8 + MAX_BLOCKS * 24;
    /** The most of these, 24 bytes each. */
    static final int MAX_FUNCTIONS = 16;
    /** The PCI buses that have a table: 8 bytes for each of root's slots with one, the bus and one. */
    static final int BUSES = FUNCTIONS + 8 + MAX_FUNCTIONS * 24;
    static final int MAX_BUSES = 16;
    /** The processes, 16 bytes each, by their numbers. */
    static final int PROCESSES = BUSES + MAX_BUSES * 8;
    /** Who stands between a process and its server, 16 bytes. */
    static final int TRACE = PROCESSES + (SystemTable.MAX_PROCESSES + 1) * 16;

    private Ledger() {
    }
}
