package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.DeviceMemory;
import peaberry.machine.x86_64.ProcessorControl;

/**
 * The registers and the invalidation queue of one remapping unit: Intel VT-d specification, 10.4 and 6.5.2. What a register says
 * about memory comes from {@link RemappingTables} alone, so a wrong argument can spoil a device's work, but not memory.
 */
@Trusted
final class RemappingUnit {

    /** Of the global command and status registers. */
    static final int TRANSLATION = 1 << 31;
    static final int ROOT_TABLE = 1 << 30;
    static final int QUEUE = 1 << 26;
    static final int REMAPPING = 1 << 25;
    static final int INTERRUPT_TABLE = 1 << 24;
    static final int COMPATIBILITY_FORMAT = 1 << 23;
    /** Of the status, what a command repeats: not the orders that are carried out once. */
    private static final int KEPT = 0x96FF_FFFF;

    static final int VERSION = 0x00;
    static final int CAPABILITY = 0x08;
    static final int EXTENDED_CAPABILITY = 0x10;
    private static final int COMMAND = 0x18;
    private static final int STATUS = 0x1C;
    private static final int ROOT_ADDRESS = 0x20;
    private static final int FAULT_STATUS = 0x34;
    private static final int FAULT_CONTROL = 0x38;
    private static final int FAULT_DATA = 0x3C;
    private static final int FAULT_TARGET = 0x40;
    private static final int FAULT_TARGET_HIGH = 0x44;
    private static final int QUEUE_TAIL = 0x88;
    private static final int QUEUE_ADDRESS = 0x90;
    private static final int INTERRUPT_ADDRESS = 0xB8;
    private static final int LAST_REGISTER = 0xFFC;
    private static final int OVERFLOW = 1;
    private static final int FAULT_MUTED = 1 << 31;
    private static final int FAULT_RECORD_BYTES = 16;
    /** The last word of a fault record: the reason, the kind of access, and whether there is a fault. */
    static final int FAULT_RECORD_STATE = 12;
    static final int FAULT_RECORDED = 1 << 31;

    /** Of the interrupt table's address register: 2^(7 + 1) entries. */
    private static final int SIZE_256 = 7;

    /** Where registers can be: in the part of the direct map that is not cached, but not over the interrupt controllers. */
    private static final long DEVICES = 0xFE00_0000L;
    private static final long DEVICES_END = 0x1_0000_0000L;

    private static final int REQUEST_BYTES = 16;
    private static final int REQUESTS = 256;
    private static final int TYPE_MASK = 0xF;
    private static final int CONTEXT_REQUEST = 1;
    private static final int PAGES_REQUEST = 2;
    private static final int INTERRUPTS_REQUEST = 4;
    /** Waits for all requests before, and then writes a status word with the number after it. */
    private static final long WAIT_AND_TELL = 5 | 1 << 5;
    private static final int ANSWER_SHIFT = 32;
    private static final int DONE = 1;
    /** How often to look for what takes some microseconds, before the unit counts as broken. */
    private static final int PATIENCE = 10_000_000;

    private final int number;
    private long registers;
    private int tail;

    /** @param number 0 to {@link DmarTable#MAX_UNITS} - 1 */
    RemappingUnit(int number) {
        this.number = number;
    }

    /** Says where the unit's registers are. @return false if they cannot be there */
    boolean open(long address) {
        boolean possible = address >= DEVICES && address < DEVICES_END && (address & RemappingTables.PAGE - 1) == 0
                && address != Interrupts.REGISTERS && address != MessageFormat.TARGET;
        registers = possible ? address : 0;
        return possible;
    }

    /** Reads 32 bits; 0 if there is no such register. @param register its offset */
    int read(int register) {
        boolean exists = registers != 0 && register >= 0 && register <= LAST_REGISTER && (register & 3) == 0;
        return exists ? DeviceMemory.loadInt(PhysicalAddress.of(registers + register)) : 0;
    }

    /** Tells the unit where its tables are. It uses them once it is switched on. */
    void point() {
        write(ROOT_ADDRESS, RemappingTables.root());
        write(QUEUE_ADDRESS, RemappingTables.queue(number));
        write(INTERRUPT_ADDRESS, RemappingTables.interrupts().plus(SIZE_256));
        write(QUEUE_TAIL, PhysicalAddress.ZERO);
        tail = 0;
    }

    /** Gives an order, or switches something on. @return whether the unit did so */
    boolean command(int bit) {
        write(COMMAND, read(STATUS) & KEPT | bit);
        for (int reads = 0; (read(STATUS) & bit) == 0; reads++) {
            if (reads == PATIENCE) {
                return false;
            }
        }
        return true;
    }

    /** Switches the queue, or interrupts in compatibility format, off before use. @return whether the unit did so */
    boolean quiet(int bit) {
        if ((bit & (QUEUE | COMPATIBILITY_FORMAT)) == 0 || (read(STATUS) & bit) == 0) {
            return true;
        }
        write(COMMAND, read(STATUS) & KEPT & ~bit);
        for (int reads = 0; (read(STATUS) & bit) != 0; reads++) {
            if (reads == PATIENCE) {
                return false;
            }
        }
        return true;
    }

    /** Makes the unit announce faults by an interrupt of this processor. @param vector 32 to 255 */
    void announceFaults(int vector) {
        write(FAULT_DATA, vector & 0xFF);
        write(FAULT_TARGET_HIGH, 0);
        write(FAULT_TARGET, (int) MessageFormat.compatible(LocalApic.identifier()));
        muteFaults(false);
    }

    /** Stops announcing faults, or goes on with those that are recorded by now. */
    void muteFaults(boolean muted) {
        write(FAULT_CONTROL, muted ? FAULT_MUTED : 0);
    }

    /** Where a fault record is among the registers. @param record 0 to the number of records that the capability tells, less 1 */
    int faultRecord(int record) {
        long capability = read(CAPABILITY) & 0xFFFF_FFFFL | (long) read(CAPABILITY + Integer.BYTES) << Integer.SIZE;
        return RemappingFeatures.faultOffset(capability) + record % RemappingFeatures.faultRecords(capability) * FAULT_RECORD_BYTES;
    }

    /** Makes a fault record free for the next fault. */
    void clearFault(int record) {
        write(faultRecord(record) + FAULT_RECORD_STATE, FAULT_RECORDED);
    }

    /** Says that it was seen that faults were lost, because no record was free. */
    void clearOverflow() {
        write(FAULT_STATUS, OVERFLOW);
    }

    /**
     * Asks the unit to forget something that it has cached, and waits until it has.
     *
     * @param low  a request about contexts, pages or interrupt entries; nothing is asked by any other
     * @return false if the unit does not answer
     */
    boolean invalidate(long low, long high) {
        int type = (int) low & TYPE_MASK;
        if (registers == 0 || type != CONTEXT_REQUEST && type != PAGES_REQUEST && type != INTERRUPTS_REQUEST) {
            return true;
        }
        PhysicalAddress answer = RemappingTables.answer(number);
        PhysicalMemory.storeInt(answer, 0);
        enqueue(low, high);
        enqueue(WAIT_AND_TELL | (long) DONE << ANSWER_SHIFT, answer.value());
        write(QUEUE_TAIL, tail);
        for (int reads = 0; DeviceMemory.loadInt(answer) != DONE; reads++) {
            if (reads == PATIENCE) {
                return false;
            }
        }
        return true;
    }

    private void enqueue(long low, long high) {
        PhysicalAddress place = RemappingTables.queue(number).plus(tail);
        PhysicalMemory.storeLong(place, low);
        PhysicalMemory.storeLong(place.plus(Long.BYTES), high);
        ProcessorControl.flush(place);
        tail = (tail + REQUEST_BYTES) % (REQUESTS * REQUEST_BYTES);
    }

    /** Writes an address below 4 GiB to a register of 64 bits, the lower half last. */
    private void write(int register, PhysicalAddress address) {
        write(register + Integer.BYTES, 0);
        write(register, (int) address.value());
    }

    private void write(int register, int value) {
        if (registers != 0 && register <= LAST_REGISTER) {
            DeviceMemory.storeInt(PhysicalAddress.of(registers + register), value);
        }
    }
}
