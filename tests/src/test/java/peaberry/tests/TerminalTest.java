package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ./peaberry run} on a terminal, which util-linux's {@code script} provides. */
class TerminalTest {

    private static final String CTRL_A = "\u0001";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_Z = "\u001a";
    private static final String LEAVE = "\u001d";

    @TempDir
    private Path folder;

    /** A shell on a terminal that runs the system and then says how it went and in which state the terminal is. */
    private static ConsoleSession terminal(Machine machine) throws IOException, InterruptedException {
        return terminal(machine, "");
    }

    /** The same with something that the shell does before. */
    private static ConsoleSession terminal(Machine machine, String before) throws IOException, InterruptedException {
        String run = "(" + before + "exec ./peaberry run --minimal " + String.join(" ", machine.options()) + "); echo status $?; stty -a";
        ConsoleSession session = ConsoleSession.of(List.of("script", "--quiet", "--return", "--flush", "--command", run, "/dev/null"));
        session.expect("\n" + ConsoleSession.PROMPT);
        return session;
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void controlCAndControlZReachTheGuest(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = terminal(machine)) {
            session.type("half a line" + CTRL_C);
            session.expect("\n" + ConsoleSession.PROMPT);
            assertTrue(session.enter("echo still" + CTRL_Z + " here").startsWith("still here"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void controlAReachesTheGuest(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = terminal(machine)) {
            session.type("cho first" + CTRL_A);
            assertTrue(session.enter("e").startsWith("first"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void theLeavingKeyLeavesWithTheTerminalRestored(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = terminal(machine)) {
            session.type(LEAVE);
            session.expect("status 0");
            String state = session.expect("extproc");
            assertTrue(state.matches("(?s).*\\sisig icanon iexten echo .*"), state);
            assertEquals(0, session.status());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void shutdownRestoresTheTerminal(Machine machine) throws IOException, InterruptedException {
        try (ConsoleSession session = terminal(machine)) {
            session.type("shutdown 9\r");
            session.expect("status 9");
            String state = session.expect("extproc");
            assertTrue(state.matches("(?s).*\\sisig icanon iexten echo .*"), state);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void endingTheLauncherRestoresTheTerminal(Machine machine) throws IOException, InterruptedException {
        Path process = folder.resolve("process");
        try (ConsoleSession session = terminal(machine, "sh -c 'echo $PPID' >" + process + "; ")) {
            ProcessHandle.of(Long.parseLong(Files.readString(process).strip())).orElseThrow().destroy();
            session.expect("status ");
            String state = session.expect("extproc");
            assertTrue(state.matches("(?s).*\\sisig icanon iexten echo .*"), state);
        }
    }
}
