package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.standin.TerminalModel;

/** The commands about programs that run, at the console of the ordinary system. */
class AdministrationTest {

    private static final Pattern PROMPT = Pattern.compile("\\$ ");
    /** A row of a program that has used more than a third of the processor. */
    private static final Pattern BUSY = Pattern.compile("     \\d  sh .* [3-9]\\d\\.\\d +\\d+\\.\\d\\d");
    /** What a program for the whole screen writes last each time. */
    private static final String SHOWN = "\033[?25h";
    private static final int MOST_LOOKS = 100;
    private static final Pattern SLEEP = Pattern.compile("(?m)^ *(\\d+) +sleep ");
    /** KiB: of an ordinary program that does nothing, more than this are its own. */
    private static final long LEAST_OF_PROGRAM = 1024;

    private ConsoleSession session;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        session = ConsoleSession.command("run");
        session.expect("$ ");
    }

    @AfterEach
    void stop() {
        session.close();
    }

    private String enter(String command) throws IOException, InterruptedException {
        return session.enter(command, PROMPT).replace("\r\n", "\n");
    }

    /** The number of the only program of that name, once it was started. */
    private String awaitSleep() throws IOException, InterruptedException {
        Matcher row = SLEEP.matcher(enter("ps"));
        while (!row.find()) {
            row = SLEEP.matcher(enter("ps"));
        }
        return row.group(1);
    }

    /** Waits until a screen has been shown that is as it has to be. */
    private void look(TerminalModel screen, Predicate<TerminalModel> isRight) throws InterruptedException {
        for (int looks = 0; looks == 0 || !isRight.test(screen); looks++) {
            assertTrue(looks < MOST_LOOKS, screen.text());
            screen.take(session.expect(SHOWN).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void whoUsesTheProcessorIsAtTheTop() throws IOException, InterruptedException {
        assertEquals("top: this takes 'machine', which was not granted; try: grant machine\n", enter("top"));
        enter("grant machine programs; sh -c 'while :; do :; done' &");
        TerminalModel screen = new TerminalModel(24, 80);
        session.type("top\r");
        look(screen, shown -> shown.row(3).startsWith("number  name") && BUSY.matcher(shown.row(4)).matches());
        assertTrue(screen.row(0).matches("up 0:00:\\d\\d, \\d+ processes, 3 programs"), screen.text());
        assertTrue(screen.row(1).matches("memory \\d+ KiB, in use \\d+, free \\d+; processor \\d+\\.\\d % in use"), screen.text());
        session.type("N");
        look(screen, shown -> shown.row(4).startsWith("     4  top "));
        session.type("q");
        screen.take(session.expect("$ ").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(screen.isOrderly(), "the terminal is not as it was");
        String text = enter("kill $!; wait; top -b -n 1");
        assertTrue(text.contains("\n\nnumber  name ") && text.contains(" clock ") && !text.contains("\33"), text);
    }

    @Test
    void aProgramIsEndedByTheNumberThatPsShows() throws IOException, InterruptedException {
        enter("grant machine programs");
        long before = memoryOfPrograms();
        assertEquals("sh: 3: kill: 32000: no such program\n", enter("kill 32000"));
        assertEquals("sh: 4: kill: 0: no such program\n1\n", enter("kill 0; echo $?"));
        enter("sh -c 'sleep 1000; echo slept: $?' > told & job=$!");
        String sleep = awaitSleep();
        assertEquals("0\n", enter("kill -0 " + sleep + "; echo $?"));
        enter("kill -TERM " + sleep + "; wait $job");
        assertEquals("slept: 143\n", enter("cat told"));
        assertTrue(enter("kill " + sleep).endsWith(": no such program\n"));
        enter("sh -c 'sleep 1000 | cat; echo no' > told & job=$!");
        sleep = awaitSleep();
        assertTrue(enter("kill -9 $job; wait $job").endsWith("Killed\n"));
        assertEquals("", enter("cat told"));
        assertTrue(enter("kill " + sleep).endsWith(": no such program\n"), "what it started has ended with it");
        assertTrue(memoryOfPrograms() - before < LEAST_OF_PROGRAM, "what was ended leaves nothing but what the shell needs to tell of it");
    }

    /** In KiB. */
    private long memoryOfPrograms() throws IOException, InterruptedException {
        String row = enter("free | grep '^programs'");
        return Long.parseLong(row.replaceAll(".* (\\d+) KiB\\s*$", "$1"));
    }

    @Test
    void whoDidNotStartAProgramNeedsAGrantToEndIt() throws IOException, InterruptedException {
        enter("sleep 1000 & other=$!");
        String refused = "sh: 1: kill: %s: not permitted: somebody else started it; try: grant programs\n";
        assertEquals(refused.formatted("2"), enter("sh -c 'kill '$other"));
        assertEquals(refused.formatted("1"), enter("sh -c 'kill '$$"));
        enter("grant programs");
        assertEquals("", enter("sh -c 'kill -STOP '$other"));
        assertTrue(enter("jobs").startsWith("[1] + Stopped "));
        assertEquals("", enter("sh -c 'kill -CONT '$other"));
        assertEquals("Terminated\n143\n", enter("sh -c 'kill '$other; wait $other; echo $?"));
    }
}
