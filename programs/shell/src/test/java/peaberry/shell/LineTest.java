package peaberry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.runtime.Text;
import peaberry.standin.Texts;

class LineTest {

    @ParameterizedTest
    @CsvSource({"'',0", "'   ',0", "a,1", "' a  bc ',2", "a b c,3"})
    void blanksSeparateWords(String text, int words) {
        assertEquals(words, Lines.of(text).words());
    }

    @Test
    void wordsHaveStartAndEnd() {
        Line line = Lines.of("  kill  serial");
        assertEquals(2, line.startOf(0));
        assertEquals(6, line.endOf(0));
        assertEquals(8, line.startOf(1));
        assertEquals(14, line.endOf(1));
    }

    @Test
    void aWordThatIsNotThereIsEmpty() {
        Line line = Lines.of("one");
        assertEquals(3, line.startOf(1));
        assertEquals(3, line.endOf(1));
        assertFalse(line.wordIs(1, "one"));
    }

    @Test
    void wordsAreComparedWhole() {
        Line line = Lines.of("kill serial");
        assertTrue(line.wordIs(0, "kill"));
        assertFalse(line.wordIs(0, "kil"));
        assertFalse(line.wordIs(0, "kills"));
        assertTrue(line.wordIs(1, "serial"));
    }

    @ParameterizedTest
    @CsvSource({"s 0,0", "s 99,99", "s 100,-1", "s 99999999999999999999,-1", "s -1,-1", "s 1x,-1", "s,-1", "s 007,7"})
    void numbersAreDigitsAloneAndInRange(String text, int expected) {
        assertEquals(expected, Lines.of(text).numberAt(1, 99));
    }

    @Test
    void charactersOutsideOfAsciiAreKept() {
        Line line = Lines.of("echo größe 😀");
        assertEquals(3, line.words());
        assertEquals("😀", Texts.string(line.appendWordTo(new Text(10), 2)));
    }

    @Test
    void insertAndDeleteWorkInTheMiddle() {
        Line line = Lines.of("acd");
        line.insert(1, 'b');
        assertEquals("abcd", Lines.string(line));
        line.delete(1, 3);
        assertEquals("ad", Lines.string(line));
    }

    @Test
    void aLineIsFullWithItsLastCharacter() {
        Line line = Lines.of("x".repeat(Line.MAX_LENGTH - 1));
        assertFalse(line.isFull());
        line.insert(0, 'y');
        assertTrue(line.isFull());
        assertEquals(Line.MAX_LENGTH, line.endOf(0));
    }
}
