package peaberry.abi;

/**
 * How a program says that it is done, and with which status: by a system call that there is not. That is a fault, of which whoever hears of the program's faults is told, with the whole number.
 */
public final class ProgramEnd {

    /** The greatest status; 0 says that all is well. */
    public static final int MAX_STATUS = 255;

    private ProgramEnd() {
    }

    /** The number of the system call. */
    public static long number(int status) {
        return SystemCallNumber.MASK | (long) (status & MAX_STATUS) << SystemCallNumber.BITS;
    }

    /** Whether the number of an unknown system call is a program's end. */
    public static boolean is(long number) {
        return (number & SystemCallNumber.MASK) == SystemCallNumber.MASK;
    }

    /** Of one that is: the status. */
    public static int status(long number) {
        return (int) (number >>> SystemCallNumber.BITS) & MAX_STATUS;
    }
}
