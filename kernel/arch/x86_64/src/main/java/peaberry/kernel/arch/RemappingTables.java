package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.ProcessorControl;

/**
 * The tables of the remapping units that belong to the kernel, in memory that was set aside at boot: Intel VT-d specification, chapter 9.
 * A bus starts out with the context table that blocks all its functions, silently. All units share these tables, and each has a
 * queue of its own.
 */
@Trusted
final class RemappingTables {

    static final long PAGE = 4096;
    /** Pages that do not depend on the number of units: root table, blocking table, interrupt entries, what units answer. */
    private static final int SHARED_PAGES = 4;
    private static final int ENTRY_BYTES = 16;
    /** In the root table, in each context table, and in the interrupt remapping table. */
    static final int ENTRIES = 256;

    private static final long PRESENT = 1;
    /** Of a context entry, also of one that is not present: faults are not reported. */
    private static final long SILENT = 2;

    private static PhysicalAddress base = PhysicalAddress.ZERO;

    private RemappingTables() {
    }

    /** Bytes that the tables of this many units take. */
    static long bytes(int units) {
        return (SHARED_PAGES + units) * PAGE;
    }

    /** Whether there are tables. */
    static boolean exist() {
        return base.value() != 0;
    }

    /** Takes memory for the tables and blocks every function of every bus. @return whether there was memory */
    static boolean start(int units) {
        base = BootMemory.take(bytes(units));
        if (!exist()) {
            return false;
        }
        PhysicalMemory.zero(base, bytes(units));
        for (int index = 0; index < ENTRIES; index++) {
            store(blocking().plus((long) index * ENTRY_BYTES), SILENT);
            setContexts(index, blocking());
        }
        return true;
    }

    /** The root table: a context table for each bus. */
    static PhysicalAddress root() {
        return base;
    }

    /** The context table that blocks all. */
    private static PhysicalAddress blocking() {
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

    /** Sets the remapping entry of a vector, the half with the present bit last. */
    static void setInterrupt(int vector, long low, long high) {
        if (exist() && vector >= 0 && vector < ENTRIES) {
            PhysicalAddress entry = interrupts().plus((long) vector * ENTRY_BYTES);
            store(entry, 0);
            store(entry.plus(Long.BYTES), high);
            store(entry, low);
        }
    }

    /** The context table of a bus, or {@link PhysicalAddress#ZERO} if it has none but the one that blocks all. */
    static PhysicalAddress contexts(int bus) {
        PhysicalAddress table = PhysicalAddress.of(PhysicalMemory.loadLong(rootEntry(bus)) & -PAGE);
        return table.is(blocking()) ? PhysicalAddress.ZERO : table;
    }

    /** Gives a bus a context table that blocks all its functions. @param table a page that nothing else uses */
    @Trusted
    static void installContexts(int bus, PhysicalAddress table) {
        PhysicalMemory.copy(table, blocking(), PAGE);
        flush(table);
        setContexts(bus, table);
    }

    /** Takes the context table of a bus away: all its functions are blocked. */
    @Trusted
    static void removeContexts(int bus) {
        setContexts(bus, blocking());
    }

    /** The low half of a function's context entry; 0 if its bus has no context table. */
    static long context(int function) {
        PhysicalAddress table = contexts(function >>> 8 & 0xFF);
        return table.value() == 0 ? 0 : PhysicalMemory.loadLong(contextEntry(table, function));
    }

    /** The high half of a function's context entry; 0 if its bus has no context table. */
    static long contextHigh(int function) {
        PhysicalAddress table = contexts(function >>> 8 & 0xFF);
        return table.value() == 0 ? 0 : PhysicalMemory.loadLong(contextEntry(table, function).plus(Long.BYTES));
    }

    /** Sets a function's context entry, the half with the present bit last; nothing happens if its bus has no context table. */
    @Trusted
    static void setContext(int function, long low, long high) {
        PhysicalAddress table = contexts(function >>> 8 & 0xFF);
        if (table.value() != 0) {
            PhysicalAddress entry = contextEntry(table, function);
            store(entry.plus(Long.BYTES), high);
            store(entry, low);
        }
    }

    /** Blocks a function, silently. */
    @Trusted
    static void block(int function) {
        setContext(function, SILENT, 0);
    }

    /** Whether a context entry, its low half, lets a function through. */
    static boolean isOpen(long context) {
        return (context & PRESENT) != 0;
    }

    /** The low half of the context entry that lets a function use a page table. */
    static long open(PhysicalAddress table) {
        return table.value() | PRESENT;
    }

    /** The same low half of a context entry, faults unreported. */
    static long silent(long context) {
        return context | SILENT;
    }

    /** Makes units that look past the processor's caches see a page that was written. */
    static void flush(PhysicalAddress page) {
        for (long line = 0; line < PAGE; line += ProcessorControl.CACHE_LINE) {
            ProcessorControl.flush(page.plus(line));
        }
    }

    /** Writes half an entry, where the units see it. */
    private static void store(PhysicalAddress at, long value) {
        PhysicalMemory.storeLong(at, value);
        ProcessorControl.flush(at);
    }

    private static void setContexts(int bus, PhysicalAddress table) {
        store(rootEntry(bus), table.value() | PRESENT);
    }

    private static PhysicalAddress rootEntry(int bus) {
        return root().plus((long) (bus & 0xFF) * ENTRY_BYTES);
    }

    private static PhysicalAddress contextEntry(PhysicalAddress table, int function) {
        return table.plus((long) (function & 0xFF) * ENTRY_BYTES);
    }
}
