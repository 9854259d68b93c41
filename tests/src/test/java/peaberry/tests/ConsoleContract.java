package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may expect at the prompt, on any machine. All tests share one session, as a user would; each leaves it at a prompt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsoleContract {

    private static final String SERIAL = "drivers/serial/src/main/java/peaberry/serial/Serial.java";
    private static final String CRASH = "programs/shell/src/main/java/peaberry/shell/CrashCommand.java";
    private static final String NULL_ACCESS = "missing[0] = 1;";
    /** A clock shows whole seconds, and need not change when the host's does. */
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);
    private static final String LEFT = "\u001b[D";
    private static final String RIGHT = "\u001b[C";
    private static final String UP = "\u001b[A";
    private static final String DOWN = "\u001b[B";

    private final Machine machine;
    private ConsoleSession session;
    private String greeting;

    ConsoleContract(Machine machine) {
        this.machine = machine;
    }

    @BeforeAll
    void boot() throws IOException, InterruptedException {
        session = ConsoleSession.run(machine);
        greeting = session.expect(ConsoleSession.PROMPT);
    }

    @AfterAll
    void shutDown() throws IOException, InterruptedException {
        session.type("shutdown 42" + ConsoleSession.ENTER);
        assertEquals(42, session.status());
        assertEquals("", session.complaints());
    }

    private String enter(String line) throws IOException, InterruptedException {
        return session.enter(line);
    }

    /** What the guest prints when this line is entered. */
    private void assertAnswer(String expected, String line) throws IOException, InterruptedException {
        assertEquals(expected, enter(line));
    }

    @Test
    void theBannerSuggestsThreeCommandsAndTheyWork() throws IOException, InterruptedException {
        assertTrue(greeting.matches("(?s)\\r\\nPeaberry 0\\.1\\r\\n.*Try: +help +ps +crash serial\\r\\npeaberry> "), greeting);
        assertFalse(enter("help").contains("no such command"));
        assertFalse(enter("ps").contains("no such command"));
    }

    @Test
    void echoPrintsItsText() throws IOException, InterruptedException {
        assertAnswer("hello\r\n", "echo hello");
        assertAnswer("\r\n", "echo");
        assertAnswer("two  blanks\r\n", "echo two  blanks");
    }

    @ParameterizedTest
    @CsvSource({"6*7, 42", "2+3*4, 14", "(2+3)*4, 20", "-7/2, -3", "-7%2, -1", "0x10+1, 17", "9223372036854775807, 9223372036854775807"})
    void calcCalculates(String expression, String result) throws IOException, InterruptedException {
        assertAnswer(result + "\r\n", "calc " + expression);
    }

    @ParameterizedTest
    @CsvSource({"1/0, division by zero", "1+, a number or ( is expected here", "(1, a ) is missing here", "1 2, an operator is expected here",
        "9223372036854775807+1, the result does not fit into 64 bits", "99999999999999999999, the result does not fit into 64 bits"})
    void calcExplainsWhatItCannotCalculate(String expression, String reason) throws IOException, InterruptedException {
        String answer = enter("calc " + expression);
        assertTrue(answer.startsWith("calc: " + reason + "\r\n"), answer);
    }

    @Test
    void psListsTheProcesses() throws IOException, InterruptedException {
        String list = enter("ps");
        assertTrue(list.matches("name +state +priority +CPU ms +memory KiB +restarts\\r\\n"
                + "root +running +255 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "supervisor +receiving +253 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "keeper +receiving +254 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "pci +receiving +254 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "serial +receiving +200 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "clock +receiving +150 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "([a-z-]+ +(stopped|receiving) +1[56]0 +\\d+\\.\\d{3} +\\d+ +\\d+\\r\\n)*"
                + "files +receiving +140 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "scratch +receiving +140 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"
                + "shell +waiting for reply +100 +\\d+\\.\\d{3} +[1-9]\\d* +\\d+\\r\\n"), list);
    }

    @Test
    void theDriverHoldsItsDeviceAndNothingElse() throws IOException, InterruptedException {
        String list = enter("caps serial");
        assertTrue(list.matches("slot .*\\r\\n\\d+ +endpoint +receive +service\\r\\n[\\d-]+ +reply +answer +callers\\r\\n"
                + "\\d+ +ports +read, write +uart, 0x3f8 to 0x3ff\\r\\n\\d+ +interrupt +acknowledge +uart, line 4\\r\\n"), list);
    }

    @Test
    void theClockHoldsItsPortsAndNothingElse() throws IOException, InterruptedException {
        String list = enter("caps clock");
        assertTrue(list.matches("slot .*\\r\\n\\d+ +endpoint +receive +service\\r\\n[\\d-]+ +reply +answer +callers\\r\\n"
                + "\\d+ +ports +read, write +registers, 0x70 to 0x71\\r\\n"), list);
    }

    @Test
    void theShellHoldsNoDevice() throws IOException, InterruptedException {
        String list = enter("caps shell");
        assertTrue(list.contains("endpoint"), list);
        assertFalse(list.contains("ports") || list.contains("interrupt") || list.contains("memory"), list);
    }

    @Test
    void rootHoldsMemoryAndTheControlOfTime() throws IOException, InterruptedException {
        String list = enter("caps root");
        assertTrue(list.contains("untyped memory") && list.contains("partition control") && list.contains("time window"), list);
        assertTrue(list.lines().skip(1).allMatch(row -> row.matches("[\\d-]+ +[a-z ]+.*")), list);
    }

    @Test
    void rootsMemoryIsToldFromThatOfDevices() throws IOException, InterruptedException {
        Matcher rows = Pattern.compile("(\\d+)(?:-(\\d+))? +untyped memory +make objects +memory, (\\d+) KiB, .*").matcher(enter("caps root"));
        long kibibytes = 0;
        while (rows.find()) {
            long blocks = rows.group(2) == null ? 1 : Long.parseLong(rows.group(2)) - Long.parseLong(rows.group(1)) + 1;
            kibibytes += blocks * Long.parseLong(rows.group(3));
        }
        assertTrue(kibibytes > 100 << 10 && kibibytes <= 128 << 10, kibibytes + " KiB of 128 MiB");
    }

    @Test
    void memAddsUp() throws IOException, InterruptedException {
        Matcher rows = Pattern.compile("total +(\\d+) KiB\\r\\nkernel and root +(\\d+) KiB\\r\\nprocesses +(\\d+) KiB\\r\\nfree +(\\d+) KiB\\r\\n")
                .matcher(enter("mem"));
        assertTrue(rows.matches());
        long parts = Long.parseLong(rows.group(2)) + Long.parseLong(rows.group(3)) + Long.parseLong(rows.group(4));
        long total = Long.parseLong(rows.group(1));
        assertTrue(Math.abs(total - parts) <= 2, "parts of " + parts + " KiB make " + total + " KiB, each rounded down");
        assertTrue(total > 120 << 10 && total <= 128 << 10, total + " KiB of 128 MiB");
    }

    @Test
    void uptimeGrows() throws IOException, InterruptedException {
        long first = milliseconds(enter("uptime"));
        long second = milliseconds(enter("uptime"));
        assertTrue(first > 0 && second >= first, first + ", " + second);
    }

    private static long milliseconds(String answer) {
        Matcher time = Pattern.compile("up (\\d+):(\\d\\d):(\\d\\d)\\.(\\d{3})\\r\\n").matcher(answer);
        assertTrue(time.matches(), answer);
        long seconds = Long.parseLong(time.group(1)) * 3600 + Long.parseLong(time.group(2)) * 60 + Long.parseLong(time.group(3));
        return seconds * 1000 + Long.parseLong(time.group(4));
    }

    @Test
    void dateShowsUniversalTime() throws IOException, InterruptedException {
        LocalDateTime before = LocalDateTime.now(ZoneOffset.UTC).minus(CLOCK_ERROR);
        LocalDateTime shown = date();
        LocalDateTime after = LocalDateTime.now(ZoneOffset.UTC).plus(CLOCK_ERROR);
        assertFalse(shown.isBefore(before) || shown.isAfter(after), shown + " is not from " + before + " to " + after);
    }

    @Test
    void dateWorksAgainWhenTheClockWasKilled() throws IOException, InterruptedException {
        LocalDateTime before = date();
        int restarts = restarts("clock");
        assertAnswer("clock was killed and started again\r\n", "kill clock");
        assertEquals(restarts + 1, restarts("clock"));
        assertFalse(date().isBefore(before));
    }

    private LocalDateTime date() throws IOException, InterruptedException {
        return LocalDateTime.parse(enter("date").strip().replace(' ', 'T'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "echo", "ps", "mem", "uptime", "date", "caps", "kill", "restart", "crash", "faults", "log", "drivers", "arp", "ping", "calc", "shutdown"})
    void helpExplainsEachCommand(String command) throws IOException, InterruptedException {
        assertTrue(enter("help").matches("(?s)(.*\\n)?" + command + " .*"));
        String answer = enter("help " + command);
        assertTrue(answer.matches(command + ".*: .+\\r\\n"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "frobnicate     | frobnicate: no such command; try help",
        "help frobnicate | help: no command frobnicate; try help",
        "ECHO a         | ECHO: no such command; try help",
        "calc           | usage: calc EXPRESSION",
        "ps all         | usage: ps",
        "date now       | usage: date",
        "crash clock    | crash: clock takes no such order",
        "kill           | usage: kill PROCESS",
        "kill nobody    | kill: no process nobody; try ps",
        "caps nobody    | caps: no process nobody; try ps",
        "crash nobody   | crash: no process nobody; try ps",
        "kill root      | kill: root cannot be ended; everything else depends on it",
        "kill supervisor | kill: supervisor cannot be ended; everything else depends on it",
        "restart supervisor | restart: supervisor cannot be ended; everything else depends on it",
        "faults 0       | faults: no failure 0 is known; try faults",
        "faults last    | faults: no failure last is known; try faults",
        "faults 1 2     | usage: faults [NUMBER]",
        "log all        | usage: log",
        "shutdown 100   | shutdown: the exit status is a number from 0 to 99",
        "shutdown -1    | shutdown: the exit status is a number from 0 to 99",
        "shutdown now   | shutdown: the exit status is a number from 0 to 99",
        "shutdown 4294967296 | shutdown: the exit status is a number from 0 to 99",
    })
    void whatCannotBeDoneIsExplained(String line, String answer) throws IOException, InterruptedException {
        assertAnswer(answer + "\r\n", line);
    }

    @Test
    void anEmptyLineDoesNothing() throws IOException, InterruptedException {
        assertAnswer("", "");
        assertAnswer("", "   ");
    }

    /** Each line of keys, once Enter is pressed, must print {@code right}. */
    private void assertTypes(String keys) throws IOException, InterruptedException {
        String answer = enter(keys);
        assertEquals("right\r\n", answer, "keys: " + keys.replace("\u001b", "ESC"));
    }

    @Test
    void backspaceErases() throws IOException, InterruptedException {
        assertTypes("echo wronh\u007f\u007f\u007f\u007f\u007fright");
        assertTypes("echo righh\bt");
        assertTypes("\u007f\u007fecho right");
    }

    @Test
    void arrowsMove() throws IOException, InterruptedException {
        assertTypes("echo rigt" + LEFT + "h");
        assertTypes("echo riht" + LEFT + LEFT + "g" + RIGHT + RIGHT + RIGHT);
    }

    @Test
    void homeAndEndMove() throws IOException, InterruptedException {
        assertTypes("cho righ\u0001e\u0005t");
        assertTypes("cho righ\u001b[He\u001b[Ft");
        assertTypes("cho righ\u001b[1~e\u001b[4~t");
    }

    @Test
    void killingKeysErase() throws IOException, InterruptedException {
        assertTypes("garbage\u0015echo right");
        assertTypes("echo right garbage" + LEFT.repeat(8) + "\u000b");
        assertTypes("echo garbage\u0017right");
        assertTypes("echo Xright\u0001" + RIGHT.repeat(5) + "\u001b[3~");
    }

    @Test
    void unknownEscapeSequencesDoNothing() throws IOException, InterruptedException {
        assertTypes("echo\u001b[5~ ri\u001b[99zght\u001bOP");
    }

    @Test
    void historyRecallsLines() throws IOException, InterruptedException {
        assertTypes("echo right");
        enter("echo later");
        assertTypes(UP + UP);
        assertTypes("echo r" + UP + DOWN + "ight");
    }

    @Test
    void controlCAbandonsTheLine() throws IOException, InterruptedException {
        session.type("echo garbage\u0003");
        session.expect("^C\r\n" + ConsoleSession.PROMPT);
        assertTypes("echo right");
    }

    @Test
    void controlDOnALineWithTextEndsNothing() throws IOException, InterruptedException {
        assertTypes("echo right\u0004");
    }

    @Test
    void aLineThatIsTooLongIsNotRun() throws IOException, InterruptedException {
        session.type("echo " + "x".repeat(10_000) + ConsoleSession.ENTER);
        session.expect("\r\nthe line has 10005 characters, more than 1024: it was not run\r\n" + ConsoleSession.PROMPT);
        assertTypes("echo right");
    }

    @Test
    void bytesThatAreNoTextDoNoHarm() throws IOException, InterruptedException {
        assertTypes("echo ri\0ght");
        String answer = enter("echo a\u00ff\u00c0\u0080\u00ed\u00a0\u0080z");
        assertTrue(answer.matches("a(\u00ef\u00bf\u00bd)+z\\r\\n"), "invalid UTF-8 becomes U+FFFD: " + answer);
        assertAnswer("\u00c3\u00a4\u00e2\u0082\u00ac\r\n", "echo \u00c3\u00a4\u00e2\u0082\u00ac");
    }

    @Test
    void aCrashedDriverComesBackOnTheSameEndpoint() throws IOException, InterruptedException {
        String shell = enter("caps shell");
        int restarts = restarts("serial");
        int shells = restarts("shell");
        String answer = enter("crash serial");
        assertTrue(answer.matches("(?s).*serial crashed and was restarted in \\d+\\.\\d{3} ms; try faults\\r\\n"), answer);
        assertEquals(restarts + 1, restarts("serial"));
        assertEquals(shells, restarts("shell"));
        assertEquals(shell, enter("caps shell"));
        assertLastFault("serial: null reference", "peaberry.serial.Serial.crash(Serial.java:" + SourceLine.of(SERIAL, NULL_ACCESS) + ")");
    }

    @Test
    void rootAndTheSupervisorCrashAndEverythingElseGoesOn() throws IOException, InterruptedException {
        int supervisors = restarts("supervisor");
        int shells = restarts("shell");
        String root = enter("crash root");
        assertTrue(root.contains("root: root failed at peaberry.root.ProcessRequests.crash(") && root.endsWith("root crashed and was started anew\r\n"), root);
        String supervisor = enter("crash supervisor");
        assertTrue(supervisor.contains("root: the supervisor failed at peaberry.supervisor.SupervisionRequests.crash("), supervisor);
        assertTrue(supervisor.endsWith("supervisor crashed and was started anew\r\n"), supervisor);
        assertEquals(supervisors + 1, restarts("supervisor"));
        assertEquals(shells, restarts("shell"));
        assertAnswer("serial was killed and started again\r\n", "kill serial");
        assertLastFault("serial: killed on request", "");
    }

    @Test
    void allEvidenceOfAFailureIsShown() throws IOException, InterruptedException {
        enter("crash serial");
        String faults = enter("faults");
        String evidence = enter("faults " + faults.replaceFirst("(?s).*#(\\d+).*", "$1"));
        assertTrue(evidence.startsWith(faults.substring(faults.lastIndexOf('#'))), evidence);
        String rows = evidence.substring(evidence.indexOf("    rax "));
        assertTrue(rows.matches("(?s)(    \\w+ 0x[0-9a-f]+ +\\w+ 0x[0-9a-f]+ +\\w+ 0x[0-9a-f]+\\r\\n){6}"
                + "    received from shell, interface 1, method 0\\r\\n(    received (from shell, interface 0, method [01]|a signal)\\r\\n)*"), evidence);
        assertTrue(rows.contains("rip 0x"), evidence);
    }

    @Test
    void theLogTellsWhoStaysAway() throws IOException, InterruptedException {
        assertTrue(enter("log").matches("(?s)(.*\\r\\n)?\\d+\\.\\d{3} s  network stays away: its device is not in this machine\\r\\n.*"));
        assertAnswer("no process drives a PCI device\r\n", "drivers");
    }

    @Test
    void aCrashedShellIsStartedAgain() throws IOException, InterruptedException {
        int restarts = restarts("shell");
        session.type("crash shell" + ConsoleSession.ENTER);
        session.expect("\r\nThe shell was restarted; try faults\r\n" + ConsoleSession.PROMPT);
        assertEquals(restarts + 1, restarts("shell"));
        assertLastFault("shell: null reference", "peaberry.shell.CrashCommand.crashShell(CrashCommand.java:"
                + SourceLine.of(CRASH, NULL_ACCESS) + ")");
    }

    @Test
    void aKilledProcessIsStartedAgain() throws IOException, InterruptedException {
        int restarts = restarts("serial");
        assertAnswer("serial was killed and started again\r\n", "kill serial");
        assertEquals(restarts + 1, restarts("serial"));
        assertLastFault("serial: killed on request", "");
    }

    @Test
    void aRestartedProcessWorks() throws IOException, InterruptedException {
        int restarts = restarts("serial");
        assertAnswer("serial was restarted\r\n", "restart serial");
        assertEquals(restarts + 1, restarts("serial"));
        assertAnswer("alive\r\n", "echo alive");
    }

    @Test
    void theShellCanEndItself() throws IOException, InterruptedException {
        session.type("kill shell" + ConsoleSession.ENTER);
        session.expect("\r\nThe shell was restarted; try faults\r\n" + ConsoleSession.PROMPT);
        assertAnswer("alive\r\n", "echo alive");
    }

    @Test
    void nothingTypedIsLostWhileTheDriverRestarts() throws IOException, InterruptedException {
        session.type("restart serial\recho abcdefghij\recho end of it\r");
        String answer = session.expect("\nend of it\r\n" + ConsoleSession.PROMPT);
        assertTrue(answer.contains("\nabcdefghij\r\n"), answer);
    }

    private int restarts(String process) throws IOException, InterruptedException {
        Matcher row = Pattern.compile("^" + process + " .* (\\d+)$", Pattern.MULTILINE).matcher(enter("ps"));
        assertTrue(row.find(), process);
        return Integer.parseInt(row.group(1));
    }

    /** The newest entry says what happened and, if that was in Java code, where. */
    private void assertLastFault(String what, String where) throws IOException, InterruptedException {
        String faults = enter("faults");
        String last = faults.substring(faults.lastIndexOf('#'));
        String place = where.isEmpty() ? "" : "    at " + Pattern.quote(where) + ", ip 0x[0-9a-f]+\\r\\n";
        assertTrue(last.matches("#\\d+  \\d+\\.\\d{3} s  " + Pattern.quote(what) + ", restarts \\d+\\r\\n" + place), last);
    }
}
