package peaberry.runtime;

/**
 * How badges are used. A badge is put on a capability by whoever hands it out and cannot be forged, so a server knows
 * by it who speaks and as what.
 */
public final class Badges {

    /** Set in the badge of every signal, and in no other. */
    public static final long SIGNAL = 1L << 62;
    /** Set where the kernel speaks for a thread that faulted; the low bits are the number of the process. */
    public static final long FAULT = 1L << 32;
    /** Set where the holder may ask a server to do harm to itself. */
    public static final long OPERATOR = 1L << 33;

    private static final long CLIENT_MASK = 0xFFFF_FFFFL;

    private Badges() {
    }

    public static boolean isSignal(long badge) {
        return (badge & SIGNAL) != 0;
    }

    public static boolean isFault(long badge) {
        return (badge & FAULT) != 0;
    }

    public static boolean isOperator(long badge) {
        return (badge & OPERATOR) != 0;
    }

    /** The number without the marks. */
    public static int client(long badge) {
        return (int) (badge & CLIENT_MASK);
    }
}
