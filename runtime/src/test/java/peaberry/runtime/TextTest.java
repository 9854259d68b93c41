package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private final Text text = new Text(40);

    @Test
    void stringsAreEncodedInUtf8() {
        assertEquals("aä€😀", string(text.append("aä€😀")));
    }

    @Test
    void aLoneSurrogateBecomesTheReplacementCharacter() {
        assertEquals("\uFFFD.", string(text.append("\uD83D.")));
        assertEquals("\uFFFD", string(text.clear().append("\uDE00")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x110000, 0xD800, 0xDFFF})
    void whatIsNoCharacterBecomesTheReplacementCharacter(int number) {
        assertEquals("\uFFFD", string(text.appendCodePoint(number)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -1, 99, 100, 1234567890123L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1000000000000000000L})
    void decimalIsWhatTheJdkPrints(long value) {
        assertEquals(Long.toString(value), string(text.decimal(value)));
        assertEquals(Long.toString(value).length(), Text.digits(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 0xABCDEF, -1, Long.MIN_VALUE})
    void hexIsWhatTheJdkPrints(long value) {
        assertEquals("0x" + Long.toHexString(value), string(text.hex(value)));
    }

    @Test
    void aPartOfATextIsAppended() {
        Text other = new Text(10).append("aä€");
        assertEquals("ä", string(text.append(other, 1, 3)));
        assertEquals("ä€", string(text.append(other, 3, 6)));
        assertEquals("ä€", string(text.append(other, 6, 6)));
        assertThrows(IndexOutOfBoundsException.class, () -> text.append(other, 3, 7));
        assertThrows(IndexOutOfBoundsException.class, () -> text.append(other, -1, 1));
        assertEquals("ä€", string(text));
    }

    @Test
    void decimalFillsUpWithZeros() {
        assertEquals("007", string(text.decimal(7, 3)));
        assertEquals("1234", string(text.clear().decimal(1234, 3)));
    }

    @Test
    void decimalRightAlignsAndKeepsNumbersThatAreTooWide() {
        assertEquals("  42", string(text.decimalRight(42, 4)));
        assertEquals("12345", string(text.clear().decimalRight(12345, 4)));
    }

    @Test
    void thousandthsHaveThreePlaces() {
        assertEquals("1.007", string(text.thousandths(1007)));
        assertEquals("0.000", string(text.clear().thousandths(0)));
    }

    @Test
    void padCountsCharactersOfTheCurrentLine() {
        assertEquals("x\nä  .", string(text.append("x\nä").padTo(3).append(".")));
    }

    @Test
    void whatDoesNotFitIsLeftOutAndSaidSo() {
        Text small = new Text(5);
        assertEquals("abcde", string(small.append("abcde")));
        assertFalse(small.isTruncated());
        assertEquals("abcde...", string(small.append("f").append("g")));
        assertTrue(small.isTruncated());
    }

    @Test
    void aCharacterIsNeverCutInTwo() {
        assertEquals("abcd...", string(new Text(5).append("abcd€")));
    }

    @Test
    void paddingOfATruncatedTextEnds() {
        assertEquals("ab   ...", string(new Text(5).append("ab").padTo(1_000_000)));
    }

    @Test
    void clearedTextIsLikeNew() {
        Text small = new Text(2);
        small.append("abc").clear();
        assertEquals("ok", string(small.append("ok")));
    }

    @Test
    void textsAreTheSameIfTheirBytesAre() {
        assertTrue(new Text(4).append("ab").sameAs(new Text(9).append("ab")));
        assertFalse(new Text(4).append("ab").sameAs(new Text(9).append("abc")));
        assertFalse(new Text(4).append("ab").sameAs(new Text(9).append("ac")));
    }

    private static String string(Text text) {
        return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
    }
}
