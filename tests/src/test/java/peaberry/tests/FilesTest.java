package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.standin.DiskCheck;
import peaberry.standin.HostTool;

/** The disk's files at the console. */
class FilesTest {

    private static final int LINES = 4_000;

    @TempDir
    private Path folder;

    private static String text() {
        return IntStream.range(0, LINES).mapToObj(line -> "line " + line + " of a file that is read in several pieces\n").collect(Collectors.joining());
    }

    private Path disk() throws IOException, InterruptedException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("hello"), "Hello from a disk\n");
        Files.writeString(Files.createDirectories(tree.resolve("papers/old")).resolve("long"), text());
        Files.createSymbolicLink(tree.resolve("papers/greeting"), Path.of("../hello"));
        Path disk = folder.resolve("disk");
        tool("mke2fs", "-q", "-F", "-t", "ext4", "-d", tree.toString(), disk.toString(), "32M");
        return disk;
    }

    /** Runs one of the host's tools. */
    private static String tool(String... command) throws IOException, InterruptedException {
        return HostTool.run(0, "", command);
    }

    private static String row(String listing, String name) {
        return listing.lines().filter(line -> line.strip().endsWith(name)).findFirst().orElseThrow(() -> new AssertionError("no " + name + " in:\n" + listing));
    }

    @Test
    void aDiskThatTheHostMadeIsRead() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk().toString())) {
            String listing = session.enter("ls");
            assertTrue(row(listing, "hello").matches("-rw[-rwx]{7} +18  20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d  hello\\s*"), listing);
            assertTrue(row(listing, "papers/").startsWith("drwx"), listing);
            assertTrue(row(session.enter("ls papers"), "greeting -> ../hello").startsWith("lrwx"));
            assertEquals("Hello from a disk\r\n", session.enter("cat papers/greeting"));
            assertEquals("/         read and written\r\n/tmp      read and written\r\n", session.enter("mount"));
            assertEquals(text().replace("\n", "\r\n"), session.enter("cat papers/old/long"));
            assertTrue(session.enter("stat hello").contains("size      18 bytes"));
            assertTrue(session.enter("df").matches("(?s).*\r\n +\\d+ KiB +\\d+ KiB +\\d+ KiB +\\d+ % +\\d+  /\r\n +4095 KiB .*  /tmp\r\n"));
            assertEquals("cat: nothing: there is no such file\r\n", session.enter("cat nothing"));
            assertEquals("cat: papers: it is no file\r\n", session.enter("cat papers"));
            assertEquals("ls: hello/x: it is no directory, or goes through something that is none\r\n", session.enter("ls hello/x"));
            assertEquals("Hello from a disk\r\n", session.enter("cat ../../papers/../../hello"));
        }
    }

    @Test
    void aFileIsReadThoughServerAndDriverDieMeanwhile() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk().toString())) {
            assertEquals("Hello from a disk\r\n", session.enter("cat hello"));
            assertTrue(session.enter("kill files").contains("was killed and started again"));
            assertEquals("Hello from a disk\r\n", session.enter("cat hello"));
            assertTrue(session.enter("kill disk").contains("was killed and started again"));
            assertEquals(text().replace("\n", "\r\n"), session.enter("cat papers/old/long"));
        }
    }

    /** The file's only block is written once more, but only into the journal, as if the power had gone then. */
    @Test
    void whatIsInTheJournalIsOnTheDisk() throws IOException, InterruptedException {
        Path disk = disk();
        String block = tool("debugfs", "-R", "bmap hello 0", disk.toString()).lines().map(String::strip).filter(line -> line.matches("\\d+")).findFirst().orElseThrow();
        Path data = Files.writeString(folder.resolve("data"), "Hello, from a log".concat("\n").repeat(64).substring(0, 1024));
        Path commands = Files.writeString(folder.resolve("commands"), "jo -c -v 3\njw -b " + block + " " + data + "\njc\n");
        tool("debugfs", "-w", "-f", commands.toString(), disk.toString());
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk.toString())) {
            assertEquals("Hello, from a log\r\n", session.enter("cat hello"));
            session.type("shutdown" + ConsoleSession.ENTER);
            assertEquals(0, session.status());
        }
        assertFalse(tool("e2fsck", "-fn", disk.toString()).contains("journal"), "it was replayed");
    }

    private void assertClean(Path disk) throws IOException, InterruptedException {
        assertEquals("", DiskCheck.complaint(disk));
    }

    private static void enter(ConsoleSession session, String... commands) throws IOException, InterruptedException {
        for (String command : commands) {
            assertEquals("", session.enter(command), command);
        }
    }

    @Test
    void whatIsChangedIsThereForTheHost() throws IOException, InterruptedException {
        Path disk = disk();
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk.toString())) {
            enter(session, "mkdir new new/sub", "cp papers/old/long new/copy", "cp hello new", "mv new/copy new/sub/moved", "ln hello new/more", "ln -s ../hello new/link", "touch new/empty",
                    "rm papers/greeting papers/old/long", "rm -d papers/old", "mv papers new");
            assertEquals(text().replace("\n", "\r\n"), session.enter("cat new/sub/moved"));
            assertEquals("Hello from a disk\r\nHello from a disk\r\n", session.enter("cat new/link new/more"));
            assertEquals("mkdir: new: something of that name is there already\r\n", session.enter("mkdir new"));
            assertEquals("rm: new: it is a directory\r\n", session.enter("rm new"));
            assertEquals("rm: new: the directory is not empty\r\n", session.enter("rm -d new"));
            assertEquals("mv: new/sub/x: a directory cannot be put into itself\r\n", session.enter("mv new new/sub/x"));
            assertEquals("mkdir: new/..: it is no name\r\n", session.enter("mkdir new/.."));
            session.type("shutdown" + ConsoleSession.ENTER);
            assertEquals(0, session.status());
        }
        assertClean(disk);
        assertEquals(text(), tool("debugfs", "-R", "cat /new/sub/moved", disk.toString()).replaceFirst("debugfs [^\n]*\n", ""));
        String times = tool("debugfs", "-R", "stat /new/empty", disk.toString());
        assertTrue(times.contains("mtime: 0x"), times);
        assertFalse(times.lines().filter(line -> line.contains("time: 0x")).allMatch(line -> line.contains(":00000000 ")), () -> "no parts of seconds in " + times);
        String listing = tool("debugfs", "-R", "ls -l /new", disk.toString());
        for (String name : new String[] {"sub", "hello", "more", "link", "empty", "papers"}) {
            assertTrue(listing.lines().anyMatch(line -> line.endsWith(" " + name)), listing);
        }
    }

    /** What was synced before is there; what was not may be or not. */
    @Test
    void aDiskIsWholeThoughServerAndDriverDieWhileItIsWritten() throws IOException, InterruptedException {
        Path disk = disk();
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk.toString())) {
            enter(session, "mkdir new", "cp papers/old/long new/one", "sync new/one new", "cp papers/old/long new/two");
            assertTrue(session.enter("kill files").contains("was killed and started again"));
            assertEquals(text().replace("\n", "\r\n"), session.enter("cat new/one"));
            String said = session.enter("sync"); // what was quick enough was not lost
            assertTrue(said.isEmpty() || said.equals("sync: /: some of what was changed before was lost with the file server\r\n"), said);
            enter(session, "sync", "cp papers/old/long new/three");
            assertTrue(session.enter("kill disk").contains("was killed and started again"));
            enter(session, "cp new/one new/four", "sync");
            assertTrue(session.enter("kill files").contains("was killed and started again"));
            assertEquals(text().replace("\n", "\r\n").repeat(2), session.enter("cat new/three new/four"));
            session.type("shutdown" + ConsoleSession.ENTER);
            assertEquals(0, session.status());
        }
        assertClean(disk);
    }

    @Test
    void aDiskThatIsNotThereIsMade() throws IOException, InterruptedException {
        Path disk = folder.resolve("new disk.img");
        for (String[] commands : new String[][] {{"mkdir papers", "touch papers/one"}, {"mv papers/one papers/two"}}) {
            try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk.toString())) {
                enter(session, commands);
                session.type("shutdown" + ConsoleSession.ENTER);
                assertEquals(0, session.status());
                assertEquals(commands.length == 2, session.errors().contains("peaberry: making " + disk + ", a disk of 256 MiB with an empty ext4"));
            }
        }
        assertEquals(256L << 20, Files.size(disk));
        assertClean(disk);
        assertTrue(tool("debugfs", "-R", "ls -l /papers", disk.toString()).contains(" two"));
    }

    @Test
    void aDiskInNoFolderIsRefused() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, "--disk", folder.resolve("nowhere/disk").toString())) {
            assertEquals(125, session.status());
            assertTrue(session.errors().contains("peaberry: --disk needs a file, or the name of one that can be made, not '"), session.errors());
        }
    }

    @Test
    void aDiskWithoutFilesIsToldSo() throws IOException, InterruptedException {
        Path disk = folder.resolve("disk");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(4 << 20);
        }
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk.toString())) {
            assertEquals("ls: /: the disk has no ext4\r\n", session.enter("ls"));
        }
    }

    /** There is none at /tmp on the disk, and it does not become one: what is there is in memory. */
    @Test
    void filesAreCopiedFromOneTreeToAnother() throws IOException, InterruptedException {
        Path disk = disk();
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35, "--disk", disk.toString())) {
            enter(session, "cp papers/old/long /tmp", "cp /tmp/long /tmp/again", "mv /tmp/again /tmp/moved", "ln -s /hello /tmp/link", "mkdir /tmp/new", "sync");
            assertTrue(session.enter("kill scratch").contains("was killed and started again"));
            enter(session, "cp /tmp/moved /tmp/../back");
            assertEquals(text().replace("\n", "\r\n").repeat(2), session.enter("cat back /tmp/new/../long"));
            assertTrue(row(session.enter("ls"), "tmp/").startsWith("drwx"));
            assertEquals("cat: /tmp/link: there is no such file\r\n", session.enter("cat /tmp/link"), "a link leads nowhere but in its tree");
            assertEquals("mv: /tmp/moved and /x are not in one file system; cp copies from one to another\r\n", session.enter("mv /tmp/moved /x"));
            assertEquals("ln: hello and /tmp/x are not in one file system; cp copies from one to another\r\n", session.enter("ln hello /tmp/x"));
            assertEquals("rm: /tmp: files are mounted there\r\n", session.enter("rm -d /tmp"));
            assertEquals("cp: both are the same file\r\n", session.enter("cp /tmp/long /tmp/new/../long"));
            session.type("shutdown" + ConsoleSession.ENTER);
            assertEquals(0, session.status());
        }
        assertClean(disk);
        assertFalse(tool("debugfs", "-R", "ls /", disk.toString()).contains("tmp"));
    }

    @Test
    void withoutADiskThereAreFilesInMemoryOnly() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.atPrompt(Machine.Q35)) {
            assertEquals("ls: /: there is no disk; start with --disk FILE\r\n", session.enter("ls"));
            assertEquals("/         no disk; start with --disk FILE\r\n/tmp      read and written\r\n", session.enter("mount"));
            assertEquals("", session.enter("touch /tmp/one"));
            assertTrue(session.enter("ls /tmp").contains("  one\r\n"));
        }
    }
}
