package peaberry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.shell.LineEditor.Event;
import peaberry.standin.Texts;

class LineEditorTest {

    private static final int CTRL_A = 1;
    private static final int CTRL_B = 2;
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int CTRL_E = 5;
    private static final int CTRL_K = 11;
    private static final int CTRL_L = 12;
    private static final int CTRL_U = 21;
    private static final int CTRL_W = 23;

    private final LineEditor editor = new LineEditor("> ");

    @BeforeEach
    void showFirstPrompt() {
        editor.begin();
        assertEquals("> ", echo());
    }

    @Test
    void typedCharactersMakeTheLineAndAreEchoed() {
        type("echo ä😀");
        assertEquals("echo ä😀", line());
        assertEquals("echo ä😀", echo());
    }

    @Test
    void enterFinishesTheLine() {
        type("ps");
        assertEquals(Event.FINISHED, editor.press(Key.ENTER));
        assertEquals("ps\n", echo());
    }

    @Test
    void backspaceDeletesTheCharacterBeforeTheCursor() {
        type("aä😀");
        press(Key.BACKSPACE);
        assertEquals("aä", line());
        press(Key.RUBOUT, Key.RUBOUT, Key.RUBOUT);
        assertEquals("", line());
    }

    @Test
    void charactersAreInsertedAtTheCursor() {
        type("ac");
        press(Key.LEFT);
        type("b");
        assertEquals("abc", line());
        press(Key.HOME, Key.LEFT);
        type("x");
        press(Key.END, Key.RIGHT);
        type("y");
        assertEquals("xabcy", line());
    }

    @Test
    void controlKeysMoveAsTheCursorKeysDo() {
        type("bd");
        press(CTRL_A);
        type("a");
        press(CTRL_E, CTRL_B);
        type("c");
        assertEquals("abcd", line());
    }

    @Test
    void deleteTakesTheCharacterUnderTheCursor() {
        type("abc");
        press(Key.HOME, Key.DELETE);
        assertEquals("bc", line());
        assertEquals(Event.NONE, editor.press(CTRL_D));
        assertEquals("c", line());
        press(Key.END, Key.DELETE, CTRL_D);
        assertEquals("c", line());
    }

    @Test
    void controlKDeletesToTheEnd() {
        type("kill serial");
        for (int i = 0; i < 7; i++) {
            press(Key.LEFT);
        }
        press(CTRL_K);
        assertEquals("kill", line());
    }

    @Test
    void controlUDeletesToTheStart() {
        type("kill serial");
        press(Key.LEFT, CTRL_U);
        assertEquals("l", line());
    }

    @Test
    void controlWDeletesTheWordBeforeTheCursor() {
        type("kill serial  ");
        press(CTRL_W);
        assertEquals("kill ", line());
        press(CTRL_W, CTRL_W);
        assertEquals("", line());
    }

    @Test
    void controlCAbandonsTheLine() {
        type("kill serial");
        assertEquals(Event.ABANDONED, editor.press(CTRL_C));
        editor.begin();
        assertEquals("", line());
        press(Key.UP);
        assertEquals("", line());
    }

    @Test
    void controlDOnAnEmptyLineEndsTheInput() {
        assertEquals(Event.END_OF_INPUT, editor.press(CTRL_D));
    }

    @Test
    void controlLDrawsTheLineOnAnEmptyScreen() {
        type("ps");
        echo();
        press(CTRL_L);
        assertEquals("\u001b[H\u001b[2J\r> ps\u001b[K", echo());
        assertEquals("ps", line());
    }

    @Test
    void otherControlKeysDoNothingAndShowNothing() {
        type("ps");
        echo();
        press(0, 7, 9, 27, 31, 0x80, 0x9B, 0x9F);
        assertEquals("ps", line());
        assertEquals("", echo());
    }

    @Test
    void editingInTheMiddleDrawsTheRowAgain() {
        type("ac");
        press(Key.LEFT);
        echo();
        type("b");
        assertEquals("\r> abc\u001b[K\r> ab", echo());
    }

    @Test
    void aLongLineIsDrawnAroundTheCursor() {
        type("x".repeat(200));
        echo();
        press(Key.LEFT);
        String drawn = echo();
        assertTrue(drawn.codePoints().filter(c -> c == 'x').count() <= 2 * LineEditor.ROW, drawn);
        press(Key.HOME);
        assertEquals("\r> " + "x".repeat(LineEditor.ROW) + "\u001b[K\r> ", echo());
    }

    @Test
    void upAndDownWalkThroughTheHistoryAndBackToTheDraft() {
        enter("one");
        enter("two");
        type("dra");
        press(Key.UP);
        assertEquals("two", line());
        press(Key.UP, Key.UP);
        assertEquals("one", line());
        press(Key.DOWN);
        assertEquals("two", line());
        press(Key.DOWN, Key.DOWN);
        assertEquals("dra", line());
        type("ft");
        assertEquals("draft", line());
    }

    @Test
    void aRecalledLineCanBeEditedWithoutChangingTheHistory() {
        enter("echo a");
        press(Key.UP, Key.BACKSPACE);
        type("b");
        press(Key.ENTER);
        editor.begin();
        press(Key.UP, Key.UP);
        assertEquals("echo a", line());
    }

    @Test
    void aLineOfTheGreatestLengthIsWhole() {
        type("y".repeat(Line.MAX_LENGTH));
        assertEquals(0, editor.excess());
        assertEquals(Line.MAX_LENGTH, line().length());
    }

    @Test
    void charactersBeyondTheGreatestLengthAreCounted() {
        typeLong("z".repeat(10_000));
        assertEquals(10_000 - Line.MAX_LENGTH, editor.excess());
        assertEquals(Line.MAX_LENGTH, line().length());
        press(Key.BACKSPACE);
        assertEquals(10_000 - Line.MAX_LENGTH - 1, editor.excess());
        assertEquals(Event.FINISHED, editor.press(Key.ENTER));
        editor.begin();
        assertEquals(0, editor.excess());
        press(Key.UP);
        assertEquals("", line());
    }

    @Test
    void emptyingTheLineForgetsTheExcess() {
        typeLong("z".repeat(2_000));
        press(CTRL_U);
        type("ps");
        assertEquals("ps", line());
        assertEquals(0, editor.excess());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsPressedTheLineStaysInItsBounds(long seed) {
        Random random = new Random(seed);
        int[] keys = {'a', ' ', 0x20AC, Key.UP, Key.DOWN, Key.LEFT, Key.RIGHT, Key.HOME, Key.END, Key.DELETE,
            Key.BACKSPACE, Key.RUBOUT, CTRL_A, CTRL_D, CTRL_E, CTRL_K, CTRL_U, CTRL_W, CTRL_L, Key.ENTER, 0, 27};
        for (int i = 0; i < 50_000; i++) {
            int key = random.nextInt(3) > 0 ? 'a' + random.nextInt(26) : keys[random.nextInt(keys.length)];
            if (editor.press(key) != Event.NONE) {
                editor.begin();
            }
            assertTrue(editor.line().length() <= Line.MAX_LENGTH);
            assertTrue(!editor.echo().isTruncated());
            editor.echo().clear();
        }
    }

    private void type(String text) {
        text.codePoints().forEach(editor::press);
    }

    private void typeLong(String text) {
        text.codePoints().forEach(character -> {
            editor.press(character);
            editor.echo().clear();
        });
    }

    private void enter(String text) {
        type(text);
        press(Key.ENTER);
        editor.begin();
    }

    private void press(int... keys) {
        for (int key : keys) {
            editor.press(key);
        }
    }

    private String line() {
        return Lines.string(editor.line());
    }

    private String echo() {
        String shown = Texts.string(editor.echo());
        editor.echo().clear();
        return shown;
    }
}
