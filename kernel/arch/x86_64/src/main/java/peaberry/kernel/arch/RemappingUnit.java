package peaberry.kernel.arch;

/** One remapping unit: switched on at boot, then told what to forget and asked for faults. Intel VT-d specification, chapter 10. */
final class RemappingUnit {

    /** Of the global command and status registers: 10.4.4 and 10.4.5. */
    static final int TRANSLATION = 1 << 31;
    static final int ROOT_TABLE = 1 << 30;
    static final int QUEUE = 1 << 26;
    static final int REMAPPING = 1 << 25;
    static final int INTERRUPT_TABLE = 1 << 24;
    static final int COMPATIBILITY_FORMAT = 1 << 23;
    /** Of the status, what a command repeats: not the orders that are carried out once. */
    private static final int KEPT = 0x96FF_FFFF;

    private static final int VERSION = 0x00;
    private static final int CAPABILITY = 0x08;
    private static final int EXTENDED_CAPABILITY = 0x10;
    private static final int OVERFLOW = 1;
    private static final int FAULTS_MUTED = 1 << 31;
    private static final int FAULT_RECORD_BYTES = 16;
    /** The last word of a fault record: the reason, the kind of access, and whether there is a fault. */
    static final int FAULT_RECORD_STATE = 12;
    static final int FAULT_RECORDED = 1 << 31;
    /** How often to look for what takes some microseconds, before the unit counts as broken. */
    private static final int PATIENCE = 10_000_000;

    private final RemappingRegisters registers;

    /** @param number 0 to {@link DmarTable#MAX_UNITS} - 1 */
    RemappingUnit(int number) {
        registers = new RemappingRegisters(number);
    }

    /** Says where the unit's registers are. @return false if there are none */
    boolean open(long address) {
        return registers.open(address) && registers.read(VERSION) != 0 && registers.read(VERSION) != -1;
    }

    /** Reads 32 bits; 0 if there is no such register. @param register its offset */
    int read(int register) {
        return registers.read(register);
    }

    long capability() {
        return readLong(CAPABILITY);
    }

    long extendedCapability() {
        return readLong(EXTENDED_CAPABILITY);
    }

    private long readLong(int register) {
        return registers.read(register) & 0xFFFF_FFFFL | (long) registers.read(register + Integer.BYTES) << Integer.SIZE;
    }

    /** Switches the unit on, with the kernel's tables. Queue first, since all else needs it. @return false if it does not answer */
    boolean start(boolean remapsInterrupts) {
        boolean idle = clear(QUEUE);
        registers.point();
        return idle && set(QUEUE) && set(ROOT_TABLE) && invalidate(Remapping.EVERY_CONTEXT, 0) && invalidate(Remapping.EVERY_PAGE, 0)
                && set(TRANSLATION) && (!remapsInterrupts || startInterrupts());
    }

    private boolean startInterrupts() {
        return set(INTERRUPT_TABLE) && invalidate(Remapping.EVERY_INTERRUPT, 0) && clear(COMPATIBILITY_FORMAT) && set(REMAPPING);
    }

    /** Gives an order, or switches something on. @return whether the unit did so */
    private boolean set(int bit) {
        registers.command(registers.read(RemappingRegisters.STATUS) & KEPT | bit);
        return await(bit, bit);
    }

    /** Switches something off. @return whether the unit did so */
    private boolean clear(int bit) {
        if ((registers.read(RemappingRegisters.STATUS) & bit) != 0) {
            registers.command(registers.read(RemappingRegisters.STATUS) & KEPT & ~bit);
        }
        return await(bit, 0);
    }

    private boolean await(int bit, int wanted) {
        for (int looks = 0; looks < PATIENCE; looks++) {
            if ((registers.read(RemappingRegisters.STATUS) & bit) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Makes the unit forget something that it has cached; see {@link Remapping}. @return false if it does not answer */
    boolean invalidate(long low, long high) {
        registers.request(low, high);
        for (int looks = 0; looks < PATIENCE; looks++) {
            if (registers.isDone()) {
                return true;
            }
        }
        return false;
    }

    /** Announces faults from now on, also those that are recorded by now. */
    void announceFaults() {
        registers.writeFaults(RemappingRegisters.FAULT_CONTROL, 0);
    }

    /** Announces no faults until it is told to. */
    void muteFaults() {
        registers.writeFaults(RemappingRegisters.FAULT_CONTROL, FAULTS_MUTED);
    }

    /** How many faults can be recorded. */
    int faultRecords() {
        return RemappingFeatures.faultRecords(capability());
    }

    /** Where a fault record is among the registers. @param record 0 to {@link #faultRecords()} - 1 */
    int faultRecord(int record) {
        return RemappingFeatures.faultOffset(capability()) + record * FAULT_RECORD_BYTES;
    }

    /** Makes a fault record free for the next fault. */
    void clearFault(int record) {
        registers.writeFaults(faultRecord(record) + FAULT_RECORD_STATE, FAULT_RECORDED);
    }

    /** Says that it was seen that faults were lost, because no record was free. */
    void clearOverflow() {
        registers.writeFaults(RemappingRegisters.FAULT_STATUS, OVERFLOW);
    }
}
