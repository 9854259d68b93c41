package peaberry.fullscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.sh.system.TerminalChannel.Mode;

/** What somebody sees who looks through a file. */
class LessTest {

    private final Person person = new Person(6, 40);

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    }

    private Person seesScreen(String text) {
        return person.sees(screen -> assertEquals(text, screen.text()));
    }

    private Person seesRow(int row, String text) {
        return person.sees(screen -> assertEquals(text, screen.row(row)));
    }

    @AfterEach
    void theTerminalIsAsItWas() {
        assertTrue(person.isDone(), "something was not typed");
        assertTrue(person.screen.isOrderly());
        assertEquals(Mode.LINES, person.mode());
        assertEquals("", person.screen.text());
    }

    @Test
    void keysMoveThroughAFile() {
        person.files.put("/f", numbers(1, 20) + "\n");
        seesScreen("1\n2\n3\n4\n5\nf lines 1-5 19%");
        person.types("j");
        seesScreen("2\n3\n4\n5\n6\nf lines 2-6 23%");
        person.types(" ");
        seesScreen("7\n8\n9\n10\n11\nf lines 7-11 47%");
        person.types("b");
        seesRow(0, "2");
        person.types("\033[B\033[B");
        seesRow(0, "4");
        person.types("\033[A");
        seesRow(0, "3");
        person.types("G");
        seesScreen("16\n17\n18\n19\n20\nf lines 16-20/20 (END)");
        person.types("j ");
        seesRow(0, "16");
        person.types("g");
        seesRow(0, "1");
        person.types("12g");
        seesRow(0, "12");
        person.types("50p");
        seesRow(0, "11");
        person.types("\033[5~");
        seesRow(0, "6");
        person.types("\033[6~");
        seesRow(0, "11");
        person.types("\033[H");
        seesRow(0, "1");
        person.types("d");
        seesRow(0, "3");
        person.types("x");
        seesRow(5, "h is for help, q quits");
        person.types("q");
        assertEquals(0, person.runs("less", "f"), person.errors());
    }

    @Test
    void searchesGoForwardAndBackwardAndAreHighlighted() {
        person.files.put("/f", IntStream.rangeClosed(1, 30).mapToObj(i -> i % 10 == 0 ? "a Word here " + i : "line " + i).collect(Collectors.joining("\n")));
        person.types("/W[a-z]+d\r");
        person.sees(screen -> {
            assertEquals("a Word here 10", screen.row(0));
            assertEquals("Word", screen.inverse(0));
        });
        person.types("n");
        seesRow(0, "a Word here 20");
        person.types("n");
        person.sees(screen -> assertEquals("a Word here 30", screen.row(4)));
        person.types("n");
        seesRow(5, "not found");
        person.types("N");
        seesRow(0, "a Word here 20");
        person.types("?line .7$\r");
        seesRow(0, "line 17");
        person.types("/word\r");
        seesRow(5, "not found");
        person.types("-i/word\r");
        seesRow(0, "a Word here 20");
        person.types("/(\r");
        seesRow(5, "a parenthesis is not closed: (");
        person.types("/lin\033\033q");
        person.runs("less", "f");
    }

    @Test
    void linesWrapOrAreCutOffAndHaveNumbers() {
        person.files.put("/f", "a".repeat(45) + "\nb\n" + "\tc\001\n");
        seesScreen("a".repeat(40) + "\naaaaa\nb\n        c^A\n~\nf lines 1-3/3 (END)");
        person.sees(screen -> assertEquals("^A", screen.inverse(3)));
        person.types("-S");
        seesRow(0, "a".repeat(40));
        seesRow(1, "b");
        person.types("\033[C");
        seesRow(0, "a".repeat(25));
        person.types("\033[D-S-N");
        seesRow(0, "      1 " + "a".repeat(32));
        seesRow(1, "        " + "a".repeat(13));
        seesRow(2, "      2 b");
        person.types("q");
        person.runs("less", "f");
    }

    @Test
    void wideCharactersAndBytesThatAreNoTextAreSeen() {
        person.files.put("/f", new byte[] {'x', (byte) 0xff, '\n', (byte) 0xe4, (byte) 0xb8, (byte) 0x96, '!', '\n', 'e', (byte) 0xcc, (byte) 0x81, '.', '\n'});
        seesScreen("x<FF>\n世!\ne\u0301.\n~\n~\nf lines 1-3/3 (END)");
        person.types("q");
        person.runs("less", "f");
    }

    @Test
    void coloursAreShownIfWanted() {
        person.files.put("/f", "\033[7mred\033[m x\n");
        person.sees(screen -> assertEquals("^[[7mred^[[m x", screen.row(0)));
        person.types("-R");
        person.sees(screen -> {
            assertEquals("red x", screen.row(0));
            assertEquals("red", screen.inverse(0));
        });
        person.types("/ed x\rq");
        person.runs("less", "f");
    }

    @Test
    void aPipeIsReadWhileKeysComeFromTheTerminal() {
        seesScreen("1\n2\n3\n4\n5\nstandard input lines 1-5");
        person.sees(screen -> assertEquals(Mode.KEYS, person.mode()));
        person.types("Gq");
        assertEquals(0, person.runsWithInput(numbers(1, 9), "less"));
    }

    @Test
    void severalFilesFollowEachOther() {
        person.files.put("/a", "in a\n");
        person.files.put("/b", "in b\n");
        seesScreen("in a\n~\n~\n~\n~\na (file 1 of 2) lines 1-1/1 (END)");
        person.types(":n");
        seesRow(0, "in b");
        person.types(":n");
        seesRow(5, "this is the last file");
        person.types(":p");
        seesRow(0, "in a");
        person.types("h");
        seesRow(0, "q               quit");
        person.types("q");
        seesRow(0, "in a");
        person.types("q");
        assertEquals(1, person.runs("less", "a", "nothing", "b"));
        assertEquals("less: nothing: no such file or directory\n", person.errors());
    }

    @Test
    void theTerminalSaysHowLargeItIs() {
        Person larger = new Person(30, 100).answering();
        larger.files.put("/f", numbers(1, 100));
        larger.sees(screen -> assertEquals("f lines 1-29 26%", screen.row(29)));
        larger.types("q");
        larger.runs("less", "f");
        assertTrue(larger.isDone() && larger.screen.isOrderly());
    }

    @Test
    void onlyWhatChangesIsWritten() {
        person.files.put("/f", IntStream.rangeClosed(1, 100).mapToObj(i -> "the same text in each line " + i).collect(Collectors.joining("\n")));
        person.types("/\r");
        person.sees(screen -> person.written());
        person.types("j");
        person.sees(screen -> assertTrue(person.written() < 120));
        person.types("q");
        person.runs("less", "f");
    }

    @Test
    void withoutATerminalItCopies() {
        person.files.put("/f", "one\ntwo");
        assertEquals(0, person.runsWithoutScreen("less", "f"));
        assertEquals("one\ntwo", person.output());
        assertEquals(1, person.runsWithoutScreen("less"));
        assertEquals("less: which file?\n", person.errors());
    }
}
