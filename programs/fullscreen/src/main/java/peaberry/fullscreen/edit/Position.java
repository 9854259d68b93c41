package peaberry.fullscreen.edit;

/**
 * A place in a text, before a character or at a line's end.
 *
 * @param line   from 0
 * @param column index into the line, from 0
 */
record Position(int line, int column) implements Comparable<Position> {

    static final Position START = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }

    boolean isBefore(Position other) {
        return compareTo(other) < 0;
    }
}
