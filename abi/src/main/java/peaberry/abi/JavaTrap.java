package peaberry.abi;

/**
 * What a failed check in compiled Java was. The compiler emits {@code ud1l SITE(%eax), %eax} with
 * {@code SITE = 0x1000 + 16 * n + ordinal}, {@code n} different at each site. A null reference is a page fault in the
 * lowest page instead and counts as {@link #NULL_POINTER}.
 */
public enum JavaTrap {
    NULL_POINTER("null reference"),
    ARRAY_INDEX("array index out of bounds"),
    CLASS_CAST("wrong class in a cast"),
    DIVISION("division by zero"),
    ARRAY_STORE("wrong class in an array store"),
    ASSERTION("assertion failed"),
    THROW("exception thrown"),
    UNREACHABLE("no branch matches"),
    NEGATIVE_SIZE("negative array size");

    /** Smallest displacement that marks a Java trap. */
    public static final int FIRST_SITE = 0x1000;

    private static final JavaTrap[] ALL = values();

    private final String text;

    JavaTrap(String text) {
        this.text = text;
    }

    /** In a user's words. */
    public String text() {
        return text;
    }

    /** The trap with this ordinal; {@link #UNREACHABLE} for a number that is none. */
    public static JavaTrap of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : UNREACHABLE;
    }
}
