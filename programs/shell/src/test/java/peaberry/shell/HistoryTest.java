package peaberry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @Test
    void linesAreKeptInOrder() {
        add("one", "two", "three");
        assertEquals("one two three", all());
    }

    @Test
    void emptyLinesAndRepetitionsAreNotKept() {
        add("one", "", "  ", "one", "two", "one");
        assertEquals("one two one", all());
    }

    @Test
    void theOldestOfTooManyIsForgotten() {
        for (int i = 0; i < History.MAX_LINES + 2; i++) {
            add("line" + i);
        }
        assertEquals(History.MAX_LINES, history.size());
        assertEquals("line2", entry(0));
        assertEquals("line" + (History.MAX_LINES + 1), entry(History.MAX_LINES - 1));
    }

    @Test
    void longLinesPushTheOldestOut() {
        add("first");
        for (char letter = 'a'; letter <= 'd'; letter++) {
            add(String.valueOf(letter).repeat(Line.MAX_LENGTH));
        }
        assertEquals(4, history.size());
        assertEquals("a".repeat(Line.MAX_LENGTH), entry(0));
        add("e".repeat(Line.MAX_LENGTH));
        assertEquals("b".repeat(Line.MAX_LENGTH), entry(0));
        assertEquals("e".repeat(Line.MAX_LENGTH), entry(3));
    }

    private void add(String... lines) {
        for (String line : lines) {
            history.add(Lines.of(line));
        }
    }

    private String entry(int index) {
        Line line = new Line();
        history.get(index, line);
        return Lines.string(line);
    }

    private String all() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < history.size(); i++) {
            all.append(i == 0 ? "" : " ").append(entry(i));
        }
        return all.toString();
    }
}
