package peaberry.abi;

/**
 * Rows that say what a process is given: name, kind, slot and two numbers whose meaning depends on the {@link GrantKind}. A
 * part of the boot archive's {@link SystemTable}, which root copies as it is into the page where the program looks
 * ({@link UserLayout#START_PAGE}). A row of the kind {@link GrantKind#NONE}, or the end of the bytes, ends the table.
 */
public final class GrantTable {

    /** Bytes of a row: name, kind, slot, first and second number. */
    public static final int ROW_BYTES = 48;
    public static final int KIND_OFFSET = 24;
    public static final int SLOT_OFFSET = 28;
    public static final int FIRST_OFFSET = 32;
    public static final int SECOND_OFFSET = 40;
    /** The most rows: they fit into a page. */
    public static final int MAX_ROWS = 64;
    /** Bytes of a name: 24 characters of ASCII at most, padded with NUL. */
    public static final int NAME_BYTES = 24;

    /** The most services that are mounted among a program's files. */
    public static final int MAX_MOUNTS = 8;

    /** In place of a row where there is none. */
    public static final int NO_ROW = -1;

    private final Bytes bytes;

    /** @param bytes where the rows are; they may change later */
    public GrantTable(Bytes bytes) {
        this.bytes = bytes;
    }

    /** How many rows there are. */
    public int rows() {
        int rows = 0;
        while (rows < MAX_ROWS && kind(rows) != GrantKind.NONE) {
            rows++;
        }
        return rows;
    }

    /** A character of the row's name; 0 behind its end. */
    public char nameChar(int row, int index) {
        return index < NAME_BYTES ? (char) bytes.unsignedByte((long) row * ROW_BYTES + index) : 0;
    }

    public boolean isNamed(int row, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (nameChar(row, i) != name.charAt(i)) {
                return false;
            }
        }
        return nameChar(row, name.length()) == 0;
    }

    public GrantKind kind(int row) {
        return GrantKind.of(bytes.int32((long) row * ROW_BYTES + KIND_OFFSET));
    }

    /** Index of the (first) slot in the process's own table. */
    public int slot(int row) {
        return bytes.int32((long) row * ROW_BYTES + SLOT_OFFSET);
    }

    public long first(int row) {
        return bytes.int64((long) row * ROW_BYTES + FIRST_OFFSET);
    }

    public long second(int row) {
        return bytes.int64((long) row * ROW_BYTES + SECOND_OFFSET);
    }

    /** The row of that kind, or {@link #NO_ROW}. */
    public int find(GrantKind kind) {
        for (int row = 0; row < rows(); row++) {
            if (kind(row) == kind) {
                return row;
            }
        }
        return NO_ROW;
    }

    /** How many slots in a row the grant takes. */
    public int slots(int row) {
        return kind(row) == GrantKind.REPLIES ? (int) first(row) : kind(row).takesSlot() ? 1 : 0;
    }
}
