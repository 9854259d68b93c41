package peaberry.virtioentropy;

/** The block function of ChaCha20 (RFC 8439, 2.3): 64 bytes from a key, a counter and a nonce, which nobody can tell from random ones without the key. */
final class ChaCha20 {

    static final int KEY_WORDS = 8;
    static final int BLOCK_WORDS = 16;

    private static final int COUNTER = 12;
    private static final int DOUBLE_ROUNDS = 10;
    /** "expand 32-byte k", as four words. */
    private static final int[] CONSTANTS = {0x6170_7865, 0x3320_646E, 0x7962_2D32, 0x6B20_6574};

    private final int[] start = new int[BLOCK_WORDS];
    private final int[] state = new int[BLOCK_WORDS];

    /** Starts with a key, whose words are little-endian, counter 0 and a nonce of zeros. */
    void start(int[] key) {
        for (int i = 0; i < CONSTANTS.length; i++) {
            start[i] = CONSTANTS[i];
        }
        for (int i = 0; i < KEY_WORDS; i++) {
            start[CONSTANTS.length + i] = key[i];
        }
        for (int i = COUNTER; i < BLOCK_WORDS; i++) {
            start[i] = 0;
        }
    }

    /** Sets the counter and the three words of the nonce. */
    void seek(int counter, int nonce0, int nonce1, int nonce2) {
        start[COUNTER] = counter;
        start[COUNTER + 1] = nonce0;
        start[COUNTER + 2] = nonce1;
        start[COUNTER + 3] = nonce2;
    }

    /** Makes the block of the counter, and counts on. The block is in {@link #word} until the next one. */
    void next() {
        for (int i = 0; i < BLOCK_WORDS; i++) {
            state[i] = start[i];
        }
        for (int i = 0; i < DOUBLE_ROUNDS; i++) {
            columnsThenDiagonals();
        }
        for (int i = 0; i < BLOCK_WORDS; i++) {
            state[i] += start[i];
        }
        start[COUNTER]++;
    }

    /** A little-endian word of the block. @param index 0 to {@link #BLOCK_WORDS} - 1 */
    int word(int index) {
        return state[index];
    }

    /** Forgets key and block. */
    void erase() {
        for (int i = 0; i < BLOCK_WORDS; i++) {
            start[i] = 0;
            state[i] = 0;
        }
    }

    private void columnsThenDiagonals() {
        quarterRound(0, 4, 8, 12);
        quarterRound(1, 5, 9, 13);
        quarterRound(2, 6, 10, 14);
        quarterRound(3, 7, 11, 15);
        quarterRound(0, 5, 10, 15);
        quarterRound(1, 6, 11, 12);
        quarterRound(2, 7, 8, 13);
        quarterRound(3, 4, 9, 14);
    }

    private void quarterRound(int a, int b, int c, int d) {
        state[a] += state[b];
        state[d] = rotate(state[d] ^ state[a], 16);
        state[c] += state[d];
        state[b] = rotate(state[b] ^ state[c], 12);
        state[a] += state[b];
        state[d] = rotate(state[d] ^ state[a], 8);
        state[c] += state[d];
        state[b] = rotate(state[b] ^ state[c], 7);
    }

    private static int rotate(int value, int left) {
        return value << left | value >>> Integer.SIZE - left;
    }
}
