package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.ProcessorControl;

/**
 * The tables of the remapping units that belong to the kernel, in memory that was set aside at boot: root table, the context
 * table that blocks all, interrupt remapping table, what the units answer, and a queue for each unit.
 */
@Trusted
final class RemappingTables {

    static final long PAGE = 4096;
    /** In the root table, in each context table, and in the interrupt remapping table. */
    static final int ENTRIES = 256;
    private static final int SHARED_PAGES = 4;
    private static final int ENTRY_BYTES = 16;
    /** Of an interrupt remapping entry: the unit notes the interrupt in memory that the entry names. VT-d specification, 9.11. */
    private static final long POSTED = 1 << 15;

    private static PhysicalAddress base = PhysicalAddress.ZERO;

    private RemappingTables() {
    }

    /** Takes memory for the tables. @return whether there was any */
    static boolean start(int units) {
        long bytes = (SHARED_PAGES + units) * PAGE;
        base = BootMemory.take(bytes);
        boolean taken = base.value() != 0;
        PhysicalMemory.zero(base, taken ? bytes : 0);
        return taken;
    }

    /** The context table of each bus. */
    static PhysicalAddress root() {
        return base;
    }

    /** The context table that blocks all functions, silently. */
    static PhysicalAddress blocking() {
        return base.plus(PAGE);
    }

    /** The table of interrupt remapping entries, one for each vector. */
    static PhysicalAddress interrupts() {
        return base.plus(2 * PAGE);
    }

    /** Where a unit says that its queue is done. */
    static PhysicalAddress answer(int unit) {
        return base.plus(3 * PAGE + (long) unit * Long.BYTES);
    }

    /** The queue of a unit's invalidation requests. */
    static PhysicalAddress queue(int unit) {
        return base.plus((SHARED_PAGES + unit) * PAGE);
    }

    /** Sets the remapping entry of a vector, 0 to 255, the half with the present bit last. None is of the kind by which units write to memory. */
    static void setInterrupt(int vector, long low, long high) {
        if (base.value() != 0) {
            PhysicalAddress entry = entry(interrupts(), vector);
            store(entry, 0);
            store(entry.plus(Long.BYTES), high);
            store(entry, low & ~POSTED);
        }
    }

    /** An entry of a table. @param index its lowest 8 bits count */
    static PhysicalAddress entry(PhysicalAddress table, int index) {
        return table.plus((long) (index & ENTRIES - 1) * ENTRY_BYTES);
    }

    /** Writes half an entry, where units see it that look past the processor's caches. */
    @Trusted
    static void store(PhysicalAddress at, long value) {
        PhysicalMemory.storeLong(at, value);
        ProcessorControl.flush(at);
    }

    /** Makes such units see a page that was written. */
    static void flush(PhysicalAddress page) {
        for (long line = 0; line < PAGE; line += ProcessorControl.CACHE_LINE) {
            ProcessorControl.flush(page.plus(line));
        }
    }
}
