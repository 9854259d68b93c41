package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ./peaberry run} with standard input from a pipe. */
class PipeTest {

    /** Runs the whole input and returns the ended session. */
    private static ConsoleSession pipe(Machine machine, String input, String... options) throws IOException {
        ConsoleSession session = ConsoleSession.run(machine, options);
        session.type(input);
        session.hangUp();
        return session;
    }

    @ParameterizedTest
    @EnumSource
    void standardOutputIsTheConsoleAndNothingElse(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = pipe(machine, "echo hello\nshutdown\n")) {
            String output = session.output();
            assertEquals(0, session.status());
            assertTrue(output.startsWith("\r\nPeaberry 0.1\r\n"), output);
            assertTrue(output.endsWith("\r\npeaberry> echo hello\r\nhello\r\npeaberry> shutdown\r\n"), output);
            assertEquals("", session.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"Q35, 0", "Q35, 1", "Q35, 68", "Q35, 99", "PC, 7", "MICROVM, 7", "JVM, 0", "JVM, 1", "JVM, 99"})
    void shutdownSaysTheStatus(Machine machine, int status) throws IOException, InterruptedException {
        try (ConsoleSession session = pipe(machine, "shutdown " + status + "\n")) {
            assertEquals(status, session.status());
        }
    }

    @Test
    void theClockCanCountInstructions() throws IOException, InterruptedException {
        try (ConsoleSession session = pipe(Machine.Q35, "uptime\nshutdown 6\n", "--icount")) {
            assertEquals(6, session.status());
            assertTrue(session.output().contains("\nup 0:00:00.0"), session.output());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void theEndOfTheInputEndsTheSession(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = pipe(machine, "echo last words\n")) {
            assertEquals(0, session.status());
            assertTrue(session.output().contains("\nlast words\r\n"), session.output());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void aLastLineWithoutItsEndIsActedOn(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = pipe(machine, "shutdown 4")) {
            assertEquals(4, session.status());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void timeoutEndsASessionThatDoesNot(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.atPrompt(machine, "--timeout", "3")) {
            assertEquals(124, session.status());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void nulAndInvalidUtf8DoNoHarm(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = pipe(machine, "echo a\0b\u00ff\u00fe\u00c0\u0080\n\u00ed\u00a0\u0080\necho alive\nshutdown 5\n")) {
            assertEquals(5, session.status());
            assertTrue(session.output().contains("\nalive\r\n"), session.output());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void aLineOfTenThousandCharactersIsAnswered(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = pipe(machine, "echo " + "x".repeat(10_000) + "\necho alive\nshutdown 5\n")) {
            assertEquals(5, session.status());
            assertTrue(session.output().contains("\nalive\r\n"), session.output());
        }
    }
}
