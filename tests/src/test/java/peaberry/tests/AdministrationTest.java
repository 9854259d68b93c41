package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands about programs that run, at the console of the ordinary system. */
class AdministrationTest {

    private static final Pattern PROMPT = Pattern.compile("\\$ ");
    private static final Pattern SLEEP = Pattern.compile("(?m)^ *(\\d+) +sleep ");

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

    @Test
    void aProgramIsEndedByTheNumberThatPsShows() throws IOException, InterruptedException {
        enter("grant machine programs; free | tail -n 3 > before");
        assertEquals("sh: 2: kill: 32000: no such program\n", enter("kill 32000"));
        assertEquals("sh: 3: kill: 0: no such program\n1\n", enter("kill 0; echo $?"));
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
        assertEquals("", enter("free | tail -n 3 > after; cmp before after"));
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
        assertTrue(enter("sh -c 'kill '$other; wait").endsWith("Terminated\n"));
    }
}
