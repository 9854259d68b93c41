package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How processes fail and come back, in a system with one that does wrong in its first lives: tests/src/test/systems/recovery. */
class RecoveryTest {

    private static final int HANGS_ONCE = 1_001;
    private static final int CRASHES_TWICE = 2;
    private static final int CRASHES_FOR_EVER = 999;
    /** More than are too many within a second. */
    private static final int MANY = 7;
    private static final int MOST_LOOKS = 10_000;

    @TempDir
    private static Path folder;
    private static Path declaration;
    private static String text;

    /** One system for all, so that its programs are built once. */
    @BeforeAll
    static void copy() throws IOException {
        declaration = TestSystem.of("recovery", folder).folder().resolve("system.toml");
        text = Files.readString(declaration);
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void whoHangsIsFoundAndMadeAnewWithItsFollower(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = atPrompt(machine, HANGS_ONCE)) {
            await(session, "patient", 1);
            await(session, "follower", 1);
            String faults = session.enter("faults");
            assertTrue(faults.matches("#1  \\d+\\.\\d{3} s  patient: no sign of life for 500 ms, restarts 1\\r\\n( +at [^#]*)?"), faults);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void whoFailsTwiceTakesItsFollowerAlongTwice(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = atPrompt(machine, CRASHES_TWICE)) {
            await(session, "patient", 2);
            await(session, "follower", 2);
            String faults = session.enter("faults");
            assertTrue(faults.matches("(?s)#1 [^#]* patient: null reference, restarts 1\\r\\n[^#]*#2 [^#]* patient: null reference, restarts 2\\r\\n[^#]*"), faults);
        }
    }

    @Test
    void whoFailsAgainAndAgainComesBackEverLaterAndIsGivenUp() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, "--icount", "--system", system(CRASHES_FOR_EVER))) {
            String why = "patient is given up: null reference; stopped after 5 failures within a second at recovery.Patient.main(Patient.java:";
            session.expect("\r\nroot: " + why);
            session.type("echo the rest goes on" + ConsoleSession.ENTER);
            session.expect("\nthe rest goes on\r\n" + ConsoleSession.PROMPT);
            assertTrue(session.enter("log").contains(why));
            assertTrue(session.enter("ps").matches("(?s).*\\npatient +stopped .*"));
            List<BigDecimal> times = Pattern.compile("#\\d+  (\\d+\\.\\d{3}) s").matcher(session.enter("faults")).results()
                    .map(row -> new BigDecimal(row.group(1)).movePointRight(3)).toList();
            assertEquals(5, times.size());
            for (int failure = 2, pause = 1; failure < times.size(); failure++, pause *= 4) {
                long between = times.get(failure).subtract(times.get(failure - 1)).longValueExact();
                assertTrue(between >= pause, between + " ms between failures " + failure + " and " + (failure + 1));
            }
        }
    }

    @Test
    void whoIsKilledHasNotFailed() throws IOException, InterruptedException {
        try (ConsoleSession session = atPrompt(Machine.JVM, 0)) {
            for (int i = 0; i < MANY; i++) {
                assertEquals("patient was killed and started again\r\n", session.enter("kill patient"));
            }
            await(session, "patient", MANY);
        }
    }

    /** Nothing is said of it on the console, and that it was looked for is noted. */
    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void whoseDeviceIsNotThereStaysAwayInSilence(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(machine, "--system", system(0))) {
            assertFalse(session.expect(ConsoleSession.PROMPT).contains("root: "));
            assertTrue(session.enter("ps").matches("(?s).*\\nabsent +stopped .*"));
            assertTrue(session.enter("log").contains(" s  absent stays away: its device is not in this machine\r\n"));
            assertEquals("no process has failed yet\r\n", session.enter("faults"));
        }
    }

    private static ConsoleSession atPrompt(Machine machine, int wrong) throws IOException, InterruptedException {
        return ConsoleSession.atPrompt(machine, "--system", system(wrong));
    }

    /** The system whose patient does so much wrong. */
    private static String system(int wrong) throws IOException {
        Files.writeString(declaration, text.replace("argument = 0", "argument = " + wrong));
        return declaration.getParent().toString();
    }

    /** Looks at the prompt until a process has been made anew so often, and is well. */
    private static void await(ConsoleSession session, String process, int restarts) throws IOException, InterruptedException {
        Pattern row = Pattern.compile("\n" + process + " +receiving .* " + restarts + "\r\n");
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (row.matcher(session.enter("ps")).find()) {
                return;
            }
        }
        throw new AssertionError(session.enter("ps") + session.enter("faults"));
    }
}
