package peaberry.shell;

/**
 * The lines that were entered: the latest {@link #MAX_LINES} of them, as long as they take no more than
 * {@link #MAX_CHARACTERS} characters together. Empty lines, and repetitions of the latest one, are not kept.
 */
final class History {

    static final int MAX_LINES = 32;
    static final int MAX_CHARACTERS = 4096;

    private final int[] characters = new int[MAX_CHARACTERS];
    /** Where each line starts; one more for the end of the last. */
    private final int[] starts = new int[MAX_LINES + 1];
    private int size;

    int size() {
        return size;
    }

    void add(Line line) {
        if (line.words() == 0 || isLatest(line)) {
            return;
        }
        while (size == MAX_LINES || starts[size] + line.length() > MAX_CHARACTERS) {
            forgetOldest();
        }
        line.copyTo(characters, starts[size]);
        starts[size + 1] = starts[size] + line.length();
        size++;
    }

    /** Sets {@code line} to an entry. @param index 0, the oldest, to {@link #size} - 1 */
    void get(int index, Line line) {
        line.set(characters, starts[index], starts[index + 1] - starts[index]);
    }

    private void forgetOldest() {
        int gone = starts[1];
        System.arraycopy(characters, gone, characters, 0, starts[size] - gone);
        for (int i = 0; i < size; i++) {
            starts[i] = starts[i + 1] - gone;
        }
        size--;
    }

    private boolean isLatest(Line line) {
        if (size == 0 || starts[size] - starts[size - 1] != line.length()) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (characters[starts[size - 1] + i] != line.at(i)) {
                return false;
            }
        }
        return true;
    }
}
