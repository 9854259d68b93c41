package peaberry.runtime;

/**
 * How badges are used. A badge is put on a capability by whoever hands it out and cannot be forged, so a server knows
 * by it who speaks and to which of its interfaces: bits 0 to 15 are the client's number, bits 16 to 23 the interface's place, and bits 33 to 60, the epoch,
 * tell clients of one number apart, if the server gives out numbers itself.
 */
public final class Badges {

    /** Set in the badge of every signal, and in no other. */
    public static final long SIGNAL = 1L << 62;
    /** Set where the kernel speaks for a thread that faulted; the low bits are the number of the process. */
    public static final long FAULT = 1L << 32;

    /** The last epoch of a client's number. */
    public static final int LAST_EPOCH = (1 << 28) - 1;

    private static final long CLIENT_MASK = 0xFFFF;
    private static final int EPOCH_SHIFT = 33;
    private static final int INTERFACE_SHIFT = 16;
    private static final int INTERFACE_MASK = 0xFF;

    private Badges() {
    }

    public static boolean isSignal(long badge) {
        return (badge & SIGNAL) != 0;
    }

    public static boolean isFault(long badge) {
        return (badge & FAULT) != 0;
    }

    /**
     * The badge by which a client speaks to one of a server's interfaces.
     *
     * @param client         its number, 1 to 65,535: a badge of 0 would be one that its holder may still choose
     * @param interfaceIndex the interface's place among those that the server serves, 0 to 255
     */
    public static long of(int client, int interfaceIndex) {
        if ((client & CLIENT_MASK) == 0) {
            throw new IllegalArgumentException("no client has this number");
        }
        return client & CLIENT_MASK | (long) (interfaceIndex & INTERFACE_MASK) << INTERFACE_SHIFT;
    }

    /**
     * A badge that a server makes itself: of a client that root does not know.
     *
     * @param client a number that no process has
     * @param epoch  the first client of the number has 1, the next one 2, up to {@link #LAST_EPOCH}: so that no badge ever means two clients
     */
    public static long derived(int client, int interfaceIndex, int epoch) {
        return of(client, interfaceIndex) | (long) (epoch & LAST_EPOCH) << EPOCH_SHIFT;
    }

    /** Which one of the clients that had the number it is; 0 if it is a process. */
    public static int epoch(long badge) {
        return (int) (badge >>> EPOCH_SHIFT) & LAST_EPOCH;
    }

    /** To which of the server's interfaces the client speaks. */
    public static int interfaceIndex(long badge) {
        return (int) (badge >>> INTERFACE_SHIFT) & INTERFACE_MASK;
    }

    /** The client's number. */
    public static int client(long badge) {
        return (int) (badge & CLIENT_MASK);
    }
}
