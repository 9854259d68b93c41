package peaberry.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Vt100Test {

    private static final String CSI = "\u001b[";

    private final FakeVideo video = new FakeVideo();
    private final Page page = new Page();
    private final Display display = new Display(video.registers, video.memory);
    private final Vt100 terminal = new Vt100(page);

    @BeforeEach
    void start() {
        display.start(page);
    }

    @Test
    void linesAreUnderOneAnother() {
        assertEquals("one\ntwo", shown("one\r\ntwo"));
    }

    @Test
    void aLineFeedAloneKeepsTheColumn() {
        assertEquals("one\n   two", shown("one\ntwo"));
    }

    @Test
    void aBackspaceStopsAtTheStartOfTheRow() {
        assertEquals("bc", shown("a\b\b\bbc"));
    }

    @Test
    void aTabGoesToTheNextMultipleOfEight() {
        assertEquals("a       b       c", shown("a\tb\tc"));
        assertEquals("last".repeat(19) + "   x", shown("\r" + "last".repeat(19) + "\t\t\tx").lines().findFirst().orElseThrow());
    }

    @Test
    void aLongLineGoesOnInTheNextRow() {
        assertEquals("x".repeat(80) + "\nyz", shown("x".repeat(80) + "yz"));
    }

    @Test
    void thePageMovesUpAtItsEnd() {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 27; line++) {
            text.append("line ").append(line).append(line < 27 ? "\r\n" : "");
        }
        String shown = shown(text.toString());
        assertTrue(shown.startsWith("line 3\n") && shown.endsWith("\nline 27"), shown);
        assertEquals(24 * 80 + 7, video.cursor());
    }

    @Test
    void theLastCellOfThePageMovesItUp() {
        assertEquals("x", shown(CSI + "25;80Hx").strip());
        assertEquals('x', (char) (page.at(24 * 80 - 1) & 0xFF));
        assertEquals(24 * 80, video.cursor());
    }

    @Test
    void theShellsEditorDrawsItsLineAgain() {
        assertEquals("peaberry> helo\n", shown("peaberry> hello\rpeaberry> helo" + CSI + "K\rpeaberry> hel\r\n") + "\n");
        assertEquals("peaberry> ", shown(CSI + "H" + CSI + "2J\rpeaberry> " + CSI + "K") + " ");
        assertEquals(10, video.cursor());
    }

    @Test
    void rowsAreErasedToTheirEndFromTheirStartAndAltogether() {
        assertEquals("ab\nx", shown("abcd\r\nx\u001b[A\u001b[C\u001b[K"));
        assertEquals("   d\nx", shown(CSI + "H" + CSI + "2Jabcd\r\nx" + CSI + "1;3H" + CSI + "1K"));
        assertEquals("\nx", shown(CSI + "2K"));
    }

    @Test
    void thePageIsErasedToItsEndFromItsStartAndAltogether() {
        assertEquals("one\nt", shown("one\r\ntwo\r\nthree" + CSI + "2;2H" + CSI + "J"));
        assertEquals("\n  o\nthree", shown(CSI + "Hone\r\ntwo\r\nthree" + CSI + "2;2H" + CSI + "1J"));
        assertEquals("", shown(CSI + "2J"));
    }

    @Test
    void theCursorMovesAndStaysOnThePage() {
        shown(CSI + "10;20H");
        assertEquals(9 * 80 + 19, video.cursor());
        shown(CSI + "2A" + CSI + "3D" + CSI + "B" + CSI + "0C");
        assertEquals(8 * 80 + 17, video.cursor());
        shown(CSI + "999A" + CSI + "999D");
        assertEquals(0, video.cursor());
        shown(CSI + "99999999999999;99999999999999f");
        assertEquals(24 * 80 + 79, video.cursor());
    }

    @Test
    void coloursAreThoseOfTheDevice() {
        shown("a" + CSI + "31mb" + CSI + "1;34;42mc" + CSI + "7md" + CSI + "22;27;39;49me" + CSI + "93mf" + CSI + "mg");
        assertEquals(FakeVideo.PLAIN, video.colours(0, 0));
        assertEquals(0x04, video.colours(0, 1));
        assertEquals(0x29, video.colours(0, 2));
        assertEquals(0x1A, video.colours(0, 3));
        assertEquals(FakeVideo.PLAIN, video.colours(0, 4));
        assertEquals(0x0E, video.colours(0, 5));
        assertEquals(FakeVideo.PLAIN, video.colours(0, 6));
    }

    @Test
    void whatIsNotKnownVanishes() {
        assertEquals("abc", shown("a" + CSI + "?25l" + CSI + "5n" + CSI + "1;2;3;4;5;6;7;8;9;10;11;12q" + CSI + "38;5;1mb\u001b7\u001bMc\u0000\u0007\u007f"));
    }

    @Test
    void anEscapeEndsWhatWasBegun() {
        assertEquals("ab", shown("a" + CSI + "12;" + CSI + "mb"));
        assertEquals("abx", shown(CSI + "3\u0018x\rab"));
    }

    @Test
    void controlCharactersCountInsideOfASequence() {
        assertEquals("a\nb", shown("a" + CSI + "1\r\nmb"));
    }

    @Test
    void aCharacterBeyondAsciiTakesOneCell() {
        assertEquals("a\u00feb\u00fec", shown("a\u00e4b\u20acc"));
    }

    @Test
    void whateverComesTheCursorStaysOnThePage() {
        long seed = Long.getLong("peaberry.random.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            terminal.take(random.nextInt(3) == 0 ? "\u001b[;0123ABCDHJKm".charAt(random.nextInt(15)) : random.nextInt(256));
            assertTrue(page.cursor() >= 0 && page.cursor() < Page.CELLS, "seed " + seed + ", byte " + i);
        }
        terminal.take(0x18);
        assertEquals("sane", shown(CSI + "m" + CSI + "H" + CSI + "2Jsane"));
    }

    private String shown(String text) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            terminal.take(each & 0xFF);
        }
        display.show(page);
        return video.text();
    }
}
