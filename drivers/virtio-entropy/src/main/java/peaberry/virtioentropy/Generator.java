package peaberry.virtioentropy;

/**
 * A generator of random numbers with fast key erasure (D. J. Bernstein, "Fast-key-erasure random-number generators"): the first 32 bytes of what a key makes
 * are the next key and nothing else, the rest is given away, and the key is forgotten. Who learns the present key cannot tell what was given
 * before. A seed is mixed into the key, so that who knew the key does not know it any more, and a bad seed makes nothing worse.
 */
final class Generator {

    /** Bytes of a seed. */
    static final int SEED_BYTES = 32;

    private static final int BYTES_OF_WORD = 4;
    private static final int BYTE_MASK = 0xFF;

    private final ChaCha20 cipher = new ChaCha20();
    private final int[] key = new int[ChaCha20.KEY_WORDS];
    private boolean seeded;

    /** Whether there was a seed: without, whatever it gives can be foreseen. */
    boolean isSeeded() {
        return seeded;
    }

    /** Mixes {@link #SEED_BYTES} bytes in. */
    void seed(byte[] bytes) {
        for (int i = 0; i < SEED_BYTES; i++) {
            key[i / BYTES_OF_WORD] ^= (bytes[i] & BYTE_MASK) << Byte.SIZE * (i % BYTES_OF_WORD);
        }
        replaceKey();
        cipher.erase();
        seeded = true;
    }

    /** Puts random bytes into the first {@code count} of {@code to}. Only if it {@link #isSeeded}. */
    void fill(byte[] to, int count) {
        if (!seeded) {
            throw new IllegalStateException("it has no seed");
        }
        replaceKey();
        int word = ChaCha20.KEY_WORDS;
        for (int done = 0; done < count; word++) {
            if (word == ChaCha20.BLOCK_WORDS) {
                cipher.next();
                word = 0;
            }
            int value = cipher.word(word);
            for (int i = 0; i < BYTES_OF_WORD && done < count; i++) {
                to[done++] = (byte) (value >>> Byte.SIZE * i);
            }
        }
        cipher.erase();
    }

    /** Makes the key's first block, whose first half becomes the key. */
    private void replaceKey() {
        cipher.start(key);
        cipher.next();
        for (int i = 0; i < key.length; i++) {
            key[i] = cipher.word(i);
        }
    }
}
