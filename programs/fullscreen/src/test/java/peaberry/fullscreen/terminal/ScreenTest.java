package peaberry.fullscreen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.standin.TerminalModel;

/** What a terminal shows after updates. */
class ScreenTest {

    private static final long SEED = 6;
    private static final String[] PIECES = {"a", "word", " ", "  ", "世界", "ä", "e\u0301", "x世", "1234567890", "           "};

    private final Screen screen = new Screen(5, 16);
    private final TerminalModel terminal = new TerminalModel(5, 16);

    @Test
    void whatIsPutIsShown() {
        screen.put(0, 0, "first", Style.PLAIN);
        screen.put(2, 10, "right side", Style.INVERSE);
        screen.setCursor(2, 3);
        terminal.take(screen.update());
        assertEquals("first\n\n          right", terminal.text());
        assertEquals("right ", terminal.inverse(2));
        assertEquals(2, terminal.cursorRow());
        assertEquals(3, terminal.cursorColumn());
        assertTrue(terminal.isOrderly());
    }

    @Test
    void theLastCellIsNotWrittenSinceThatMightScroll() {
        for (int row = 0; row < 5; row++) {
            screen.put(row, 0, "0123456789abcdef", Style.PLAIN);
        }
        terminal.take(screen.update());
        assertEquals("0123456789abcdef", terminal.row(0));
        assertEquals("0123456789abcde", terminal.row(4));
    }

    @Test
    void whatIsAsItShouldBeIsNotWrittenAgain() {
        screen.put(0, 0, "0123456789", Style.PLAIN);
        terminal.take(screen.update());
        int nothing = screen.update().length();
        screen.put(0, 4, "x", Style.PLAIN);
        String update = screen.update();
        assertEquals(nothing + "\033[1;5Hx".length(), update.length());
        terminal.take(update);
        assertEquals("0123x56789", terminal.row(0));
    }

    /** Any picture after any other one, the terminal disturbed now and then by somebody else. */
    @Test
    void anyPictureIsShown() {
        Random random = new Random(SEED);
        for (int round = 0; round < 3000; round++) {
            screen.clear();
            TerminalModel wanted = new TerminalModel(5, 16);
            for (int row = 0; row < 5; row++) {
                int column = 0;
                StringBuilder all = new StringBuilder();
                while (column < 15) {
                    String piece = PIECES[random.nextInt(PIECES.length)];
                    if (column + Glyph.width(piece, piece.length()) > 15) {
                        break;
                    }
                    int style = random.nextInt(4) == 0 ? Style.INVERSE : Style.PLAIN;
                    column = screen.put(row, column, piece, style);
                    all.append(style == Style.PLAIN ? "\033[0m" : "\033[7m").append(piece);
                }
                wanted.take("\033[" + (row + 1) + ";1H" + all + "\033[m");
            }
            if (random.nextInt(10) == 0) {
                terminal.take("\033[3;3Hnoise\n\n");
                screen.forget();
            }
            terminal.take(screen.update());
            for (int row = 0; row < 5; row++) {
                assertEquals(wanted.row(row), terminal.row(row), "seed " + SEED + " round " + round);
                assertEquals(wanted.inverse(row), terminal.inverse(row), "seed " + SEED + " round " + round);
            }
        }
    }
}
