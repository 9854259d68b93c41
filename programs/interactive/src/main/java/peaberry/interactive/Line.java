package peaberry.interactive;

/** A text that is being edited, the place of the cursor in it, and what was cut out of it last. What stands on a character goes with it. */
final class Line {

    private final StringBuilder text = new StringBuilder();
    private int cursor;
    private String cut = "";

    String text() {
        return text.toString();
    }

    int cursor() {
        return cursor;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isAtEnd() {
        return cursor == text.length();
    }

    /** Another text, with the cursor at its end. */
    void set(String other) {
        text.setLength(0);
        text.append(other);
        cursor = other.length();
    }

    void insert(String other) {
        text.insert(cursor, other);
        cursor += other.length();
    }

    /** @param position to which the cursor goes; the nearest there is */
    void moveTo(int position) {
        cursor = Math.max(0, Math.min(text.length(), position));
    }

    void left() {
        cursor = before(cursor);
    }

    void right() {
        cursor = after(cursor);
    }

    void wordLeft() {
        cursor = wordBefore(cursor);
    }

    void wordRight() {
        cursor = wordAfter(cursor);
    }

    /** Where the row of the cursor begins, of those that line feeds end. */
    int rowStart() {
        return text.lastIndexOf("\n", cursor - 1) + 1;
    }

    int rowEnd() {
        int feed = text.indexOf("\n", cursor);
        return feed < 0 ? text.length() : feed;
    }

    /** Moves the cursor a row up or down, into the same column if there is one. @return false if there is no such row */
    boolean moveRow(int by) {
        int column = cursor - rowStart();
        int other = by < 0 ? rowStart() - 1 : rowEnd() + 1;
        if (other < 0 || other > text.length()) {
            return false;
        }
        cursor = other;
        cursor = Math.min(rowStart() + column, rowEnd());
        return true;
    }

    void deleteBackward() {
        delete(before(cursor), cursor);
    }

    void deleteForward() {
        delete(cursor, after(cursor));
    }

    void cutToEnd() {
        cut(cursor, cursor == rowEnd() ? after(cursor) : rowEnd());
    }

    void cutToStart() {
        cut(rowStart(), cursor);
    }

    void cutWordLeft() {
        cut(wordBefore(cursor), cursor);
    }

    void cutWordRight() {
        cut(cursor, wordAfter(cursor));
    }

    /** Up to the blank before the word. */
    void cutArgumentLeft() {
        int start = cursor;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        cut(start, cursor);
    }

    /** Inserts what was cut last. */
    void paste() {
        insert(cut);
    }

    /** Exchanges the characters before and at the cursor, or the last two. */
    void transpose() {
        if (before(cursor) == cursor || text.length() == after(0)) {
            return;
        }
        int middle = isAtEnd() ? before(cursor) : cursor;
        int start = before(middle);
        int end = after(middle);
        String exchanged = text.substring(middle, end) + text.substring(start, middle);
        text.replace(start, end, exchanged);
        cursor = end;
    }

    private void cut(int from, int to) {
        if (from < to) {
            cut = text.substring(from, to);
            delete(from, to);
        }
    }

    /** Replaces a part of it, and puts the cursor behind. */
    void replace(int from, int to, String by) {
        text.replace(from, to, by);
        cursor = from + by.length();
    }

    private void delete(int from, int to) {
        replace(from, to, "");
    }

    private int before(int position) {
        int at = position;
        while (at > 0) {
            int character = text.codePointBefore(at);
            at -= Character.charCount(character);
            if (Width.of(character) > 0) {
                return at;
            }
        }
        return at;
    }

    private int after(int position) {
        int at = position;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (at > position && Width.of(character) > 0) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private int wordBefore(int position) {
        int at = position;
        while (at > 0 && !Character.isLetterOrDigit(text.codePointBefore(at))) {
            at = before(at);
        }
        while (at > 0 && Character.isLetterOrDigit(text.codePointBefore(at))) {
            at = before(at);
        }
        return at;
    }

    private int wordAfter(int position) {
        int at = position;
        while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at = after(at);
        }
        while (at < text.length() && Character.isLetterOrDigit(text.codePointAt(at))) {
            at = after(at);
        }
        return at;
    }
}
