package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sits at the shell's terminal: edits lines, stops jobs, comes back another day. The system is tests/src/test/systems/sh. */
class InteractiveShellTest {

    private static final String PROMPT = "$ ";
    private static final String CTRL_C = "\3";
    private static final String CTRL_D = "\4";
    private static final String CTRL_Z = "\32";
    private static final String UP = "\33[A";
    private static final String LEFT = "\33[D";

    @TempDir
    private Path folder;

    private ConsoleSession session;

    @BeforeEach
    void start() throws IOException {
        session = ConsoleSession.run(Machine.Q35, "--memory", "256M", "--system", TestSystem.of("sh", folder).folder().toString());
    }

    @AfterEach
    void stop() {
        session.close();
    }

    /** Types a line, and waits for what comes behind its echo, and for the next prompt. */
    private void prints(String expected, String line) throws IOException, InterruptedException {
        session.type(line + "\r");
        session.expect("\n" + expected.replace("\n", "\r\n") + PROMPT);
    }

    /** The same where sequences are before the prompt. */
    private void edits(String expected, String line) throws IOException, InterruptedException {
        session.type(line + "\r");
        session.expect("\n" + expected.replace("\n", "\r\n"));
        session.expect(PROMPT);
    }

    private static String row(String start, String text) {
        return start + " ".repeat(33 - start.length()) + text + "\n";
    }

    @Test
    void whatAPipeBringsIsShownWhereItIsRead() throws IOException, InterruptedException {
        session.type("echo one\nseq 2\nhead -n 1\nfor head\necho $((1 +\n2))\nread x\nread\necho \"<$x>\"\ncat\nall\nthe rest\n");
        session.hangUp();
        String output = session.output().replace("\r\n", "\n");
        output = output.substring(output.indexOf("$ "));
        assertEquals("$ echo one\none\n$ seq 2\n1\n2\n$ head -n 1\nfor head\nfor head\n$ echo $((1 +\n> 2))\n3\n$ read x\nread\n$ echo \"<$x>\"\n<read>\n$ cat\nall\nall\nthe rest\nthe rest\n$ ", output);
        assertFalse(output.contains("\33"));
        assertEquals(0, session.status());
    }

    @Test
    void linesAreEditedAndTheHistoryOutlivesTheShell() throws IOException, InterruptedException {
        session.expect(PROMPT);
        session.type("\33[30;100R" + "echo $TERM\r"); // what a terminal types that was asked how large it is
        session.expect("\n\r\n");
        session.expect("\33[?2004h");
        session.expect(PROMPT);
        edits("edited\n", "cho edted" + LEFT + LEFT + LEFT + "i\1e");
        session.type("ls /lo\t");
        session.expect("lost+found/");
        session.type(CTRL_C);
        session.expect("^C\r\r\n");
        session.expect(PROMPT);
        edits("a b\n", "basen\t/x/'a b'");
        edits("two\nrows\n", "echo 'two\rrows'");
        session.type("exit 139\r");
        session.expect("the shell failed: status 139");
        session.expect("\33[?2004h");
        session.expect(PROMPT);
        edits("a b\n", UP + UP + UP + UP);
        edits("    1  echo edited\n", "history | head -n 1");
        session.type(CTRL_D);
        assertEquals(0, session.status());
    }

    @Test
    void controlCEndsWhatTheShellItselfDoes() throws IOException, InterruptedException {
        session.expect(PROMPT);
        session.type("half a line" + CTRL_C);
        session.expect("^C\r\n" + PROMPT);
        session.type("echo loops; while :; do :; done\r");
        session.expect("\nloops\r\n");
        session.type(CTRL_C);
        session.expect("^C\r\n" + PROMPT);
        prints("130\n", "echo $?");
        session.type("echo $(seq 1 >&2; while :; do :; done); echo no\r");
        session.expect("\n1\r\n");
        session.type(CTRL_C);
        session.expect("^C\r\n" + PROMPT);
        session.type("echo reads; read x; echo no\r");
        session.expect("\nreads\r\n");
        session.type("ab");
        session.expect("ab");
        session.type(CTRL_C);
        session.expect("^C\r\n" + PROMPT);
        prints("", "trap 'echo trapped; x=1' INT");
        session.type("unset x; echo loops; while [ -z \"$x\" ]; do :; done; echo out\r");
        session.expect("\nloops\r\n");
        session.type(CTRL_C);
        session.expect("^C\r\ntrapped\r\nout\r\n" + PROMPT);
    }

    @Test
    void jobsAreStoppedAndGoOn() throws IOException, InterruptedException {
        session.expect(PROMPT);
        session.type("sh -c 'echo up; cat; echo over'\r");
        session.expect("\nup\r\n");
        session.type(CTRL_Z);
        session.expect("^Z\r\n" + row("[1] + Stopped", "sh -c 'echo up; cat; echo over'").replace("\n", "\r\n") + PROMPT);
        session.type("cat | (echo up; cat)\r");
        session.expect("\nup\r\n");
        session.type(CTRL_Z);
        session.expect("\n[2] + Stopped");
        session.expect(PROMPT);
        prints(row("[2] + Stopped", "cat | ( echo up; cat )") + row("[1] - Stopped", "sh -c 'echo up; cat; echo over'"), "jobs");
        session.type("fg %1\r");
        session.expect("\nsh -c 'echo up; cat; echo over'\r\n");
        session.type("typed\r");
        session.expect("typed\r\ntyped\r\n");
        session.type(CTRL_D);
        session.expect("over\r\n" + PROMPT);
        prints("[2] cat | ( echo up; cat )\n", "bg");
        prints(row("[2] + Running", "cat | ( echo up; cat )"), "jobs");
        session.type("fg\r");
        session.expect("cat )\r\n");
        session.type("again\r");
        session.expect("again\r\nagain\r\n");
        session.type(CTRL_C);
        session.expect("^C\r\n" + PROMPT);
        prints("130\n", "echo $?");
        prints("", "sh -c 'while :; do :; done' &");
        prints(row("[1] + Terminated", "sh -c 'while :; do :; done'"), "kill %1");
        session.type("sh -c 'echo up; cat'\r");
        session.expect("\nup\r\n");
        session.type(CTRL_Z);
        session.expect(PROMPT);
        prints("You have stopped jobs.\n", "exit 5");
        session.type("exit 5\r");
        assertEquals(5, session.status());
        assertTrue(session.output().endsWith("exit 5\r\n"));
    }
}
