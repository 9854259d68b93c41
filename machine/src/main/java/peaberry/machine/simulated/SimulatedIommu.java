package peaberry.machine.simulated;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * The hardware that stands between devices and memory. It looks up who accesses (a function: bus, device and function in 16 bits) in the
 * context table of its bus, walks the page tables that stand there, and remembers what it found until it is told to
 * forget it: a kernel that does not is seen to let devices reach what they lost.
 *
 * <p>A context table has 256 entries of 16 bytes: page table address with bits 0 (present) and 1 (silent: faults are not
 * recorded), then the domain. Page tables have three levels of 512 entries: address with bits 0 (readable) and 1 (writable).
 */
public final class SimulatedIommu {

    public static final int ADDRESS_BITS = 39;
    public static final int DOMAINS = 16;
    public static final long PRESENT = 1;
    public static final long SILENT = 2;
    public static final long READABLE = 1;
    public static final long WRITABLE = 2;
    /** A page of 2 MiB stands where a table of the lowest level would. */
    public static final long LARGE = 0x80;

    private static final long ADDRESS_MASK = 0x000F_FFFF_FFFF_F000L;
    private static final long PAGE_MASK = -4096;
    private static final int BUSES = 256;
    private static final int LEVELS = 3;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final int INDEX_MASK = 511;
    private static final int MOST_FAULTS = 4;

    /** What a device tried and may not. */
    public record Fault(int function, long page, boolean write) {
    }

    private record Context(long table, int domain, boolean silent) {
    }

    private record Page(int domain, long address) {
    }

    private final SimulatedMemory memory;
    private final long[] contextTables = new long[BUSES];
    private final Map<Integer, Context> contexts = new HashMap<>();
    private final Map<Page, Long> translations = new HashMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private boolean present = true;

    SimulatedIommu(SimulatedMemory memory) {
        this.memory = memory;
    }

    /** Makes this a machine without such hardware: devices reach all memory. */
    public void remove() {
        present = false;
    }

    public boolean isPresent() {
        return present;
    }

    /** The context table of a bus, 0 if all its functions are blocked. */
    public long contextTable(int bus) {
        return contextTables[bus];
    }

    /** Gives a bus a context table, or 0. */
    public void setContextTable(int bus, long table) {
        contextTables[bus] = table;
    }

    public void forgetFunction(int function) {
        contexts.remove(function);
    }

    public void forgetDomain(int domain) {
        translations.keySet().removeIf(page -> page.domain == domain);
    }

    /** Forgets the translations of a range. @param bytes a multiple of the page size */
    public void forgetPages(int domain, long address, long bytes) {
        translations.keySet().removeIf(page -> page.domain == domain && page.address >= address && page.address < address + bytes);
    }

    public void forgetAll() {
        contexts.clear();
        translations.clear();
    }

    /** The oldest fault that nobody took, or null. */
    public Fault takeFault() {
        return faults.poll();
    }

    /** The physical address of what a function accesses, or -1: a fault. */
    long translate(int function, long address, boolean write) {
        if (!present) {
            return address;
        }
        Context context = contexts.computeIfAbsent(function, this::findContext);
        if (context != null) {
            long entry = translations.computeIfAbsent(new Page(context.domain, address & PAGE_MASK), page -> walk(context.table, page.address));
            if ((entry & (write ? WRITABLE : READABLE)) != 0) {
                return entry & ADDRESS_MASK | address & ~PAGE_MASK;
            }
            translations.remove(new Page(context.domain, address & PAGE_MASK), 0L);
            if (!context.silent && faults.size() < MOST_FAULTS) {
                faults.add(new Fault(function, address & PAGE_MASK, write));
            }
        }
        return -1;
    }

    private Context findContext(int function) {
        long table = contextTables[function >>> 8];
        if (table == 0) {
            return null;
        }
        long entry = memory.loadLong(table + (function & 0xFF) * 16L);
        long domain = memory.loadLong(table + (function & 0xFF) * 16L + Long.BYTES);
        return (entry & PRESENT) == 0 ? null : new Context(entry & ADDRESS_MASK, (int) domain, (entry & SILENT) != 0);
    }

    /** The address of the page's memory with what is allowed there, or 0. */
    private long walk(long root, long address) {
        if (address < 0 || address >>> ADDRESS_BITS != 0) {
            return 0;
        }
        long table = root;
        for (int level = LEVELS - 1; ; level--) {
            long entry = memory.loadLong(table + (address >>> PAGE_BITS + level * INDEX_BITS & INDEX_MASK) * Long.BYTES);
            if ((entry & (READABLE | WRITABLE)) == 0) {
                return 0;
            }
            if (level == 0 || (entry & LARGE) != 0) {
                long inside = address & (1L << PAGE_BITS + level * INDEX_BITS) - 1 & PAGE_MASK;
                return (entry & ADDRESS_MASK) + inside | entry & (READABLE | WRITABLE);
            }
            table = entry & ADDRESS_MASK;
        }
    }
}
