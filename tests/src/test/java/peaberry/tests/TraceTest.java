package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages between the file server and the disk are shown, at a console of the ordinary system. */
class TraceTest {

    private static final Pattern PROMPT = Pattern.compile("\\$ ");
    private static final Pattern LINE = Pattern.compile("\\d+\\.\\d{3} files -> partitions  BlockDevice\\.\\w+\\(.*\\) = [^ ]+  \\d+\\.\\d{3} ms");
    /** What the file server has in place of its disk while somebody stands there is the tracer's second interface. */
    private static final String AWAIT_TRACE = "until caps files | grep -q 'disk.*interface 1'; do sleep 1; done";
    /** What the file server was given; behind that is what it made itself. */
    private static final String DECLARED = "caps files | head -n 8";
    private static final String AWAIT_END = "until caps files | grep -q 'disk.*interface 0'; do sleep 1; done";

    @TempDir
    private Path folder;

    private ConsoleSession session;

    private String enter(String command) throws IOException, InterruptedException {
        return session.enter(command, PROMPT).replace("\r\n", "\n");
    }

    private void prints(String expected, String command) throws IOException, InterruptedException {
        assertEquals(expected, enter(command), command);
    }

    @Test
    void messagesAreShownByNameAndNobodyIsTheWorseForIt() throws IOException, InterruptedException {
        try (ConsoleSession guest = ConsoleSession.command("run", "--disk", folder.resolve("disk").toString())) {
            session = guest;
            session.expect("$ ");
            prints("trace: this takes 'tracing', which was not granted; try: grant tracing\n", "trace files disk");
            prints("", "grant machine tracing supervision");
            refusesWhatCannotBeTraced();
            String before = enter(DECLARED);
            showsMessagesWhileServersAreMadeAnew();
            assertEquals(before, enter(DECLARED));
            showsSoMany();
            assertEquals(before, enter(DECLARED));
            outlivesRootAndTheTracer();
            assertEquals(before, enter(DECLARED));
            prints("3000\n4000\n6000\n", "for i in 3000 4000 6000; do wc -l < /lines$i; done");
            prints("no process has failed yet\n", "faults | grep -v root");
        }
    }

    private void refusesWhatCannotBeTraced() throws IOException, InterruptedException {
        prints("trace: there is no process nobody; try ps\n", "trace nobody disk");
        prints("trace: files uses nothing by the name of floppy; try caps files\n", "trace files floppy");
        prints("trace: the system's declaration does not let listener be traced\n", "trace listener typing");
        prints("trace: behind -n is a number of messages, from 1 on\n", "trace -n 0 files disk");
    }

    private void showsMessagesWhileServersAreMadeAnew() throws IOException, InterruptedException {
        prints("", "trace files disk > /tmp/seen & " + AWAIT_TRACE);
        prints("trace: there is a trace already; one has to be over before the next\n", "trace files clock");
        prints("", "seq 3000 > /lines3000; sync");
        prints("partitions was restarted\ndisk was restarted\n", "restart partitions; restart disk");
        prints("3000\n", "wc -l < /lines3000");
        prints("", "seq 4000 > /lines4000; sync");
        prints("files was restarted\n", "restart files");
        prints("", "seq 6000 > /lines6000 & restart partitions > /dev/null; wait $!; sync");
        prints("6000\n4000\n", "wc -l < /lines6000; wc -l < /lines4000");
        enter("kill %1; " + AWAIT_END);
        List<String> lines = enter("cat /tmp/seen").lines().filter(line -> line.contains("->")).toList();
        lines.forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
        for (String method : new String[] {"BlockDevice.read(", "BlockDevice.write(", "BlockDevice.flush() = DONE"}) {
            assertTrue(lines.stream().anyMatch(line -> line.contains(method)), method);
        }
    }

    private void showsSoMany() throws IOException, InterruptedException {
        enter("trace -n 2 files disk > /tmp/two & " + AWAIT_TRACE);
        enter("touch /new; sync; wait");
        prints("2\n", "grep -c BlockDevice /tmp/two");
    }

    private void outlivesRootAndTheTracer() throws IOException, InterruptedException {
        enter("trace files disk > /tmp/more & " + AWAIT_TRACE);
        assertTrue(enter("crash root").contains("root crashed and was started anew\n"));
        prints("1\n", "touch /newer; sync; caps files | grep -c 'disk.*interface 1'");
        assertTrue(enter("restart tracer; wait").contains("tracer was restarted\n"));
        prints("", "touch /newest; sync");
    }
}
