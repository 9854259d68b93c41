package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peaberry.sh.system.Channel;

/** Jobs at a terminal. Programs do what their names say, and the texts are those of dash 0.5.12 with -m. */
class JobControlTest {

    private final PlayedSystem system = new PlayedSystem();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** A shell at a terminal that is given these lines. @return what it printed, without prompts */
    private String run(String... lines) {
        Channel terminal = system.terminal(String.join("\n", lines) + "\n", printed);
        new Invocation(system, "sh", "/", List.of("PATH=/bin"), Map.of(0, terminal, 1, terminal, 2, terminal)).run(List.of());
        return printed.toString(StandardCharsets.UTF_8).replaceAll("(?m)^(\\$ |> )+", "");
    }

    private static String row(String start, String text) {
        return start + " ".repeat(33 - start.length()) + text + "\n";
    }

    @Test
    void aStoppedCommandIsAJobAndGoesOn() {
        assertEquals(row("[1] + Stopped", "stops") + "148\nstops\nended\n" , run("stops", "echo $?", "fg", "echo ended", "jobs"));
        assertEquals("stops: front, stopped, resumed, front, ended", system.story());
    }

    @Test
    void aStoppedJobGoesOnInTheBackground() {
        assertEquals(row("[1] + Stopped", "stops") + "[1] stops\n" + row("[1] + Done", "stops") + "next\n", run("stops", "bg", "echo next"));
        assertEquals("stops: front, stopped, resumed, ended", system.story());
    }

    @Test
    void aPipelineIsOneGroup() {
        assertEquals(row("[1] + Stopped", "runs | stops") + "runs | stops\n", run("runs | stops", "fg %runs"));
        assertEquals("runs stops: front, stopped, resumed, front, ended", system.story());
    }

    @Test
    void aSubshellIsAProcess() {
        assertEquals("", run("(cd /; stops)", "runs | while read x; do :; done"));
        assertEquals("sh: front, ended\nruns sh: front, ended", system.story());
    }

    @Test
    void jobsAreListedWithTheCurrentOneFirst() {
        assertEquals(row("[3] + Stopped", "stops") + row("[3] + Stopped", "stops") + row("[2] - Running", "waits two") + row("[1]   Running", "waits one")
                + row("[3] + 102 Stopped", "stops") + "101\nYou have stopped jobs.\n", run("waits one &", "waits two &", "stops", "jobs", "jobs -l %3", "jobs -p %2"));
    }

    @Test
    void aJobIsToldInOneRow() {
        assertEquals(row("[1] + Done", "if a; then ( b; c & d ); fi | case x in (a) { b; c; } ;; esac"),
                run("if a; then (b; c & d); fi | case x in a) { b; c; };; esac &", ":"));
    }

    @Test
    void theEndOfAJobIsToldBeforeThePrompt() {
        assertEquals(row("[1] + Done(3)", "fails") + row("[1] + Terminated", "waits"), run("fails &", "waits &", "kill %1", ":"));
    }

    @Test
    void numbersAreTheLowestThatAreFree() {
        assertEquals(row("[1] - Killed", "waits 1") + row("[1] + Running", "waits 3") + row("[2] - Running", "waits 2"),
                run("waits 1 &", "waits 2 &", "kill -9 %1", "waits 3 &", "jobs"));
    }

    @Test
    void jobsAreStoppedAndResumedBySignals() {
        assertEquals(row("[1] + Stopped", "waits") + row("[1] + Running", "waits"), run("waits &", "kill -STOP %1", "jobs", "kill -CONT %%", "jobs"));
    }

    @Test
    void whoLeavesStoppedJobsIsWarnedOnce() {
        assertEquals(row("[1] + Stopped", "stops") + "You have stopped jobs.\nstill\n", run("stops", "exit", "echo still", "exit", "echo not"));
        printed.reset();
        assertEquals(row("[1] + Stopped", "stops") + "You have stopped jobs.\n", run("stops"));
    }

    @Test
    void wrongJobsAreTold() {
        assertEquals("sh: 1: fg: No such job: %9\n2\nsh: 3: bg: No such job: %%\nsh: 4: kill: No such job: %no\nsh: 6: fg: there is no job control\n",
                run("fg %9", "echo $?", "bg", "kill %no", "set +m", "fg"));
    }

    @Test
    void anInterruptEndsLoopsAndLists() {
        system.interruptAt(20);
        assertEquals("130\n", run("while :; do :; done", "echo $?"));
        system.interruptAt(20);
        printed.reset();
        assertEquals("130\n", run("x=$(while :; do :; done); echo not", "echo $?"));
        printed.reset();
        assertEquals("130\n", run("interrupted; echo not", "echo $?"));
    }

    @Test
    void aTrapIsRunInsteadAndWhatRunsGoesOn() {
        assertEquals("trapped\non\n", run("trap 'echo trapped' INT", "interrupted; echo on"));
        system.interruptAt(20);
        printed.reset();
        assertEquals("trapped\nout\n", run("trap 'echo trapped; x=1' INT", "while [ -z \"$x\" ]; do :; done; echo out"));
        system.interruptAt(20);
        printed.reset();
        assertEquals("trapped\n130\n", run("set +m; trap 'echo trapped' INT", "(while :; do :; done); echo $?"));
    }

    @Test
    void whoIsNotAtATerminalControlsNothing() {
        assertEquals("stops: front, resumed, ended", playedWithout());
    }

    private String playedWithout() {
        Channel terminal = system.terminal("", printed);
        new Invocation(system, "sh", "/", List.of("PATH=/bin"), Map.of(0, terminal, 1, terminal, 2, terminal)).run(List.of("-c", "stops"));
        return system.story();
    }
}
