package peaberry.shell;

import peaberry.runtime.Text;

/** A line of input: at most {@link #MAX_LENGTH} Unicode characters, and the words in it, which blanks separate. */
final class Line {

    static final int MAX_LENGTH = 1024;

    private final int[] characters = new int[MAX_LENGTH];
    private int length;

    int length() {
        return length;
    }

    boolean isFull() {
        return length == MAX_LENGTH;
    }

    /** The character at {@code index}, or a blank outside of the line. */
    int at(int index) {
        return index >= 0 && index < length ? characters[index] : ' ';
    }

    void clear() {
        length = 0;
    }

    /** Inserts a character before {@code index}, 0 to {@link #length}. Only if not {@link #isFull}. */
    void insert(int index, int character) {
        System.arraycopy(characters, index, characters, index + 1, length - index);
        characters[index] = character;
        length++;
    }

    /** Deletes the characters {@code from} to {@code to} - 1. */
    void delete(int from, int to) {
        System.arraycopy(characters, to, characters, from, length - to);
        length -= to - from;
    }

    /** Becomes the {@code count} characters of {@code source} from {@code start} on. */
    void set(int[] source, int start, int count) {
        System.arraycopy(source, start, characters, 0, count);
        length = count;
    }

    /** Writes the characters to {@code target} from {@code start} on. */
    void copyTo(int[] target, int start) {
        System.arraycopy(characters, 0, target, start, length);
    }

    /** Appends the characters {@code from} to {@code to} - 1. */
    void appendTo(Text text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.appendCodePoint(characters[i]);
        }
    }

    /** How many words there are. */
    int words() {
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (startsWord(i)) {
                count++;
            }
        }
        return count;
    }

    /** Where word {@code word}, counted from 0, starts; the end of the line if there are not as many. */
    int startOf(int word) {
        int seen = 0;
        for (int i = 0; i < length; i++) {
            if (startsWord(i) && seen++ == word) {
                return i;
            }
        }
        return length;
    }

    /** Where word {@code word} ends. */
    int endOf(int word) {
        int end = startOf(word);
        while (at(end) != ' ') {
            end++;
        }
        return end;
    }

    boolean wordIs(int word, String expected) {
        int start = startOf(word);
        if (endOf(word) - start != expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (characters[start + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Appends word {@code word}. */
    Text appendWordTo(Text text, int word) {
        appendTo(text, startOf(word), endOf(word));
        return text;
    }

    /** The number that the digits of word {@code word} make, up to {@code max}; -1 if it is none or larger. */
    int numberAt(int word, int max) {
        int start = startOf(word);
        int end = endOf(word);
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = characters[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
            if (value > max) {
                return -1;
            }
        }
        return end > start ? (int) value : -1;
    }

    private boolean startsWord(int index) {
        return at(index) != ' ' && at(index - 1) == ' ';
    }
}
