package peaberry.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Utf8;

/** What tools do that GNU's do otherwise, or that no script shows. */
class ToolsTest {

    @TempDir
    private Path directory;

    private final TestChannel.Memory output = new TestChannel.Memory();
    private final TestChannel.Memory errors = new TestChannel.Memory();

    /** A channel that cannot be written. */
    private record Failing(IOException failure) implements TestChannel.Behind {

        @Override
        public int read(byte[] into, int offset, int length) {
            return -1;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            throw failure;
        }

        @Override
        public void close() {
            // There is nothing.
        }
    }

    private int run(Channel out, String name, String... arguments) {
        return Tools.run(new TestSystem(), name, List.of(arguments), List.of(), directory.toString(), new TestChannel(new TestChannel.Memory()), out,
                new TestChannel(errors));
    }

    private int run(String name, String... arguments) {
        return run(new TestChannel(output), name, arguments);
    }

    private String output() {
        return Utf8.decode(output.written());
    }

    private String errors() {
        return Utf8.decode(errors.written());
    }

    @Test
    void thereIsAToolForEachName() {
        Names.ALL.forEach(name -> assertNotNull(Tools.tool(name), name));
    }

    @Test
    void anotherNameIsNotFound() {
        assertEquals(127, run("nothing"));
        assertEquals("nothing: there is no such tool\n", errors());
    }

    @Test
    void aBrokenPipeEndsAToolQuietly() {
        assertEquals(141, run(new TestChannel(new Failing(new BrokenPipeException())), "seq", "9"));
        assertEquals("", errors());
    }

    @Test
    void aBrokenPipeEndsAToolInTheMiddleOfMuch() {
        assertEquals(141, run(new TestChannel(new Failing(new BrokenPipeException())), "seq", "1000000000000"));
    }

    @Test
    void otherFailuresOfOutputAreTold() {
        assertEquals(1, run(new TestChannel(new Failing(new IOException("no room left"))), "seq", "9"));
        assertEquals("seq: write error: no room left\n", errors());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertEquals(1, run("cat", "nowhere"));
        assertEquals("cat: nowhere: no such file or directory\n", errors());
    }

    @Test
    void aWrongOptionIsNamed() {
        assertEquals(2, run("sort", "-y"));
        assertEquals(2, run("ls", "--colour"));
        assertEquals("sort: there is no option -y\nls: there is no option --colour\n", errors());
    }

    /** A terminal: output that asks for colours and columns. */
    private static final class Screen implements Channel {

        private final StringBuilder shown = new StringBuilder();

        @Override
        public int read(byte[] into, int offset, int length) {
            return -1;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            shown.append(Utf8.decode(Arrays.copyOfRange(from, offset, offset + length)));
        }

        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public void close() {
            // There is nothing.
        }
    }

    private String shown(List<String> environment, String name, String... arguments) {
        Screen screen = new Screen();
        assertEquals(0, Tools.run(new TestSystem(), name, List.of(arguments), environment, directory.toString(), new TestChannel(new TestChannel.Memory()), screen,
                new TestChannel(errors)));
        return screen.shown.toString();
    }

    @Test
    void aTerminalHasColumnsColoursAndQuotes() throws IOException {
        Files.writeString(directory.resolve("a file"), "");
        Files.writeString(directory.resolve("b\33[2J"), "");
        Files.createDirectory(directory.resolve("c"));
        assertEquals("'a file'  'b'$'\\033''[2J'  c\n", shown(List.of(), "ls"));
        assertEquals("'a file'  'b'$'\\033''[2J'  \33[0m\33[01;34mc\33[0m\n", shown(List.of("TERM=xterm"), "ls"));
        assertEquals("'a file'  'b'$'\\033''[2J'  c\n", shown(List.of("TERM=dumb"), "ls"));
        assertEquals("'a file'\n'b'$'\\033''[2J'\nc\n", shown(List.of("COLUMNS=20"), "ls"));
        assertEquals("'a file'\n'b'$'\\033''[2J'\nc\n", shown(List.of(), "ls", "-1"));
    }

    @Test
    void rangesInPatternsAreOfCharacters() throws IOException {
        Files.writeString(directory.resolve("letters"), "β\nb\n");
        assertEquals(0, run("grep", "[α-ω]", "letters"));
        assertEquals("β\n", output());
    }

    @Test
    void charactersAreReplacedAndCut() throws IOException {
        Files.writeString(directory.resolve("letters"), "äbö\n");
        assertEquals(0, run("cut", "-c", "2-3", "letters"));
        assertEquals("bö\n", output());
    }

    @Test
    void momentsAreRightAtTheEdgesOfYears() {
        for (String moment : List.of("1999-12-31T23:59:00Z", "2000-02-29T00:00:00Z", "2000-03-01T00:00:00Z", "2100-02-28T12:34:00Z", "2100-03-01T00:00:00Z", "1969-12-31T23:59:00Z")) {
            String text = MomentText.of(Moment.of(Instant.parse(moment).getEpochSecond() * 1_000_000_000), "%Y-%m-%d %H:%M");
            assertEquals(moment.replace('T', ' ').replace(":00Z", ""), text);
        }
    }
}
