package peaberry.abi;

/**
 * From an instruction's address to the Java method and line that it belongs to, as {@code docs/architecture.md} lays
 * the table out. An instance is made once and opened on bytes that do not change while it is used; after {@link #open}
 * answered {@link Problem#NONE}, every row names a method and every text lies inside of the table. Until then it has
 * no rows.
 *
 * <p>The address that a fault reports is the one to look up; of a return address, look up the one before it.
 */
public final class LineTable {

    /** {@code "PBLN"} as a little-endian number. */
    public static final int MAGIC = 0x4E4C_4250;
    /** Bytes before the first row: magic, rows, methods, bytes of text, base address. */
    public static final int HEADER_BYTES = 24;
    /** Bytes of a row: offset from the base, method, line. */
    public static final int ROW_BYTES = 12;
    /** Bytes of a method: offset of its text, lengths of its name and of the file name that follows. */
    public static final int METHOD_BYTES = 8;

    /** Why bytes are not a line table. */
    public enum Problem {
        NONE("no problem"),
        WRONG_MAGIC("not a line table"),
        WRONG_SIZE("the line table is shorter than it says"),
        NOT_SORTED("the line table's rows are not in order"),
        BAD_METHOD("a row of the line table names no method"),
        BAD_TEXT("a text of the line table lies outside of it");

        private final String text;

        Problem(String text) {
            this.text = text;
        }

        /** In a user's words. */
        public String text() {
            return text;
        }
    }

    private Bytes bytes;
    private int rows;
    private int methods;
    private long textBytes;
    private long base;

    /** A table that is not open. */
    public LineTable() {
        // Every field is as it should be.
    }

    /** Checks everything; on a problem the table is left without rows. */
    public Problem open(Bytes table) {
        bytes = table;
        rows = 0;
        if (table.size() < HEADER_BYTES || table.int32(0) != MAGIC) {
            return Problem.WRONG_MAGIC;
        }
        int rowCount = table.int32(4);
        methods = table.int32(8);
        textBytes = table.int32(12);
        base = table.int64(16);
        boolean sized = rowCount >= 0 && methods >= 0 && textBytes >= 0
                && textStart(rowCount) + textBytes <= table.size();
        if (!sized) {
            return Problem.WRONG_SIZE;
        }
        Problem problem = checkRows(rowCount);
        if (problem == Problem.NONE) {
            problem = checkMethods(rowCount);
        }
        if (problem == Problem.NONE) {
            rows = rowCount;
        }
        return problem;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** The row that {@code address} belongs to, 0 to {@link #rows()} - 1, or -1 if it is no Java code of this table. */
    public int lookup(long address) {
        long offset = address - base;
        if (rows == 0 || offset < offset(0) || offset > 0xFFFF_FFFFL) {
            return -1;
        }
        int low = 0;
        int high = rows;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (offset(middle) <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return line(low) == 0 ? -1 : low;
    }

    /** The row's first address. @param row 0 to {@link #rows()} - 1, as below */
    public long address(int row) {
        return base + offset(row);
    }

    /** The source line, from 1; 0 if there is no Java code from here. */
    public int line(int row) {
        return bytes.int32(HEADER_BYTES + (long) row * ROW_BYTES + 8);
    }

    /** How many characters the name of the row's method has, {@code package.Class.method}. */
    public int methodLength(int row) {
        return bytes.unsignedShort(method(row) + 4);
    }

    /** A character of the method's name; 0 outside of it. */
    public char methodChar(int row, int index) {
        return index >= 0 && index < methodLength(row) ? text(row, index) : 0;
    }

    /** How many characters the name of the row's source file has. */
    public int fileLength(int row) {
        return bytes.unsignedShort(method(row) + 6);
    }

    /** A character of the source file's name; 0 outside of it. */
    public char fileChar(int row, int index) {
        return index >= 0 && index < fileLength(row) ? text(row, methodLength(row) + index) : 0;
    }

    private Problem checkRows(int count) {
        long previous = -1;
        for (int row = 0; row < count; row++) {
            if (offset(row) <= previous) {
                return Problem.NOT_SORTED;
            }
            previous = offset(row);
            int method = bytes.int32(HEADER_BYTES + (long) row * ROW_BYTES + 4);
            boolean named = line(row) == 0 || method >= 0 && method < methods;
            if (!named || line(row) < 0) {
                return Problem.BAD_METHOD;
            }
        }
        return Problem.NONE;
    }

    private Problem checkMethods(int rowCount) {
        for (int method = 0; method < methods; method++) {
            long at = methodStart(rowCount) + (long) method * METHOD_BYTES;
            long offset = bytes.int32(at);
            long end = offset + bytes.unsignedShort(at + 4) + bytes.unsignedShort(at + 6);
            if (offset < 0 || end > textBytes) {
                return Problem.BAD_TEXT;
            }
        }
        return Problem.NONE;
    }

    private long offset(int row) {
        return bytes.int32(HEADER_BYTES + (long) row * ROW_BYTES) & 0xFFFF_FFFFL;
    }

    private long method(int row) {
        return methodStart(rows) + (long) bytes.int32(HEADER_BYTES + (long) row * ROW_BYTES + 4) * METHOD_BYTES;
    }

    private char text(int row, int index) {
        return (char) bytes.unsignedByte(textStart(rows) + bytes.int32(method(row)) + index);
    }

    private static long methodStart(int rowCount) {
        return HEADER_BYTES + (long) rowCount * ROW_BYTES;
    }

    private long textStart(int rowCount) {
        return methodStart(rowCount) + (long) methods * METHOD_BYTES;
    }
}
