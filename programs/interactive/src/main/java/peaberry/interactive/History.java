package peaberry.interactive;

import java.util.ArrayList;
import java.util.List;

/** The lines that were typed, the last ones of as many as are to be kept. */
final class History {

    private final List<String> lines = new ArrayList<>();
    private int most;

    /** @param most how many are kept, 0 for none */
    void limit(int most) {
        this.most = most;
        shorten();
    }

    List<String> lines() {
        return lines;
    }

    int size() {
        return lines.size();
    }

    String get(int index) {
        return lines.get(index);
    }

    /** Adds what is worth it: neither blank, nor begun with a blank, nor the same as the last one. @return whether it was */
    boolean add(String line) {
        boolean isKept = !line.isBlank() && line.charAt(0) != ' ' && (lines.isEmpty() || !line.equals(lines.getLast()));
        if (isKept) {
            put(line);
        }
        return isKept;
    }

    /** Adds what was kept before. */
    void put(String line) {
        lines.add(line);
        shorten();
    }

    private void shorten() {
        if (lines.size() > most) {
            lines.subList(0, lines.size() - most).clear();
        }
    }

    /** The place of the last line before one that contains a text; -1 if there is none. */
    int find(String text, int before) {
        for (int index = Math.min(before, lines.size()) - 1; index >= 0; index--) {
            if (lines.get(index).contains(text)) {
                return index;
            }
        }
        return -1;
    }
}
