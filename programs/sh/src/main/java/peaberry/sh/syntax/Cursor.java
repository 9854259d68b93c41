package peaberry.sh.syntax;

import java.util.Set;
import java.util.TreeSet;

/**
 * A place in a source's text. It pulls lines as they are needed, so that a command can run before the next one is read,
 * and keeps what it pulled, so that it can go back.
 */
final class Cursor {

    static final int END = -1;

    /** How deep commands and expansions may be nested: the parser calls itself for each. */
    private static final int DEEPEST = 200;

    private final Source source;
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int line;
    private int depth;
    private boolean ended;
    private boolean endsInJoin;
    /** Where {@code $((} was found to be no arithmetic, so that what is nested is not tried again and again. */
    private final Set<Integer> notArithmetic = new TreeSet<>();

    Cursor(Source source, int firstLine, int depth) {
        this.source = source;
        this.line = firstLine;
        this.depth = depth;
    }

    /** A place to come back to. */
    record Mark(int position, int line, int depth) {}

    Mark mark() {
        return new Mark(position, line, depth);
    }

    void backTo(Mark mark) {
        position = mark.position;
        line = mark.line;
        depth = mark.depth;
    }

    int line() {
        return line;
    }

    int depth() {
        return depth;
    }

    /** Enters what may be nested; {@link #leave} ends it. */
    void enter() {
        if (++depth > DEEPEST) {
            throw new SyntaxException(line, "nested too deeply");
        }
    }

    void leave() {
        depth--;
    }

    /** Forgets what was read. No mark is valid any more. */
    void forget() {
        text.delete(0, position);
        notArithmetic.clear();
        position = 0;
    }

    void noteNoArithmetic(Mark place) {
        notArithmetic.add(place.position);
    }

    boolean isKnownAsNoArithmetic(Mark place) {
        return notArithmetic.contains(place.position);
    }

    /** Whether the input ended where its last line was to be joined to another one. */
    boolean endsInJoin() {
        return endsInJoin;
    }

    /** The next character or {@link #END}, with nothing special about it. */
    int peekRaw() {
        while (position == text.length()) {
            String more = ended ? null : source.nextLine();
            if (more == null) {
                ended = true;
                return END;
            }
            text.append(more);
        }
        return text.charAt(position);
    }

    int nextRaw() {
        int character = peekRaw();
        if (character != END) {
            position++;
        }
        if (character == '\n') {
            line++;
        }
        return character;
    }

    /** The next character or {@link #END}, where a backslash before a line feed joins two lines. */
    int peek() {
        while (peekRaw() == '\\') {
            position++;
            boolean joins = peekRaw() == '\n';
            position--;
            if (!joins) {
                return '\\';
            }
            position += 2;
            line++;
            endsInJoin = peekRaw() == END;
        }
        return peekRaw();
    }

    int next() {
        peek();
        return nextRaw();
    }

    /** Goes on if this character is next. */
    boolean accept(char expected) {
        if (peek() != expected) {
            return false;
        }
        next();
        return true;
    }

    /** The next line without its line feed, {@code null} at the end. */
    String nextLine() {
        if (peekRaw() == END) {
            return null;
        }
        StringBuilder read = new StringBuilder();
        int character = nextRaw();
        while (character != END && character != '\n') {
            read.append((char) character);
            character = nextRaw();
        }
        return read.toString();
    }
}
