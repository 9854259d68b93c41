package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.standin.TerminalModel;

/** Programs that fill the screen, at a terminal of the guest: tests/src/test/systems/sh. What they write goes into a model of a terminal, where somebody looks at it. */
class FullScreenTest {

    /** What the program for the screen writes last each time. */
    private static final String SHOWN = "\033[?25h";

    @TempDir
    private Path folder;

    private ConsoleSession session;
    private TerminalModel screen = new TerminalModel(24, 80);

    /** Types, and waits until the screen was written. */
    /** What the shell wants of a terminal while it has lines edited: marks around what is pasted. */
    private static final String PASTED = "\033[?2004h";

    private void type(String text) throws IOException, InterruptedException {
        session.type(text);
        look();
    }

    private void look() throws InterruptedException {
        screen.take(session.expect(SHOWN).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Has a program take the screen over. */
    private void start(String command) throws IOException, InterruptedException {
        screen = new TerminalModel(24, 80);
        type(command + "\r");
    }

    /** The program gives the screen back, and the shell asks for the next command. */
    private void awaitPrompt() throws InterruptedException {
        screen.take(session.expect("$ ").replace(PASTED, "").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(screen.isOrderly(), "the terminal is not as it was");
    }

    private void prints(String expected, String command) throws IOException, InterruptedException {
        session.type(command + "\r");
        session.expect("\n");
        session.expect(expected.replace("\n", "\r\n"));
        session.expect("$ ");
    }

    @Test
    void theScreenIsAProgramsAndThenTheShellsAgain() throws IOException, InterruptedException {
        try (ConsoleSession opened = ConsoleSession.run(Machine.Q35, "--memory", "256M", "--system", TestSystem.of("sh", folder).folder().toString())) {
            session = opened;
            session.expect("$ ");
            filesAreLookedThrough();
            keysComeFromTheTerminalAndTextFromAPipe();
            aFileIsEdited();
            aPageOfTheManualIsShown();
            whatDiesLeavesTheTerminalInOrder();
        }
    }

    private void filesAreLookedThrough() throws IOException, InterruptedException {
        prints("", "seq 500 > /numbers");
        start("less /numbers");
        assertEquals("1", screen.row(0));
        assertEquals("/numbers lines 1-23 3%", screen.row(23));
        type(" ");
        assertEquals("24", screen.row(0));
        session.type("/4[57]0\r");
        while (!screen.row(0).equals("450")) {
            look();
        }
        assertEquals("450", screen.inverse(0));
        session.type("\033[30;100R");
        screen = new TerminalModel(30, 100);
        look();
        assertEquals("478", screen.row(28));
        session.type("q");
        screen.take("\033[?1049h");
        awaitPrompt();
        prints("echoed\n", "echo echoed");
    }

    private void keysComeFromTheTerminalAndTextFromAPipe() throws IOException, InterruptedException {
        start("seq 100 | less");
        assertEquals("23", screen.row(22));
        assertEquals("standard input lines 1-23", screen.row(23));
        type("j");
        assertEquals("2", screen.row(0));
        session.type("q");
        awaitPrompt();
        prints("1\n2\n", "seq 2 | less | cat");
    }

    private void aFileIsEdited() throws IOException, InterruptedException {
        start("edit /letter");
        assertTrue(screen.row(0).startsWith(" /letter [new] "), screen.row(0));
        session.type("Dear reader,\rwrite soon.\r");
        while (!screen.row(2).equals("write soon.") || !screen.row(0).contains("line 3/3")) {
            look();
        }
        session.type("\023");
        while (!screen.row(21).equals("saved: 2 lines")) {
            look();
        }
        session.type("\032\030");
        while (!screen.row(23).startsWith("Save the changes?")) {
            look();
        }
        session.type("n");
        awaitPrompt();
        prints("Dear reader,\nwrite soon.\n", "cat /letter");
        prints("/letter\n", "ls /letter*");
    }

    private void aPageOfTheManualIsShown() throws IOException, InterruptedException {
        start("man [");
        assertEquals("test, [: asks whether something is so", screen.row(0));
        session.type("q");
        awaitPrompt();
        prints("seq: writes numbers in a row\n", "man seq | head -n 1");
    }

    /** While less waits for what it is to show, here from the terminal itself, Ctrl-C ends it as any other program: it cannot put the screen in order any more. */
    private void whatDiesLeavesTheTerminalInOrder() throws IOException, InterruptedException {
        screen = new TerminalModel(24, 80);
        session.type("less -\r");
        screen.take(session.expect("\033[6n").getBytes(StandardCharsets.ISO_8859_1));
        session.type("\3");
        awaitPrompt();
        prints("130\n", "echo $?");
    }
}
