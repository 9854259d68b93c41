package peaberry.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.interactive.Editor.Event;
import peaberry.sh.syntax.Parser;

/** Somebody types, and sees what is on the screen. */
class EditorTest {

    private static final String LEFT = "\33[D";
    private static final String RIGHT = "\33[C";
    private static final String UP = "\33[A";
    private static final String DOWN = "\33[B";
    private static final long SEED = 3;
    private static final int KEYS = 6_000;

    private final History history = new History();
    private List<String> words = List.of();
    private final Editor editor = new Editor(history, this::complete, Parser::isIncomplete);
    private final KeyDecoder decoder = new KeyDecoder();
    private Screen screen = new Screen(20, 6);

    EditorTest() {
        history.limit(100);
        editor.resize(20, 6);
    }

    /** The last word becomes one of {@link #words}. */
    private Completion complete(String line) {
        int start = line.lastIndexOf(' ') + 1;
        List<String> fitting = words.stream().filter(word -> word.startsWith(line.substring(start))).toList();
        return new Completion(start, fitting, fitting, " ");
    }

    private void begin() {
        begin("$ ");
    }

    private void begin(String prompt) {
        editor.begin(prompt, "> ");
        screen.print(editor.output());
    }

    /** @return what the last key led to */
    private Event type(String keys) {
        Event event = Event.NONE;
        for (byte each : keys.getBytes(StandardCharsets.UTF_8)) {
            decoder.feed(each & 0xFF);
            for (int key = decoder.next(); key != Key.NONE; key = decoder.next()) {
                event = editor.press(key);
                screen.print(editor.output());
            }
        }
        return event;
    }

    /** What is on the screen, with the cursor's place. */
    private void sees(String text, int row, int column) {
        assertEquals(text, screen.text());
        assertEquals(row + ", " + column, screen.row() + ", " + screen.column());
    }

    @Test
    void whatIsTypedIsSeenAndTyped() {
        begin();
        type("echo hi");
        sees("$ echo hi", 0, 9);
        assertEquals(Event.FINISHED, type("\r"));
        assertEquals("echo hi", editor.text());
        sees("$ echo hi", 1, 0);
    }

    @Test
    void plainTypingPrintsTheCharacterAlone() {
        begin();
        editor.press('a');
        assertEquals("a", editor.output());
        editor.press('b');
        assertEquals("b", editor.output());
    }

    @Test
    void theCursorMovesByCharactersWordsAndToTheEnds() {
        begin();
        type("one two");
        type(LEFT + LEFT + "_");
        sees("$ one t_wo", 0, 8);
        type("\1<\5>");
        sees("$ <one t_wo>", 0, 12);
        type("\33b|");
        sees("$ <one t_|wo>", 0, 10);
        type("\1\33f/");
        sees("$ <one/ t_|wo>", 0, 7);
        type("\2\6\6" + RIGHT);
        assertEquals(9, screen.column());
    }

    @Test
    void partsAreTakenAwayAndBroughtBack() {
        begin();
        type("one two  three\27");
        sees("$ one two", 0, 11);
        type("\27\27\31");
        sees("$ one", 0, 6);
        type("\25x\31");
        sees("$ xone", 0, 7);
        type("\1\13");
        sees("$", 0, 2);
        type("\31\31\33b\33d!");
        sees("$ xone !", 0, 8);
        type("\33\177\10\10ab" + LEFT + "\33[3~c\177");
        sees("$ a", 0, 3);
    }

    @Test
    void charactersAreExchanged() {
        begin();
        type("ab\24");
        sees("$ ba", 0, 4);
        type("cd" + LEFT + LEFT + "\24");
        sees("$ bcad", 0, 5);
        type("\1\24");
        sees("$ bcad", 0, 2);
    }

    @Test
    void wideAndCombinedCharactersAreOne() {
        begin();
        type("a漢e\u0301b");
        sees("$ a漢e\u0301b", 0, 7);
        type(LEFT + LEFT);
        assertEquals(5, screen.column());
        type("\10");
        sees("$ ae\u0301b", 0, 3);
        type("\33[3~");
        sees("$ ab", 0, 3);
        type("\26"); // Ctrl-V does nothing
        sees("$ ab", 0, 3);
    }

    @Test
    void aLineTakesSeveralRows() {
        begin();
        type("0123456789abcdefgh");
        sees("$ 0123456789abcdefgh", 1, 0);
        type("ij");
        sees("$ 0123456789abcdefgh\nij", 1, 2);
        type("\1X");
        sees("$ X0123456789abcdefg\nhij", 0, 3);
        type("\5\10\10\10\10");
        sees("$ X0123456789abcdef", 0, 19);
        type("漢");
        sees("$ X0123456789abcdef\n漢", 1, 2);
    }

    @Test
    void aLineThatIsLongerThanTheScreenShowsWhereTheCursorIs() {
        begin();
        type("x".repeat(200) + "end");
        assertTrue(screen.text().endsWith("end"), screen.text());
        type("\1A");
        assertTrue(screen.text().startsWith("$ Axxx"), screen.text());
        assertEquals(3, screen.column());
        type("\5!");
        assertTrue(screen.text().endsWith("end!"), screen.text());
    }

    @Test
    void aCommandGoesOnUntilItIsComplete() {
        begin();
        assertEquals(Event.NONE, type("if true\r"));
        sees("$ if true\n>", 1, 2);
        assertEquals(Event.NONE, type("then echo 'a\rb'\r"));
        sees("$ if true\n> then echo 'a\n> b'\n>", 3, 2);
        assertEquals(Event.FINISHED, type("fi\r"));
        assertEquals("if true\nthen echo 'a\nb'\nfi", editor.text());
        history.add(editor.text());
        begin();
        type(UP);
        assertEquals("$ if true\n> then echo 'a\n> b'\n> fi", screen.text().substring(screen.text().lastIndexOf('$')));
        type(UP + UP + "\5!");
        assertEquals("if true\nthen echo 'a!\nb'\nfi", editor.text());
    }

    @Test
    void theHistoryIsWalkedAndTheDraftKept() {
        List.of("one", "two", "three").forEach(history::add);
        begin();
        type("draft" + UP + UP);
        sees("$ two", 0, 5);
        type(UP + UP + UP);
        sees("$ one", 0, 5);
        type(DOWN + DOWN + "!" + DOWN);
        sees("$ draft", 0, 7);
        type("\20\20\16");
        sees("$ three", 0, 7);
    }

    @Test
    void theHistoryIsSearched() {
        screen = new Screen(60, 6);
        editor.resize(60, 6);
        List.of("echo one", "ls -l", "echo two", "pwd").forEach(history::add);
        begin();
        type("\22ec");
        sees("(search) 'ec': echo two", 0, 15);
        type("\22");
        sees("(search) 'ec': echo one", 0, 15);
        type("\22");
        sees("(no such line) 'ec': echo one", 0, 21);
        type("\33[F!");
        sees("$ echo one!", 0, 11);
        type("\25\22zz");
        sees("(no such line) 'zz':", 0, 21);
        type("\10\10l\7");
        sees("$", 0, 2);
        type("\22ls");
        assertEquals(Event.FINISHED, type("\r"));
        assertEquals("ls -l", editor.text());
    }

    @Test
    void aTabCompletesAndASecondOneLists() {
        words = List.of("notes.txt", "notes.old", "names");
        begin();
        type("ls n\t");
        sees("$ ls n", 0, 6);
        type("o\t");
        sees("$ ls notes.", 0, 11);
        type("\t");
        sees("$ ls notes.\nnotes.txt  notes.old\n$ ls notes.", 2, 11);
        type("t\t-l");
        assertEquals("$ ls notes.txt -l", screen.row(2));
        type("\r");
        assertEquals("ls notes.txt -l", editor.text());
    }

    @Test
    void controlCGivesUpAndControlDEnds() {
        begin();
        assertEquals(Event.ABANDONED, type("rm all\3"));
        sees("$ rm all^C", 1, 0);
        begin();
        assertEquals(Event.NONE, type("ab" + LEFT + "\4"));
        assertEquals(Event.END_OF_INPUT, type("\10\4"));
    }

    @Test
    void whatIsPastedIsText() {
        begin();
        assertEquals(Event.NONE, type("\33[200~echo a\r\techo b\3\33[201~"));
        sees("$ echo a\n>       echo b", 1, 14);
        assertEquals(Event.FINISHED, type("\r"));
        assertEquals("echo a\n\techo b", editor.text());
    }

    @Test
    void theScreenIsCleared() {
        screen.print("old\r\nold\r\n");
        begin("\33[31m5 \33[0mdir\n$ ");
        type("abc" + LEFT + "\14");
        sees("5 dir\n$ abc", 1, 4);
    }

    /** Whatever is typed, what is seen is what the layout says, and nothing of before is left. */
    @Test
    void whatIsSeenIsWhatIsThere() {
        Random random = new Random(SEED);
        words = List.of("word", "words", "wonder");
        String[] keys = {"a", "b", " ", "漢", "e\u0301", "w", LEFT, RIGHT, UP, DOWN, "\1", "\5", "\10", "\13", "\25", "\27", "\31", "\24", "\t", "\33b", "\33f", "\33d", "\22", "\7", "'", "\r", "\14"};
        for (int round = 0; round < 30; round++) {
            screen = new Screen(20, 12);
            editor.resize(20, 12);
            begin();
            List<String> typed = new ArrayList<>();
            for (int i = 0; i < KEYS / 30; i++) {
                String key = keys[random.nextInt(keys.length)];
                typed.add(key);
                Event event = type(key);
                if (event != Event.NONE || editor.text().length() > 80) {
                    history.add(editor.text().length() > 40 ? "short" : editor.text());
                    screen = new Screen(20, 12);
                    begin();
                    typed.clear();
                }
            }
            type("\7\25");
            int cursor = screen.row();
            type("\14");
            Screen fresh = new Screen(20, 12);
            Screen old = screen;
            screen = fresh;
            editor.press(Key.CONTROL_L);
            screen.print(editor.output());
            assertEquals(screen.text(), old.text(), "seed " + SEED + ", round " + round + ", cursor " + cursor + ", " + typed);
            assertEquals(screen.column(), old.column());
        }
    }
}
