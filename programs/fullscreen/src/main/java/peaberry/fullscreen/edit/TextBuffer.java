package peaberry.fullscreen.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as lines: one at least, and one more than it has line feeds. There is one way to change it, {@link #replace}.
 *
 * <p>Positions given to it are in the text, and no position is between the two halves of a character.
 */
final class TextBuffer {

    private final List<String> lines = new ArrayList<>();

    TextBuffer() {
        lines.add("");
    }

    int lineCount() {
        return lines.size();
    }

    String line(int line) {
        return lines.get(line);
    }

    Position end() {
        return new Position(lines.size() - 1, lines.getLast().length());
    }

    /** Adds a line at the end, while a text is read: the first one is there already. */
    void append(String line) {
        lines.add(line);
    }

    /** Drops the last character of each line, while a text is read. */
    void dropLastCharacters() {
        lines.replaceAll(line -> line.substring(0, line.length() - 1));
    }

    /** What is between two positions, with line feeds between lines. */
    String text(Position from, Position to) {
        if (from.line() == to.line()) {
            return lines.get(from.line()).substring(from.column(), to.column());
        }
        StringBuilder text = new StringBuilder(lines.get(from.line()).substring(from.column()));
        for (int line = from.line() + 1; line < to.line(); line++) {
            text.append('\n').append(lines.get(line));
        }
        return text.append('\n').append(lines.get(to.line()), 0, to.column()).toString();
    }

    /** Puts a text in place of what is between two positions. @return behind it */
    Position replace(Position from, Position to, String text) {
        String before = lines.get(from.line()).substring(0, from.column());
        String behind = lines.get(to.line()).substring(to.column());
        List<String> put = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            put.add(text.substring(start, end));
            start = end + 1;
        }
        String last = text.substring(start);
        int column = put.isEmpty() ? from.column() + last.length() : last.length();
        put.add(last + behind);
        put.set(0, before + put.getFirst());
        lines.subList(from.line(), to.line() + 1).clear();
        lines.addAll(from.line(), put);
        return new Position(from.line() + put.size() - 1, column);
    }

    /** The next position of a text within a line, from a position on; null if there is none until the end. */
    Position find(String text, Position from) {
        for (int line = from.line(); line < lines.size(); line++) {
            int column = lines.get(line).indexOf(text, line == from.line() ? from.column() : 0);
            if (column >= 0) {
                return new Position(line, column);
            }
        }
        return null;
    }

    /** The position before a character, or at the end of the line before; the same at the start. */
    Position before(Position position) {
        if (position.column() > 0) {
            return new Position(position.line(), lines.get(position.line()).offsetByCodePoints(position.column(), -1));
        }
        return position.line() == 0 ? position : new Position(position.line() - 1, lines.get(position.line() - 1).length());
    }

    /** The position behind a character, or at the start of the next line; the same at the end. */
    Position behind(Position position) {
        String line = lines.get(position.line());
        if (position.column() < line.length()) {
            return new Position(position.line(), line.offsetByCodePoints(position.column(), 1));
        }
        return position.line() + 1 == lines.size() ? position : new Position(position.line() + 1, 0);
    }
}
