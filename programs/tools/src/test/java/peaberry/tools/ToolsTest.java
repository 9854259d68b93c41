package peaberry.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

    @Test
    void listingAllShowsWhatAFileIs() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "hello");
        assertTrue(file.toFile().setExecutable(false, false));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-02-29T23:59:59Z")));
        Path below = Files.createDirectory(directory.resolve("below"));
        Files.setLastModifiedTime(below, FileTime.from(Instant.parse("1970-01-01T00:00:00Z")));
        assertEquals(0, run("ls", "-l"));
        String expected = "drwx N 1970-01-01 00:00 below\n-rw- N 2024-02-29 23:59 file\n";
        assertEquals(expected, output().replaceAll("(?m)^(....) +\\d+", "$1 N"));
        assertTrue(output().contains(" 5 2024"), output());
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
