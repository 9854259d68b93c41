package peaberry.abi;

import peaberry.machine.Unboxed;

/** What a capability allows: bit 0 write (send, signal, map writable), bit 1 read (receive, wait, map), bit 2 grant. */
@Unboxed
public record Rights(@Range(max = 7) int bits) {

    public static final Rights NONE = new Rights(0);
    public static final Rights WRITE = new Rights(1);
    public static final Rights READ = new Rights(2);
    public static final Rights READ_WRITE = new Rights(3);
    public static final Rights GRANT = new Rights(4);
    public static final Rights ALL = new Rights(7);

    /** The rights in the low bits of an argument word. */
    public static Rights ofWord(long word) {
        return new Rights((int) word & 7);
    }

    public Rights and(Rights other) {
        return new Rights(bits & other.bits);
    }

    public Rights or(Rights other) {
        return new Rights(bits | other.bits);
    }

    /** Whether every right of {@code needed} is among these. */
    public boolean include(Rights needed) {
        return (bits & needed.bits) == needed.bits;
    }
}
