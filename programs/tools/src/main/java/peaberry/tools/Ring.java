package peaberry.tools;

import java.util.Arrays;

/** The last bytes of a stream, up to a number. */
final class Ring {

    static final int NONE = -1;
    private static final int FIRST_SIZE = 256;

    private final long most;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int oldest;
    private int count;

    /** @param most at least 1 */
    Ring(long most) {
        this.most = most;
    }

    /** Adds a byte. Answers the one that is no more among the last, or {@link #NONE}. */
    int add(int value) {
        if (count == most) {
            int dropped = bytes[oldest] & 0xff;
            bytes[oldest] = (byte) value;
            oldest = oldest + 1 == count ? 0 : oldest + 1;
            return dropped;
        }
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * count));
        }
        bytes[count++] = (byte) value;
        return NONE;
    }

    void write(Output out) {
        out.write(bytes, oldest, count - oldest);
        out.write(bytes, 0, oldest);
    }
}
