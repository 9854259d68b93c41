package peaberry.runtime;

/** Names of processes in messages: at most 24 bytes of ASCII in three words, padded with NUL. */
public final class Names {

    public static final int MAX_BYTES = 24;
    /** Words that a name takes. */
    public static final int WORDS = 3;

    private static final int WORD_BYTES = 8;

    private Names() {
    }

    /** Puts {@code name}, of which only the first 24 characters count, into words from {@code firstWord} on. */
    public static void put(int firstWord, String name) {
        for (int word = 0; word < WORDS; word++) {
            Message.setWord(firstWord + word, packed(name, word));
        }
    }

    /** Puts the text into words from {@code firstWord} on. @return false if it is longer than a name may be */
    public static boolean put(int firstWord, Text name) {
        if (name.length() > MAX_BYTES) {
            return false;
        }
        for (int word = 0; word < WORDS; word++) {
            long packed = 0;
            for (int i = word * WORD_BYTES; i < name.length() && i < (word + 1) * WORD_BYTES; i++) {
                packed |= (name.byteAt(i) & 0xFFL) << 8 * (i % WORD_BYTES);
            }
            Message.setWord(firstWord + word, packed);
        }
        return true;
    }

    /** Appends the name in the words from {@code firstWord} on to {@code to}. */
    public static void get(int firstWord, Text to) {
        for (int i = 0; i < MAX_BYTES; i++) {
            int character = (int) (Message.word(firstWord + i / WORD_BYTES) >>> 8 * (i % WORD_BYTES)) & 0xFF;
            if (character == 0) {
                return;
            }
            to.appendByte(character);
        }
    }

    /** Whether the words from {@code firstWord} on hold {@code name}. */
    public static boolean is(int firstWord, String name) {
        if (name.length() > MAX_BYTES) {
            return false;
        }
        for (int word = 0; word < WORDS; word++) {
            if (Message.word(firstWord + word) != packed(name, word)) {
                return false;
            }
        }
        return true;
    }

    private static long packed(String name, int word) {
        long packed = 0;
        for (int i = word * WORD_BYTES; i < name.length() && i < (word + 1) * WORD_BYTES; i++) {
            packed |= (name.charAt(i) & 0xFFL) << 8 * (i % WORD_BYTES);
        }
        return packed;
    }
}
