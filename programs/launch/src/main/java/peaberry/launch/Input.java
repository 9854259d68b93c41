package peaberry.launch;

/**
 * What the host was given to read, in two parts: the program's arguments, then its standard input. On the line each part is a row of pieces, each of which begins with a byte that says how many
 * bytes follow, 1 to 255; a piece of none is the part's end.
 */
final class Input {

    /** How many bytes wait for a reader at most. */
    static final int BYTES = 4096;

    private static final int PARTS = 2;

    private final byte[] waiting = new byte[BYTES];
    private int first;
    private int count;
    /** How many bytes of the piece are still to come. */
    private int missing;
    /** Of each part that has ended: how many bytes of what waits are its own, or of those before it. */
    private final int[] ends = new int[PARTS];
    private int ended;
    private int read;

    /** Takes the next byte of the line. Only if not {@link #isFull}. What comes behind the last part means nothing. */
    void arrive(int value) {
        if (ended == PARTS) {
            return;
        }
        if (missing > 0) {
            waiting[(first + count++) % BYTES] = (byte) value;
            missing--;
        } else if (value > 0) {
            missing = value;
        } else {
            ends[ended++] = count;
        }
    }

    boolean isFull() {
        return count == BYTES;
    }

    /** How many bytes can be read, before the part's end. */
    int readable() {
        return read < ended ? ends[read] : count;
    }

    /** Whether everything of the part was read. Of the last part that stays so. */
    boolean isAtEnd() {
        return read < ended && ends[read] == 0;
    }

    /** Goes on to the next part, if there is one. Only {@link #isAtEnd}. */
    void passEnd() {
        read = Math.min(read + 1, PARTS - 1);
    }

    /** A byte that can be read, 0 to 255. @param index less than {@link #readable} */
    int byteAt(int index) {
        return waiting[(first + index) % BYTES] & 0xFF;
    }

    /** Takes bytes that were read. @param bytes at most {@link #readable} */
    void take(int bytes) {
        first = (first + bytes) % BYTES;
        count -= bytes;
        for (int part = read; part < ended; part++) {
            ends[part] -= bytes;
        }
    }
}
