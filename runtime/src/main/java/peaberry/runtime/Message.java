package peaberry.runtime;

import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.machine.MessageRegisters;

/**
 * The words of the message that the next system call sends, and of the one that the last system call brought. There is
 * one such message in a program: what is needed of an answer is read before the next call.
 */
public final class Message {

    private static final int WORD_BYTES = 8;

    private Message() {
    }

    /** Who sent the message: the badge of the capability that it came through, or those of the signals. */
    public static long badge() {
        return SystemCalls.REGISTERS.badge;
    }

    /** The tag that the last system call which carries a message brought. */
    public static Tag tag() {
        return new Tag(SystemCalls.REGISTERS.tag);
    }

    /** A word. @param index 0 to {@link Tag#MAX_LENGTH} - 1; outside of that the answer is 0 */
    public static long word(int index) {
        MessageRegisters registers = SystemCalls.REGISTERS;
        return switch (index) {
            case 0 -> registers.word0;
            case 1 -> registers.word1;
            case 2 -> registers.word2;
            case 3 -> registers.word3;
            case 4 -> registers.word4;
            case 5 -> registers.word5;
            default -> index < Tag.MAX_LENGTH ? MessageBuffer.load(index) : 0;
        };
    }

    /** Sets a word. @param index 0 to {@link Tag#MAX_LENGTH} - 1; outside of that nothing happens */
    public static void setWord(int index, long value) {
        MessageRegisters registers = SystemCalls.REGISTERS;
        switch (index) {
            case 0 -> registers.word0 = value;
            case 1 -> registers.word1 = value;
            case 2 -> registers.word2 = value;
            case 3 -> registers.word3 = value;
            case 4 -> registers.word4 = value;
            case 5 -> registers.word5 = value;
            default -> {
                if (index < Tag.MAX_LENGTH) {
                    MessageBuffer.store(index, value);
                }
            }
        }
    }

    /**
     * Has the messages whose tag counts enough capabilities ({@link Tag#withCapabilities}) carry a copy of this one, until another takes
     * its place.
     *
     * @param index 0 to {@link Tag#MAX_CAPABILITIES} - 1; outside of that nothing happens
     */
    public static void attach(int index, Capability sent) {
        if (index >= 0 && index < Tag.MAX_CAPABILITIES) {
            MessageBuffer.store(Tag.SENT_CAPABILITIES + index, sent.slot());
        }
    }

    /**
     * Says where a capability goes that comes with a message. Until it has come, for the tag of what comes counts it, the slot stays empty.
     *
     * @param index 0 to {@link Tag#MAX_CAPABILITIES} - 1; outside of that nothing happens
     * @param place an empty slot, or {@link Capability#NONE}: then this one and those after it are not taken
     */
    public static void expect(int index, Capability place) {
        if (index >= 0 && index < Tag.MAX_CAPABILITIES) {
            MessageBuffer.store(Tag.RECEIVED_CAPABILITIES + index, place.slot());
        }
    }

    /** Sets the first three words. */
    public static void setWords(long word0, long word1, long word2) {
        MessageRegisters registers = SystemCalls.REGISTERS;
        registers.word0 = word0;
        registers.word1 = word1;
        registers.word2 = word2;
    }

    /** Sets the three words after the first three. */
    public static void setNextWords(long word3, long word4, long word5) {
        MessageRegisters registers = SystemCalls.REGISTERS;
        registers.word3 = word3;
        registers.word4 = word4;
        registers.word5 = word5;
    }

    /**
     * Packs the first {@code count} bytes of {@code from} into words from {@code firstWord} on, little-endian.
     *
     * @return the word after them
     */
    public static int setBytes(int firstWord, byte[] from, int count) {
        int offset = 0;
        int word = firstWord;
        for (; offset < count; word++) {
            long packed = 0;
            int inWord = Math.min(WORD_BYTES, count - offset);
            for (int i = 0; i < inWord; i++) {
                packed |= (from[offset + i] & 0xFFL) << (8 * i);
            }
            setWord(word, packed);
            offset += inWord;
        }
        return word;
    }

    /** Packs the text into words from {@code firstWord} on. @return the word after it */
    public static int setBytes(int firstWord, Text from) {
        return setBytes(firstWord, from.bytes(), from.length());
    }

    /** Unpacks {@code count} bytes from words from {@code firstWord} on into the start of {@code to}. */
    public static void bytes(int firstWord, byte[] to, int count) {
        int word = firstWord;
        for (int offset = 0; offset < count; word++) {
            long packed = word(word);
            for (int end = Math.min(count, offset + WORD_BYTES); offset < end; offset++) {
                to[offset] = (byte) packed;
                packed >>>= 8;
            }
        }
    }

    /** Appends {@code count} bytes from words from {@code firstWord} on, as many of them as a message and the text can hold. */
    public static void text(int firstWord, long count, Text to) {
        long most = Math.min(count, (long) (Tag.MAX_LENGTH - firstWord) * WORD_BYTES);
        for (int offset = 0; offset < most; offset++) {
            to.appendByte(byteAt(firstWord, offset));
        }
    }

    /** How many words {@code bytes} bytes take. */
    public static int wordsFor(int bytes) {
        return (bytes + WORD_BYTES - 1) / WORD_BYTES;
    }

    private static byte byteAt(int firstWord, int offset) {
        return (byte) (word(firstWord + offset / WORD_BYTES) >>> (8 * (offset % WORD_BYTES)));
    }

    /** What the kernel said about the operation that this tag answers. */
    public static KernelError errorOf(Tag answer) {
        return answer.failed() ? KernelError.of(answer.label()) : KernelError.NONE;
    }
}
