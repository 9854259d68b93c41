package peaberry.abi;

/**
 * Which processes there are, and what each is given: the boot archive's entry {@link #ENTRY}, made from a declaration, as
 * {@code docs/architecture.md} lays it out. An instance is made once and opened on bytes that do not change; after
 * {@link #open} answered {@link Problem#NONE}, all numbers are in range. Processes are numbered from 1; 0 is root, which is
 * not in the table, nor is its partition, which is number 0.
 */
public final class SystemTable {

    /** The entry's name in the archive. */
    public static final String ENTRY = "system";
    /** {@code "PBSY"} as a little-endian number. */
    public static final int MAGIC = 0x5953_4250;
    /** Bytes before the partitions: magic, then the numbers of partitions, processes and rows of grants. */
    public static final int HEADER_BYTES = 16;
    /** Bytes of a partition: name, microseconds of its window. The first is root's, whose window may be 0: as it is. */
    public static final int PARTITION_BYTES = 32;
    public static final int WINDOW_OFFSET = 24;
    /** Bytes of a process; the offsets of its numbers follow. */
    public static final int PROCESS_BYTES = 104;
    public static final int PROGRAM_OFFSET = 24;
    public static final int ARGUMENT_OFFSET = 48;
    public static final int BUDGET_OFFSET = 56;
    public static final int PERIOD_OFFSET = 64;
    public static final int PRIORITY_OFFSET = 72;
    public static final int PARTITION_OFFSET = 76;
    public static final int MEMORY_BITS_OFFSET = 80;
    public static final int TABLE_BITS_OFFSET = 84;
    public static final int RESTART_OFFSET = 88;
    public static final int FIRST_GRANT_OFFSET = 92;
    public static final int GRANTS_OFFSET = 96;
    public static final int FOLLOWED_OFFSET = 100;

    /** The most processes, root not counted, and the most partitions: what root has room for. */
    public static final int MAX_PROCESSES = 24;
    public static final int MAX_PARTITIONS = 8;

    private static final int MAX_GRANTS = MAX_PROCESSES * GrantTable.MAX_ROWS;
    private static final int MAX_PRIORITY = 255;
    private static final int MIN_MEMORY_BITS = 12;
    private static final int MAX_MEMORY_BITS = 47;
    private static final int MAX_TABLE_BITS = 16;

    /** What happens when a process ends. */
    public enum Restart {
        /** It is made anew, unless it fails again and again. */
        ALWAYS,
        /** It stays away. */
        NEVER,
        /** There is nothing to do without it: the machine is switched off. */
        POWER_OFF
    }

    /** Why bytes are not a table. */
    public enum Problem {
        NONE("no problem"),
        WRONG_MAGIC("the boot archive does not say which processes there are"),
        WRONG_SIZE("the table of processes has not the size that it says"),
        BAD_PARTITION("a partition's window is out of range"),
        BAD_PROCESS("a number of a process is out of range"),
        BAD_GRANT("what a process is given is out of range");

        private final String text;

        Problem(String text) {
            this.text = text;
        }

        /** In a user's words. */
        public String text() {
            return text;
        }
    }

    private static final Restart[] RESTARTS = Restart.values();
    private static final ByteRange NOTHING = new ByteRange();

    private final ByteRange rows = new ByteRange();
    private final GrantTable grants = new GrantTable(rows);
    private Bytes bytes = NOTHING;
    private int partitions;
    private int processes;

    /** A table that is not open: it has no processes. */
    public SystemTable() {
        // Every field is as it should be.
    }

    /** Checks everything; on a problem the table is left without processes. */
    public Problem open(Bytes table) {
        bytes = table;
        processes = 0;
        partitions = 0;
        if (table.int32(0) != MAGIC) {
            return Problem.WRONG_MAGIC;
        }
        int partitionCount = table.int32(4);
        int processCount = table.int32(8);
        int grantCount = table.int32(12);
        boolean few = partitionCount >= 1 && partitionCount <= MAX_PARTITIONS && processCount >= 0 && processCount <= MAX_PROCESSES
                && grantCount >= 0 && grantCount <= MAX_GRANTS;
        if (!few || table.size() != HEADER_BYTES + partitionCount * PARTITION_BYTES + processCount * PROCESS_BYTES + grantCount * GrantTable.ROW_BYTES) {
            return Problem.WRONG_SIZE;
        }
        partitions = partitionCount;
        processes = processCount;
        Problem problem = check(grantCount);
        if (problem != Problem.NONE) {
            partitions = 0;
            processes = 0;
        }
        return problem;
    }

    public int processes() {
        return processes;
    }

    /** How many partitions there are, root's included. */
    public int partitions() {
        return partitions;
    }

    /** Microseconds of a partition's window; of root's 0 if it stays as it is. @param partition 0 to {@link #partitions} - 1 */
    public long window(int partition) {
        return bytes.int64(HEADER_BYTES + (long) partition * PARTITION_BYTES + WINDOW_OFFSET);
    }

    /** A character of a process's name; 0 behind its end. @param process 1 to {@link #processes}, as below */
    public char nameChar(int process, int index) {
        return index < GrantTable.NAME_BYTES ? (char) bytes.unsignedByte(at(process) + index) : 0;
    }

    /** The archive's program or line table that has the name of the process's program; -1 if there is none. */
    public int find(int process, BootArchive archive, BootArchive.Kind kind) {
        return archive.find(bytes, at(process) + PROGRAM_OFFSET, kind);
    }

    /** Handed to the program. */
    public long argument(int process) {
        return bytes.int64(at(process) + ARGUMENT_OFFSET);
    }

    /** Microseconds of processor time in each {@link #period}. */
    public long budget(int process) {
        return bytes.int64(at(process) + BUDGET_OFFSET);
    }

    /** Microseconds. */
    public long period(int process) {
        return bytes.int64(at(process) + PERIOD_OFFSET);
    }

    /** 0 to 255. */
    public int priority(int process) {
        return bytes.int32(at(process) + PRIORITY_OFFSET);
    }

    /** Number of the partition that it runs in. */
    public int partition(int process) {
        return bytes.int32(at(process) + PARTITION_OFFSET);
    }

    /** log2 of the bytes that everything about it is made from. */
    public int memoryBits(int process) {
        return bytes.int32(at(process) + MEMORY_BITS_OFFSET);
    }

    /** log2 of the slots that it has. */
    public int tableBits(int process) {
        return bytes.int32(at(process) + TABLE_BITS_OFFSET);
    }

    public Restart restart(int process) {
        return RESTARTS[bytes.int32(at(process) + RESTART_OFFSET)];
    }

    /** Whether it is made anew, too, when the other one was. */
    public boolean follows(int process, int other) {
        return (bytes.int32(at(process) + FOLLOWED_OFFSET) & 1 << other) != 0;
    }

    /** What it is given; valid until this is called for another process. */
    public GrantTable grants(int process) {
        showGrants(process, rows);
        return grants;
    }

    /** Points {@code range} at the rows of what it is given. */
    public void showGrants(int process, ByteRange range) {
        long first = bytes.int32(at(process) + FIRST_GRANT_OFFSET);
        range.show(bytes, at(processes + 1) + first * GrantTable.ROW_BYTES, (long) grantCount(process) * GrantTable.ROW_BYTES);
    }

    private Problem check(int grantCount) {
        for (int partition = 0; partition < partitions; partition++) {
            if (window(partition) < 0 || partition > 0 && window(partition) == 0) {
                return Problem.BAD_PARTITION;
            }
        }
        for (int process = 1; process <= processes; process++) {
            if (!isProper(process, grantCount)) {
                return Problem.BAD_PROCESS;
            }
            grants(process);
            for (int row = 0; row < grantCount(process); row++) {
                if (!isProperGrant(row, tableBits(process))) {
                    return Problem.BAD_GRANT;
                }
            }
        }
        return Problem.NONE;
    }

    private boolean isProper(int process, int grantCount) {
        int first = bytes.int32(at(process) + FIRST_GRANT_OFFSET);
        int count = grantCount(process);
        int restart = bytes.int32(at(process) + RESTART_OFFSET);
        return isIn(priority(process), 0, MAX_PRIORITY) && isIn(partition(process), 0, partitions - 1)
                && isIn(memoryBits(process), MIN_MEMORY_BITS, MAX_MEMORY_BITS) && isIn(tableBits(process), 1, MAX_TABLE_BITS)
                && isIn(restart, 0, RESTARTS.length - 1) && isIn(first, 0, grantCount) && isIn(count, 0, Math.min(GrantTable.MAX_ROWS, grantCount - first));
    }

    private boolean isProperGrant(int row, int tableBits) {
        GrantKind kind = grants.kind(row);
        boolean fits = kind.takesSlot() ? grants.slot(row) > 0 && isIn(grants.slots(row), 1, (1 << tableBits) - grants.slot(row)) : grants.first(row) > 0;
        return kind != GrantKind.NONE && fits && (kind != GrantKind.CLIENT || grants.first(row) >= 0 && grants.first(row) <= processes);
    }

    private int grantCount(int process) {
        return bytes.int32(at(process) + GRANTS_OFFSET);
    }

    private long at(int process) {
        return HEADER_BYTES + (long) partitions * PARTITION_BYTES + (long) (process - 1) * PROCESS_BYTES;
    }

    private static boolean isIn(int number, int lowest, int highest) {
        return number >= lowest && number <= highest;
    }
}
