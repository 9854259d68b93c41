package peaberry.fullscreen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import peaberry.sh.system.TerminalChannel.Mode;

/** What somebody sees who edits a file, and what is in the file then. */
class EditTest {

    private static final long SEED = 6;
    private static final String SAVE = "\023";
    private static final String SAVE_AS = "\017";
    private static final String EXIT = "\030";
    private static final String FIND = "\006";
    private static final String NEXT = "\016";
    private static final String REPLACE = "\022";
    private static final String GO_TO = "\007";
    private static final String CUT = "\013";
    private static final String COPY = "\003";
    private static final String PASTE = "\025";
    private static final String UNDO = "\032";
    private static final String REDO = "\031";

    private final Person person = new Person(12, 80);

    private void edits(String... arguments) {
        assertEquals(0, person.runs("edit", arguments), person.errors());
        assertTrue(person.isDone(), "something was not typed");
        assertTrue(person.screen.isOrderly());
        assertEquals(Mode.LINES, person.mode());
    }

    private Person seesRow(int row, String text) {
        return person.sees(screen -> assertEquals(text, screen.row(row)));
    }

    private Person seesMessage(String text) {
        return seesRow(9, text);
    }

    private static String title(String name, String place) {
        return " " + name + " ".repeat(80 - 1 - name.length() - place.length() - 1) + place;
    }

    @Test
    void aNewFileIsWrittenAndSaved() {
        seesRow(0, title("new [new]", "line 1/1 column 1"));
        seesRow(10, "^S Save      ^O Save as   ^F Find      ^R Replace   ^K Cut line  ^Z Undo");
        seesRow(11, "^X Exit      ^G Go to     ^N Next      ^C Copy line ^U Paste     ^Y Redo");
        person.types("Hello\rwörld 世!\r");
        seesRow(0, title("new [new] [changed]", "line 3/3 column 1"));
        seesRow(1, "Hello");
        seesRow(2, "wörld 世!");
        person.types(SAVE);
        seesMessage("saved: 2 lines");
        seesRow(0, title("new", "line 3/3 column 1"));
        person.types(EXIT);
        edits("new");
        assertEquals("Hello\nwörld 世!\n", person.files.text("/new"));
    }

    @Test
    void keysMoveTheCursorAndEraseCharacters() {
        person.files.put("/f", "one\ntwo 世 three\n\tfour");
        person.types("\033[B\033[F");
        seesRow(0, title("f", "line 2/3 column 13"));
        person.types("\033[A\033[B");
        seesRow(0, title("f", "line 2/3 column 13"));
        person.types("\033[1;5D\033[1;5D");
        seesRow(0, title("f", "line 2/3 column 5"));
        person.types("\033[C");
        seesRow(0, title("f", "line 2/3 column 7"));
        person.types("\b");
        seesRow(2, "two  three");
        person.types("\033[H\033[3~\033[3~");
        seesRow(2, "o  three");
        person.types("\b");
        seesRow(1, "oneo  three");
        person.types("\033[1;5F");
        person.sees(screen -> assertEquals(12, screen.cursorColumn()));
        person.types("\033[D".repeat(6));
        seesRow(0, title("f [changed]", "line 1/2 column 12"));
        person.types(SAVE + EXIT);
        edits("f");
        assertEquals("oneo  three\n\tfour", person.files.text("/f"));
    }

    @Test
    void linesAreCutCopiedAndPasted() {
        person.files.put("/f", "1\n2\n3\n4\n");
        person.types(CUT + CUT);
        seesRow(1, "3");
        person.types("\033[B" + PASTE);
        seesRow(2, "1");
        seesRow(3, "2");
        seesRow(4, "4");
        person.types(COPY + PASTE + SAVE);
        person.types(UNDO + UNDO + UNDO);
        seesRow(0, title("f [changed]", "line 1/4 column 1"));
        seesRow(1, "2");
        person.types(UNDO);
        seesRow(1, "1");
        person.types(UNDO);
        seesMessage("there is nothing to take back");
        person.types(REDO + REDO + REDO + REDO);
        seesRow(0, title("f", "line 6/6 column 1"));
        person.types(EXIT);
        edits("f");
        assertEquals("3\n1\n2\n4\n4\n", person.files.text("/f"));
    }

    @Test
    void textIsFoundAndReplaced() {
        person.files.put("/f", "red apple\nred pear, red plum\ngreen fig\n");
        person.types(FIND + "red\r");
        seesRow(0, title("f", "line 2/4 column 1"));
        person.types(NEXT);
        seesRow(0, title("f", "line 2/4 column 11"));
        person.types(NEXT);
        seesRow(0, title("f", "line 1/4 column 1"));
        seesMessage("found from the beginning on");
        person.types(FIND + "\025blue\r");
        seesMessage("not found: blue");
        person.types(REPLACE + "\025red\rblue\r");
        seesRow(11, "Replace this one? (y/n, a for all, q to end)");
        person.types("nyq");
        seesMessage("replaced once");
        seesRow(2, "blue pear, red plum");
        person.types("\033[1;5H" + REPLACE + "\r\025dark red\ra");
        seesMessage("replaced 2 times");
        seesRow(1, "dark red apple");
        person.types(UNDO);
        seesRow(1, "red apple");
        seesRow(2, "blue pear, red plum");
        person.types(FIND + "\003" + EXIT + "n");
        edits("f");
        assertEquals("red apple\nred pear, red plum\ngreen fig\n", person.files.text("/f"));
    }

    @Test
    void aLineIsGoneToByItsNumber() {
        person.files.put("/f", IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
        person.types(GO_TO + "50\r");
        seesRow(0, title("f", "line 50/100 column 1"));
        seesRow(5, "line 50");
        person.types("\033[6~");
        seesRow(0, title("f", "line 57/100 column 1"));
        person.types(GO_TO + "x\r");
        seesMessage("not the number of a line: x");
        person.types("\033n");
        seesRow(8, "   60 line 60");
        person.types(EXIT);
        edits("+40", "f");
    }

    @Test
    void longLinesAreMovedSideways() {
        person.files.put("/f", "0123456789".repeat(20) + "\nshort\n");
        person.sees(screen -> assertEquals(">", screen.inverse(1)));
        person.types("\033[F");
        person.sees(screen -> {
            assertTrue(screen.row(1).startsWith("<") && screen.row(1).endsWith("789"), screen.row(1));
            assertEquals("", screen.row(2).substring(1).strip());
        });
        person.types("x" + SAVE + EXIT);
        edits("f");
        assertEquals("0123456789".repeat(20) + "x\nshort\n", person.files.text("/f"));
    }

    @Test
    void whatIsNotChangedStaysAsItWasByteForByte() {
        byte[] bytes = "a\r\nb\r\n\r\nend".getBytes(StandardCharsets.UTF_8);
        person.files.put("/crlf", bytes);
        seesMessage("the lines of this file end with carriage returns, which is kept");
        person.types("x" + SAVE + EXIT);
        edits("crlf");
        assertEquals("xa\r\nb\r\n\r\nend", person.files.text("/crlf"));
        byte[] wild = new byte[5000];
        new Random(SEED).nextBytes(wild);
        person.files.put("/wild", wild);
        person.types("x\b" + SAVE + EXIT);
        edits("wild");
        assertArrayEquals(wild, person.files.bytes("/wild"));
    }

    @Test
    void aFileThatCanOnlyBeReadIsSavedUnderAnotherName() {
        person.files.put("/f", "text\n");
        person.files.put("/there", "other\n");
        person.files.setReadOnly("/f");
        seesMessage("this file can only be read");
        person.types("x" + SAVE);
        seesMessage("f can only be read: Ctrl-O saves the text under another name");
        person.types(SAVE_AS + "\025there\rn");
        seesMessage("not saved");
        person.types(SAVE_AS + "\025g\r");
        seesRow(0, title("g", "line 1/2 column 2"));
        person.types(EXIT);
        edits("f");
        assertEquals("text\n", person.files.text("/f"));
        assertEquals("other\n", person.files.text("/there"));
        assertEquals("xtext\n", person.files.text("/g"));
    }

    @Test
    void whatSomebodyElseChangedIsNotWrittenOverUnasked() {
        person.files.put("/f", "text\n");
        person.types("x");
        person.does(() -> person.files.put("/f", "other\n"));
        person.types(SAVE);
        seesRow(11, "f is not what it was: somebody else changed it. Write over it? (y/n)");
        person.types("n");
        seesMessage("not saved");
        person.does(() -> assertEquals("other\n", person.files.text("/f")));
        person.types(SAVE + "y" + EXIT);
        edits("f");
        assertEquals("xtext\n", person.files.text("/f"));
    }

    @Test
    void nothingIsLostWhenThereIsNoRoom() {
        person.files.put("/f", "text\n");
        person.types("x");
        person.does(person.files::fillUp);
        person.types(SAVE);
        seesMessage("not saved: f: no room left");
        person.types(EXIT + "y");
        seesMessage("not saved: f: no room left");
        seesRow(1, "xtext");
        person.types(EXIT + "\003" + "y");
        seesRow(1, "xytext");
        person.types(EXIT + "n");
        edits("f");
        assertEquals("text\n", person.files.text("/f"));
    }

    @Test
    void whatIsPastedByTheTerminalIsText() {
        person.types("\033[200~one\r\ttwo\030\r\033[201~" + SAVE + "pasted\r" + EXIT);
        edits();
        assertEquals("one\n\ttwo\n", person.files.text("/pasted"));
    }

    @Test
    void whatCannotBeEditedIsTold() {
        assertEquals(1, person.runs("edit", "folder"));
        assertEquals(1, person.runsWithoutScreen("edit", "f"));
        assertEquals(1, person.runs("edit", "a", "b"));
        assertEquals("edit: folder: is a directory\nedit: there is no terminal to edit at\nedit: usage: edit [-l] [+LINE] [FILE]\n", person.errors());
        assertNull(person.files.bytes("/f"));
    }

    /** Keys at random, but for those that ask something. */
    @Test
    void anyKeysLeaveATextThatUndoTakesBack() {
        String original = "first line\n\tsecond 世界 line\n\nlast line";
        String[] keys = {"x", "\r", "\t", "\b", "\033[3~", "\033[A", "\033[B", "\033[C", "\033[D", "\033[H", "\033[F", "\033[1;5C", "\033[1;5D", CUT, COPY, PASTE, UNDO, REDO, "世", NEXT, "\033n"};
        Random random = new Random(SEED);
        person.files.put("/f", original);
        for (int i = 0; i < 3000; i++) {
            person.types(keys[random.nextInt(keys.length)]);
        }
        person.types(UNDO.repeat(4000) + "x" + "\b" + SAVE + EXIT);
        edits("f");
        assertEquals(original, person.files.text("/f"), "seed " + SEED);
    }
}
