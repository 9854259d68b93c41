package peaberry.fullscreen.edit;

import java.util.ArrayDeque;
import java.util.Deque;

/** Changes a text so that it can be taken back and made again. Characters typed one behind the other are one change, and so are those erased one after the other. */
final class Changes {

    /** Of what can be taken back, characters: what was changed before is forgotten. */
    private static final int MOST_CHARACTERS = 1 << 18;
    private static final int CHANGE_CHARACTERS = 64;

    private final TextBuffer text;
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private int kept;
    private boolean isClosed = true;
    /** How many changes were made since the beginning, less those taken back; at what number the text was saved, and -1 if that cannot come back. */
    private int number;
    private int saved;

    Changes(TextBuffer text) {
        this.text = text;
    }

    /**
     * One change.
     *
     * @param group what is taken back together has the same number
     */
    private record Change(Position from, String removed, String put, Position cursor, int group) {

        int size() {
            return removed.length() + put.length() + CHANGE_CHARACTERS;
        }
    }

    /** Puts a text in place of what is between two positions. @param cursor where it is now @return behind what was put */
    Position replace(Position from, Position to, String put, Position cursor) {
        return replace(from, to, put, cursor, number + 1);
    }

    /** As part of the last change: both are taken back together. */
    Position replaceAlso(Position from, Position to, String put, Position cursor) {
        return replace(from, to, put, cursor, done.isEmpty() ? number + 1 : done.peek().group());
    }

    private Position replace(Position from, Position to, String put, Position cursor, int group) {
        Change change = new Change(from, text.text(from, to), put, cursor, group);
        Position end = text.replace(from, to, put);
        for (Change forgotten : undone) {
            kept -= forgotten.size();
        }
        undone.clear();
        saved = saved > number ? -1 : saved;
        if (isClosed || saved == number || !join(change)) {
            push(change);
        }
        isClosed = false;
        return end;
    }

    private void push(Change change) {
        number = done.isEmpty() || done.peek().group() != change.group() ? number + 1 : number;
        done.push(change);
        kept += change.size();
        while (kept > MOST_CHARACTERS && !done.isEmpty()) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        int oldest = done.peekLast().group();
        while (!done.isEmpty() && done.peekLast().group() == oldest) {
            kept -= done.removeLast().size();
        }
    }

    /** Makes a change part of the one before if it goes on with it. */
    private boolean join(Change next) {
        Change last = done.peek();
        if (last == null || next.put.indexOf('\n') >= 0 || next.removed.indexOf('\n') >= 0 || last.from.line() != next.from.line() || last.group == next.group) {
            return false;
        }
        Change joined;
        if (next.removed.isEmpty() && last.removed.isEmpty() && next.from.column() == last.from.column() + last.put.length()) {
            joined = new Change(last.from, "", last.put + next.put, last.cursor, last.group);
        } else if (next.put.isEmpty() && last.put.isEmpty() && next.from.column() + next.removed.length() == last.from.column()) {
            joined = new Change(next.from, next.removed + last.removed, "", last.cursor, last.group);
        } else if (next.put.isEmpty() && last.put.isEmpty() && next.from.equals(last.from)) {
            joined = new Change(last.from, last.removed + next.removed, "", last.cursor, last.group);
        } else {
            return false;
        }
        kept += joined.size() - last.size();
        done.pop();
        done.push(joined);
        return true;
    }

    /** What comes next is a change of its own. */
    void close() {
        isClosed = true;
    }

    /** Takes the last change back. @return where the cursor was before it; null if there is none */
    Position undo() {
        Position cursor = null;
        int group = done.isEmpty() ? 0 : done.peek().group();
        while (!done.isEmpty() && done.peek().group() == group) {
            Change change = done.pop();
            text.replace(change.from, endOf(change.from, change.put), change.removed);
            undone.push(change);
            cursor = change.cursor;
        }
        number -= cursor == null ? 0 : 1;
        isClosed = true;
        return cursor;
    }

    /** Makes the last change that was taken back again. @return where the cursor is after it; null if there is none */
    Position redo() {
        Position cursor = null;
        int group = undone.isEmpty() ? 0 : undone.peek().group();
        while (!undone.isEmpty() && undone.peek().group() == group) {
            Change change = undone.pop();
            cursor = text.replace(change.from, endOf(change.from, change.removed), change.put);
            done.push(change);
        }
        number += cursor == null ? 0 : 1;
        isClosed = true;
        return cursor;
    }

    private static Position endOf(Position from, String put) {
        int lines = 0;
        int start = 0;
        for (int end = put.indexOf('\n'); end >= 0; end = put.indexOf('\n', start)) {
            lines++;
            start = end + 1;
        }
        return new Position(from.line() + lines, lines == 0 ? from.column() + put.length() : put.length() - start);
    }

    /** The text is saved as it is now. */
    void noteSaved() {
        saved = number;
        isClosed = true;
    }

    boolean areSaved() {
        return saved == number;
    }
}
