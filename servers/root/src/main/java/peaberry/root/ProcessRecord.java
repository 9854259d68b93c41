package peaberry.root;

import peaberry.runtime.Region;
import peaberry.runtime.RootMemory;

/** What root has to know of a process and the kernel's objects do not tell, in the ledger. */
final class ProcessRecord {

    /** In place of a PCI function. */
    static final int NO_FUNCTION = -1;

    private static final int BYTES = 16;
    private static final int LIVES = 0;
    /** The function and one, so that zeros are none. */
    private static final int FUNCTION = 8;
    private static final int IS_CONFINED = 12;

    private static final Region LEDGER = RootMemory.ledger();

    private final Process process;

    ProcessRecord(Process process) {
        this.process = process;
    }

    /** How many times it was made. */
    int lives() {
        return LEDGER.int32(at(LIVES));
    }

    void countLife() {
        LEDGER.setInt32(at(LIVES), lives() + 1);
    }

    /** The PCI function that it was given, or {@link #NO_FUNCTION}. */
    int function() {
        return LEDGER.int32(at(FUNCTION)) - 1;
    }

    boolean isConfined() {
        return LEDGER.int32(at(IS_CONFINED)) != 0;
    }

    void clearFunction() {
        LEDGER.setInt32(at(FUNCTION), NO_FUNCTION + 1);
    }

    /** @param confined whether an IOMMU confines it */
    void setFunction(int function, boolean confined) {
        LEDGER.setInt32(at(IS_CONFINED), confined ? 1 : 0);
        LEDGER.setInt32(at(FUNCTION), function + 1);
    }

    private long at(int field) {
        return Ledger.PROCESSES + (long) process.number * BYTES + field;
    }
}
