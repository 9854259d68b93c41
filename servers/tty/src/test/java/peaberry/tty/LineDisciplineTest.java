package peaberry.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.stream.TerminalControl.Mode;
import peaberry.tty.LineDiscipline.Event;

class LineDisciplineTest {

    private static final String CTRL_C = "\3";
    private static final String CTRL_D = "\4";
    private static final String CTRL_U = "\25";
    private static final String CTRL_W = "\27";
    private static final String CTRL_Z = "\32";
    private static final long SEED = 7;
    private static final int KEYS = 100_000;

    private final LineDiscipline discipline = new LineDiscipline();

    /** @return the last event */
    private Event type(String keys) {
        Event last = Event.NONE;
        for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
            last = discipline.type(key & 0xFF);
        }
        return last;
    }

    private String shown() {
        byte[] bytes = new byte[discipline.echo.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = discipline.echo.byteAt(i);
        }
        discipline.echo.clear();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What is read next, to the end of the line. */
    private String read() {
        int left = discipline.next();
        byte[] bytes = new byte[left];
        for (int i = 0; i < left; i++) {
            bytes[i] = (byte) discipline.byteAt(i);
        }
        if (left > 0) {
            discipline.take(left);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aLineIsShownAndReadWhenItIsFinished() {
        assertEquals(Event.NONE, type("ls"));
        assertFalse(discipline.isReadable());
        assertEquals(Event.READABLE, type("\r"));
        assertEquals("ls\n", shown());
        assertEquals("ls\n", read());
        assertFalse(discipline.isReadable());
    }

    @Test
    void linesWaitInTheirOrder() {
        type("one\rtwo\n");
        assertEquals("one\n", read());
        assertEquals("two\n", read());
    }

    @Test
    void whatWasTypedCanBeTakenBack() {
        type("abc\b\177");
        assertEquals("abc\b \b\b \b", shown());
        type("\b\b\b");
        assertEquals("\b \b", shown());
        type("echo one  two " + CTRL_W + "2\r");
        assertEquals("echo one  2\n", read());
        type("nonsense" + CTRL_U + "sense\r");
        assertEquals("sense\n", read());
    }

    @Test
    void aCharacterOfSeveralBytesGoesAtOnce() {
        type("aé€\b\b\r");
        assertEquals("aé€\b \b\b \b\n", shown());
        assertEquals("a\n", read());
    }

    @Test
    void controlCharactersAreShownAsSuch() {
        type("\33[A\b\t\r");
        assertEquals("^[[A\b \b\t\n", shown());
        assertEquals("\33[\t\n", read());
        type("\33\b");
        assertEquals("^[\b \b\b \b", shown());
    }

    @Test
    void theEndIsAtTheStartOfALineAndOtherwiseFinishesIt() {
        assertEquals(Event.READABLE, type(CTRL_D));
        assertTrue(discipline.isReadable());
        assertEquals("", read());
        assertFalse(discipline.isReadable());
        type("half" + CTRL_D);
        assertEquals("half", read());
        assertFalse(discipline.isReadable());
    }

    @Test
    void interruptingDiscardsTheLine() {
        assertEquals(Event.INTERRUPT, type("rm all" + CTRL_C));
        assertEquals("rm all^C\n", shown());
        assertFalse(discipline.isReadable());
        assertEquals(Event.STOP, type("rm all" + CTRL_Z));
        type("ls\r");
        assertEquals("ls\n", read());
    }

    @Test
    void keysComeAsTheyAreTyped() {
        type("half");
        shown();
        discipline.setMode(Mode.KEYS);
        assertEquals("half", read());
        assertEquals(Event.READABLE, type(CTRL_C));
        type("\r\177");
        assertEquals("", shown());
        assertEquals(CTRL_C + "\r\177", read());
        type("x".repeat(LineDiscipline.MAX_LINE));
        assertEquals("x".repeat(LineDiscipline.MAX_LINE), read());
        discipline.setMode(Mode.LINES);
        type("x\b\r");
        assertEquals("\n", read());
    }

    @Test
    void keysCanLeaveCtrlCWhatItIs() {
        discipline.setMode(Mode.INTERRUPTIBLE_KEYS);
        type("q");
        assertEquals(Event.INTERRUPT, type(CTRL_C));
        assertEquals("^C\n", shown());
        type("x");
        assertEquals("qx", read());
    }

    @Test
    void anotherModeIsNoEnd() {
        discipline.setMode(Mode.KEYS);
        assertFalse(discipline.isReadable());
        discipline.setMode(Mode.LINES);
        assertFalse(discipline.isReadable());
    }

    @Test
    void aLineHasAnEndHoweverLongItIs() {
        type("x".repeat(3 * LineDiscipline.MAX_LINE));
        type("\r");
        String line = read();
        assertEquals(LineDiscipline.MAX_LINE, line.length());
        assertTrue(line.endsWith("x\n"));
    }

    @Test
    void whatNobodyReadsIsLostAndWhatComesAfterItIsWhole() {
        for (int line = 0; line < LineDiscipline.MAX_WAITING; line++) {
            type("0123456789\r");
            shown();
        }
        while (discipline.isReadable()) {
            assertEquals("0123456789\n", read());
        }
        type("after\r");
        assertEquals("after\n", read());
    }

    @Test
    void anyKeysLeaveItSound() {
        Random random = new Random(SEED);
        for (int key = 0; key < KEYS; key++) {
            discipline.type(random.nextInt(256));
            shown();
            if (random.nextInt(16) == 0) {
                discipline.setMode(Mode.values()[random.nextInt(Mode.values().length)]);
            }
            while (random.nextBoolean() && discipline.isReadable()) {
                read();
            }
        }
        while (discipline.isReadable()) {
            read();
        }
        discipline.setMode(Mode.LINES);
        type(CTRL_U + "sound\r");
        assertEquals("sound\n", read(), "seed " + SEED);
    }
}
