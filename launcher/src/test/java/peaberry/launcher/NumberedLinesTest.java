package peaberry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedLinesTest {

    private static final String FIRST = "~ 00000001 bcdefghijklmnopqrstuvwxyza";
    private static final String SECOND = "~ 00000002 cdefghijklmnopqrstuvwxyzab";
    private static final String FOURTH = "~ 00000004 efghijklmnopqrstuvwxyzabcd";

    private final NumberedLines lines = new NumberedLines();

    private void expect(int whole, int lost, int doubled, int damaged) {
        assertEquals("FAULTS console.lines.whole %d\nFAULTS console.lines.lost %d\nFAULTS console.lines.doubled %d\nFAULTS console.lines.damaged %d\n"
                .formatted(whole, lost, doubled, damaged), lines.summary());
    }

    @Test
    void linesInTheirOrderAreWhole() {
        assertTrue(lines.takes(FIRST));
        assertTrue(lines.takes(SECOND));
        expect(2, 0, 0, 0);
    }

    @Test
    void aGapIsALoss() {
        lines.takes(FIRST);
        lines.takes(FOURTH);
        expect(2, 2, 0, 0);
    }

    @Test
    void aLineThatComesAgainIsDoubled() {
        lines.takes(FIRST);
        lines.takes(SECOND);
        lines.takes(SECOND);
        expect(2, 0, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~ 00000001 bcdefghijklmnopqrstuvwxyzb", "~ 0000001 bcdefghijklmnopqrstuvwxyza", "0001 bcdefghijk", "abc\u0000def", "\u00e8bc"})
    void aPieceOrAChangedLineIsDamaged(String line) {
        assertTrue(lines.takes(line));
        expect(0, 0, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAULTS injected 100", "fault 7 (stuck loop at 0xfbd): another process failed: clock", "kind                     injected"})
    void whatTheGuestReportsIsNotTaken(String line) {
        assertFalse(lines.takes(line));
        assertEquals("", lines.summary());
    }
}
