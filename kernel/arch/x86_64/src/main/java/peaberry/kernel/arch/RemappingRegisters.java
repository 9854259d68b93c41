package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.DeviceMemory;
import peaberry.machine.x86_64.ProcessorControl;

/**
 * The registers and the invalidation queue of one remapping unit: Intel VT-d specification, 10.4 and 6.5.2. What a unit is told
 * about memory comes from {@link RemappingTables} alone, and what confines devices is never switched off again.
 */
@Trusted
final class RemappingRegisters {

    static final int COMMAND = 0x18;
    static final int STATUS = 0x1C;
    static final int FAULT_STATUS = 0x34;
    static final int FAULT_CONTROL = 0x38;
    private static final int FAULT_DATA = 0x3C;
    private static final int FAULT_TARGET = 0x40;
    private static final int ROOT_ADDRESS = 0x20;
    private static final int QUEUE_TAIL = 0x88;
    private static final int QUEUE_ADDRESS = 0x90;
    private static final int INTERRUPT_ADDRESS = 0xB8;
    /** Fault records are from here on, all else that matters is before. */
    private static final int FIRST_FAULT_RECORD = 0x200;
    private static final int LAST_REGISTER = 0xFFC;

    /** Of command and status: translation and interrupt remapping. */
    private static final int CONFINING = 1 << 31 | 1 << 25;
    /** Of the interrupt table's address register: 2^(7 + 1) entries. */
    private static final int SIZE_256 = 7;

    /** Where registers can be: in the part of the direct map that is not cached, but not over the interrupt controllers. */
    private static final long DEVICES = 0xFE00_0000L;
    private static final long DEVICES_END = 0x1_0000_0000L;

    private static final int REQUEST_BYTES = 16;
    private static final int QUEUE_BYTES = 4096;
    private static final int TYPE_MASK = 0xF;
    /** Waits for all requests before, and then writes a status word with the number after it. */
    private static final int WAIT = 5;
    private static final long WAIT_AND_TELL = WAIT | 1 << 5 | 1L << 32;

    private final int number;
    private long base;
    private int tail;

    /** @param number 0 to {@link DmarTable#MAX_UNITS} - 1 */
    RemappingRegisters(int number) {
        this.number = number;
    }

    /** Says where the registers are. @return false if they cannot be there */
    boolean open(long address) {
        boolean possible = address >= DEVICES && address < DEVICES_END && (address & RemappingTables.PAGE - 1) == 0
                && address != InterruptControllers.IO_REGISTERS && address != MessageFormat.TARGET;
        base = possible ? address : 0;
        return possible;
    }

    /** Reads 32 bits; 0 if there is no such register. @param register its offset */
    int read(int register) {
        boolean exists = base != 0 && register >= 0 && register <= LAST_REGISTER && (register & 3) == 0;
        return exists ? DeviceMemory.loadInt(PhysicalAddress.of(base + register)) : 0;
    }

    /** Gives a command; what confines devices stays on. */
    void command(int bits) {
        put(COMMAND, bits | read(STATUS) & CONFINING);
    }

    /** Writes the fault control, or clears flags of the fault status or of a fault record's last word by ones; nothing else is written. */
    void writeFaults(int register, int value) {
        boolean isRecord = register >= FIRST_FAULT_RECORD && register <= LAST_REGISTER && register % 16 == 12;
        if (isRecord || register == FAULT_STATUS || register == FAULT_CONTROL) {
            put(register, value);
        }
    }

    /** Tells the unit where its tables are, and how it announces faults to this processor. It does so once it is switched on. */
    void point() {
        put(FAULT_DATA, LocalApic.FAULT_VECTOR);
        putAddress(FAULT_TARGET, MessageFormat.compatible(LocalApic.identifier()));
        putAddress(ROOT_ADDRESS, RemappingTables.root().value());
        putAddress(QUEUE_ADDRESS, RemappingTables.queue(number).value());
        putAddress(INTERRUPT_ADDRESS, RemappingTables.interrupts().value() | SIZE_256);
        tail = 0;
        putAddress(QUEUE_TAIL, tail);
    }

    /** Asks the unit to forget something that it has cached. @param low which kind, in the low bits: not to wait for it */
    void request(long low, long high) {
        if ((low & TYPE_MASK) != WAIT) {
            PhysicalMemory.storeLong(RemappingTables.answer(number), 0);
            enqueue(low, high);
            enqueue(WAIT_AND_TELL, RemappingTables.answer(number).value());
            put(QUEUE_TAIL, tail);
        }
    }

    /** Whether what was asked last is done. */
    boolean isDone() {
        return base == 0 || DeviceMemory.loadInt(RemappingTables.answer(number)) != 0;
    }

    private void enqueue(long low, long high) {
        PhysicalAddress place = RemappingTables.queue(number).plus(tail);
        PhysicalMemory.storeLong(place, low);
        PhysicalMemory.storeLong(place.plus(Long.BYTES), high);
        ProcessorControl.flush(place);
        tail = (tail + REQUEST_BYTES) % QUEUE_BYTES;
    }

    /** Writes an address below 4 GiB to a register of 64 bits, the lower half last. */
    private void putAddress(int register, long address) {
        put(register + Integer.BYTES, 0);
        put(register, (int) address);
    }

    private void put(int register, int value) {
        if (base != 0) {
            DeviceMemory.storeInt(PhysicalAddress.of(base + register), value);
        }
    }
}
