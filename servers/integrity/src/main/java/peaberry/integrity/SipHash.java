package peaberry.integrity;

/**
 * SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012) of one message after another, which consist of whole words.
 *
 * <p>To who does not know the key a hash is a random number of 64 bits, whatever the message. Who knows the key can find messages with a given hash.
 */
final class SipHash {

    private static final long INITIAL_0 = 0x736f6d6570736575L;
    private static final long INITIAL_1 = 0x646f72616e646f6dL;
    private static final long INITIAL_2 = 0x6c7967656e657261L;
    private static final long INITIAL_3 = 0x7465646279746573L;
    private static final int ROUNDS_OF_A_WORD = 2;
    private static final int ROUNDS_AT_THE_END = 4;
    private static final int END = 0xFF;
    private static final int LENGTH_SHIFT = 56;

    private long key0;
    private long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long words;

    /** The key of the messages to come; 0 without. */
    void setKey(long first, long second) {
        key0 = first;
        key1 = second;
    }

    /** Begins a message. */
    void begin() {
        v0 = key0 ^ INITIAL_0;
        v1 = key1 ^ INITIAL_1;
        v2 = key0 ^ INITIAL_2;
        v3 = key1 ^ INITIAL_3;
        words = 0;
    }

    /** The next word of the message: 8 bytes, little-endian. */
    void add(long word) {
        words++;
        mix(word);
    }

    /** Ends the message. @return its hash */
    long end() {
        mix(words * Long.BYTES << LENGTH_SHIFT);
        v2 ^= END;
        rounds(ROUNDS_AT_THE_END);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void mix(long word) {
        v3 ^= word;
        rounds(ROUNDS_OF_A_WORD);
        v0 ^= word;
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
