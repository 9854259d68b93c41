package peaberry.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OperatingSystem;
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

    private int run(OperatingSystem system, String name, String... arguments) {
        return Tools.run(system, name, List.of(arguments), List.of(), directory.toString(), new TestChannel(new TestChannel.Memory()), new TestChannel(output),
                new TestChannel(errors));
    }

    @Test
    void whatIsMovedToAnotherFileSystemIsCopied() throws IOException {
        Path tree = Files.createDirectory(directory.resolve("tree"));
        Files.writeString(tree.resolve("file"), "hello");
        Files.createLink(tree.resolve("name"), tree.resolve("file"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("file"));
        Files.setLastModifiedTime(tree.resolve("file"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertEquals(0, run(new FarSystem(), "mv", "-v", "tree", "moved"));
        assertEquals("created directory 'moved'\ncopied 'tree/file' -> 'moved/file'\ncopied 'tree/link' -> 'moved/link'\ncopied 'tree/name' -> 'moved/name'\n"
                + "removed 'tree/file'\nremoved 'tree/link'\nremoved 'tree/name'\nremoved directory 'tree'\n", output());
        assertFalse(Files.exists(tree));
        assertEquals("hello", Files.readString(directory.resolve("moved/name")));
        assertTrue(Files.isSameFile(directory.resolve("moved/file"), directory.resolve("moved/name")));
        assertEquals(Path.of("file"), Files.readSymbolicLink(directory.resolve("moved/link")));
        assertEquals(Instant.parse("2020-01-01T00:00:00Z"), Files.getLastModifiedTime(directory.resolve("moved/file")).toInstant());
    }

    @Test
    void whatIsThereIsReplacedInAnotherFileSystem() throws IOException {
        Files.writeString(directory.resolve("one"), "1");
        Files.writeString(directory.resolve("other"), "2");
        assertEquals(0, run(new FarSystem(), "mv", "one", "other"));
        assertEquals("1", Files.readString(directory.resolve("other")));
        Files.createDirectories(directory.resolve("tree"));
        Files.createDirectories(directory.resolve("into/tree/full"));
        assertEquals(1, run(new FarSystem(), "mv", "tree", "into"));
        assertTrue(Files.exists(directory.resolve("tree")));
    }

    /** What was not copied stays where it is. */
    @Test
    void whatCannotBeCopiedToAnotherFileSystemStays() throws IOException {
        Files.writeString(directory.resolve("one"), "1");
        assertEquals(1, run(new FarSystem(), "mv", "one", "nowhere/one"));
        assertEquals("1", Files.readString(directory.resolve("one")));
        assertTrue(errors().startsWith("mv: nowhere/one: "), errors());
    }

    @Test
    void whatIsKnownOfAFileIsWrittenByItself() throws IOException {
        Path file = Files.writeString(directory.resolve("a file"), "hello");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));
        assertEquals(0, run("stat", "a file"));
        String[] lines = output().split("\n");
        assertEquals("  File: 'a file'", lines[0]);
        assertTrue(lines[1].startsWith("  Size: 5\tBlocks: ") && lines[1].endsWith("\tregular file"), lines[1]);
        assertEquals("Modify: 2020-01-02 03:04:05.000000000 +0000", lines[5]);
        assertEquals(7, lines.length);
    }

    @Test
    void roomIsCountedInKibibytesAndNodes() {
        RoomySystem system = new RoomySystem();
        assertEquals(0, run(system, "df"));
        assertEquals(0, run(system, "df", "-h", "/"));
        assertEquals(0, run(system, "df", "-i"));
        assertEquals(" 1K-blocks       Used  Available Use% Mounted on\n      4096       1025       3071  26% /\n"
                + " Size  Used Avail Use% Mounted on\n 4.0M  1.1M  3.0M  26% /\n"
                + "    Inodes      IUsed      IFree IUse% Mounted on\n       100         25         75  25% /\n", output());
    }

    @Test
    void manyFilesAreGivenToAProgramInSeveralPieces() throws IOException {
        String name = "a-name-that-is-as-long-as-it-has-to-be-";
        for (int i = 0; i < 200; i++) {
            Files.writeString(directory.resolve(name + i), "x");
        }
        assertEquals(0, Tools.run(new TestSystem(), "find", List.of(".", "-type", "f", "-exec", "wc", "-c", "{}", "+"), List.of("PATH=/bin"), directory.toString(),
                new TestChannel(new TestChannel.Memory()), new TestChannel(output), new TestChannel(errors)));
        List<String> totals = output().lines().filter(line -> line.endsWith(" total")).toList();
        assertEquals(200, totals.stream().mapToInt(line -> Integer.parseInt(line.strip().split(" ")[0])).sum());
        assertTrue(totals.size() > 1, totals.toString());
    }

    /** Nothing is taken away in this test, whatever the tool tries. */
    @Test
    void theRootIsNotTakenAway() {
        TestSystem system = new TestSystem(new HostFiles() {

            @Override
            public void remove(String path) {
                throw new AssertionError("removes " + path);
            }

            @Override
            public void removeDirectory(String path) {
                throw new AssertionError("removes " + path);
            }
        });
        assertEquals(1, run(system, "rm", "-r", "/"));
        assertEquals(1, run(system, "rm", "-rf", "//", "/bin/.."));
        assertEquals("rm: /: the root of all files is not taken away\nrm: //: the root of all files is not taken away\nrm: /bin/..: neither . nor .. is taken away\n", errors());
    }

    @Test
    void directoriesThatCannotBeReadAreTold() throws IOException {
        Files.createDirectories(directory.resolve("tree/locked"));
        Files.createDirectory(directory.resolve("tree/open"));
        TestSystem system = new TestSystem() {

            @Override
            public List<String> entries(String path) throws IOException {
                if (path.endsWith("/locked")) {
                    throw new IOException("permission denied");
                }
                return super.entries(path);
            }
        };
        assertEquals(2, run(system, "ls", "tree/locked"));
        assertEquals(1, run(system, "ls", "-R", "tree"));
        assertEquals(1, run(system, "find", "tree"));
        assertEquals(1, run(system, "du", "tree"));
        assertEquals(1, run(system, "chmod", "-R", "700", "tree"));
        assertEquals(1, run(system, "rm", "-r", "tree"));
        assertEquals(1, run(system, "cp", "-r", "tree", "copy"));
        String told = "tree/locked: permission denied\n";
        assertEquals("ls: " + told + "ls: " + told + "find: " + told + "du: " + told + "chmod: " + told + "rm: " + told + "cp: " + told, errors());
        assertTrue(Files.exists(directory.resolve("tree/locked")));
    }
}
