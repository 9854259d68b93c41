package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.ext4.Inode;

/** What is written is on the disk, and {@code e2fsck} has nothing to say against it. */
class WritingTest {

    /** What are fewer extents now may be in more nodes than it takes, as with Linux: that is not asked about. */
    private static final String[] AS_MANY_NODES = {"-E", "no_optimize_extents"};

    @TempDir
    private Path folder;
    private Path tree;

    @BeforeEach
    void makeTree() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("hello"), "Hello, world!\n");
        Files.createDirectory(tree.resolve("papers"));
    }

    private byte[] image(int megabytes, String options) throws IOException, InterruptedException {
        return NewDisk.of(tree, folder.resolve("disk"), megabytes, options.strip());
    }

    /** What {@code debugfs} finds, in {@link DiskReader#everything}'s words: each file by its SHA-256 sum. */
    private Map<String, String> everythingAsTheHostReadsIt(byte[] image) throws IOException, InterruptedException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        HostTree.run(0, "debugfs", "-R", "rdump / " + copy, Files.write(folder.resolve("result"), image).toString());
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path path : all.filter(each -> !each.equals(copy)).toList()) {
                boolean isLink = Files.isSymbolicLink(path);
                String what = isLink ? "-> " + Files.readSymbolicLink(path) : Files.isDirectory(path) ? NodeType.DIRECTORY.toString() : DiskReader.digest(Files.readAllBytes(path));
                found.put(copy.relativize(path).toString(), what);
            }
        }
        return found;
    }

    private void assertEndsClean(DiskWriter writer, byte[] image) throws IOException, InterruptedException {
        DiskReader.check(writer.volume().close(), "close");
        HostTree.assertClean(image, folder);
    }

    /** Writes a file until the disk is full. @return how many bytes there was room for */
    private static long fill(DiskWriter writer, String file) {
        long position = 0;
        Outcome outcome = writer.write(file, position, 60_000);
        while (outcome == Outcome.DONE) {
            position += 60_000;
            outcome = writer.write(file, position, 60_000);
        }
        assertEquals(Outcome.NO_SPACE, outcome);
        assertTrue(position > 4_000_000, "bytes " + position);
        return position;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "24 | -t ext4 -b 1024",
        "24 | -t ext4 -b 2048",
        "24 | -t ext4 -b 4096",
        "24 | -t ext4 -O ^64bit",
        "24 | -t ext4 -O ^metadata_csum",
        "24 | -t ext4 -O ^metadata_csum,uninit_bg -I 128",
        "24 | -t ext4 -O metadata_csum_seed",
        "200 | -t ext4",
        "17 | " + NewDisk.OPTIONS,
        "200 | " + NewDisk.OPTIONS,
    })
    void whatIsWrittenIsThere(int megabytes, String options) throws IOException, InterruptedException {
        byte[] image = image(megabytes, options);
        Map<String, String> expected = new TreeMap<>(new DiskReader(image.clone()).everything());
        DiskWriter writer = new DiskWriter(image, 7);
        writer.makeMany(400, expected);
        assertEquals(expected, writer.reader().everything(), "before it is on the disk");
        DiskReader.check(writer.volume().commit(), "commit");
        byte[] crashed = image.clone();
        DiskReader.check(writer.volume().close(), "close");
        assertEquals(expected, new DiskReader(image).everything(), "after a clean end");
        HostTree.assertClean(image, folder);
        assertEquals(expected, everythingAsTheHostReadsIt(image), "with debugfs");
        assertEquals(expected, new DiskReader(crashed).everything(), "after a loss of power");
        HostTree.assertClean(crashed, folder);
    }

    @ParameterizedTest
    @CsvSource({
        "-I 256, 0640,      0,          0,        1_000, 999_999_999",
        "-I 256, 07777, 70_000, 4294967295, -2147483648,           0",
        "-I 256, 0,     65_535,     65_536, 15032385535,           1",
        "-I 128, 01000, 70_000,         10,  2147483647,           0",
    })
    void whoseAFileIsAndWhenItWasChangedIsTold(String size, String permissions, String owner, String group, String time, String nanoseconds) throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4 " + size + (size.endsWith("128") ? " -O ^metadata_csum,^extra_isize" : ""));
        int mode = Integer.parseInt(permissions, 8);
        long user = number(owner);
        long users = number(group);
        long moment = number(time);
        int fraction = (int) number(nanoseconds);
        DiskWriter writer = new DiskWriter(image, 22);
        for (String path : List.of("hello", "papers")) {
            assertEquals(Outcome.DONE, writer.describe(path, mode, user, users, moment, moment, fraction));
        }
        assertEndsClean(writer, image);
        for (String path : List.of("hello", "papers")) {
            DiskReader reader = new DiskReader(image);
            DiskReader.check(reader.go(path, true), path);
            Inode it = reader.inode();
            assertEquals(List.of(mode, user, users, moment, fraction, moment, fraction), List.of(it.permissions(), it.owner(), it.group(), it.modified().seconds(), it.modified().nanoseconds(),
                    it.accessed().seconds(), it.accessed().nanoseconds()));
            String host = HostTree.run(0, "debugfs", "-R", "stat " + path, Files.write(folder.resolve("result"), image).toString());
            assertTrue(host.matches("(?s).*Mode: +" + String.format("0%03o", mode) + " .*User: +" + user + " +Group: +" + (int) users + " .*"), host);
            String expected = size.endsWith("128") ? "mtime: 0x%08x --".formatted((int) moment)
                    : "mtime: 0x%08x:%08x --".formatted((int) moment, fraction << 2 | (int) (moment - (int) moment >>> 32) & 3);
            assertTrue(host.contains(expected), host);
        }
    }

    /** Where there is room for 32 bits only, the last moment that these can name stands for all later ones. */
    @Test
    void aTimeThatThereIsNoRoomForIsTheLastOne() throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4 -I 128 -O ^metadata_csum,^extra_isize");
        DiskWriter writer = new DiskWriter(image, 27);
        assertEquals(Outcome.DONE, writer.describe("hello", 0, 0, 0, 1L << 31, 15_032_385_535L, 5));
        assertEndsClean(writer, image);
        DiskReader reader = new DiskReader(image);
        DiskReader.check(reader.go("hello", true), "hello");
        assertEquals(List.of((long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE, 0), List.of(reader.inode().accessed().seconds(), reader.inode().modified().seconds(), reader.inode().modified().nanoseconds()));
    }

    /** Of a file that is larger than anything is written here, as a disk may say. */
    @Test
    void behindTheLastPossibleByteNothingIsWritten() throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4");
        DiskWriter writer = new DiskWriter(image, 28);
        for (long position : new long[] {FileSystem.MAX_SIZE + 1, (1L << 44) - 4096, Long.MAX_VALUE}) {
            assertEquals(Outcome.NO_SPACE, writer.write("hello", position, 1));
        }
        assertEquals(Outcome.DONE, writer.write("hello", FileSystem.MAX_SIZE, 60_000));
        assertEndsClean(writer, image);
    }

    private static long number(String text) {
        return Long.parseLong(text.replace("_", ""));
    }

    /** As much as docs/files.md asks for at least: it takes more commits, but not one for each operation. */
    @Test
    void whatIsWrittenWithLittleMemoryIsThere() throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4 -b 4096");
        Map<String, String> expected = new TreeMap<>(new DiskReader(image.clone()).everything());
        RecordingStorage storage = new RecordingStorage(image, DiskReader.memory(20));
        DiskWriter writer = new DiskWriter(storage, 29);
        writer.makeMany(400, expected);
        assertTrue(storage.points() < 300, storage.points() + " flushes and writes that were through");
        assertEquals(expected, writer.reader().everything());
        assertEndsClean(writer, image);
    }

    @Test
    void aDiskIsFilledToItsEnd() throws IOException, InterruptedException {
        byte[] image = image(8, "-t ext4");
        DiskWriter writer = new DiskWriter(image, 8);
        assertEquals(Outcome.DONE, writer.create("papers", "large", NodeType.FILE));
        assertEquals(fill(writer, "papers/large"), writer.size("papers/large"));
        assertEndsClean(writer, image);
    }

    /** Each second block, so that there are many extents; then those between. */
    @ParameterizedTest
    @CsvSource({"1024, 3000", "4096, 700"})
    void aFileInManyPiecesIsWhole(int blockBytes, int blocks) throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4 -b " + blockBytes);
        DiskWriter writer = new DiskWriter(image, 10);
        assertEquals(Outcome.DONE, writer.create("", "pieces", NodeType.FILE));
        for (int start = 0; start < 2; start++) {
            for (int block = start; block < blocks; block += 2) {
                assertEquals(Outcome.DONE, writer.write("pieces", (long) block * blockBytes, 10), "block " + block);
                assertEquals(10, writer.reader().read("pieces", (long) block * blockBytes, 10).length);
            }
        }
        assertEndsClean(writer, image);
    }

    /** A file of many extents, and a directory of many blocks: both are given up in several operations. */
    @ParameterizedTest
    @CsvSource({"1024, 2500", "4096, 600"})
    void allBlocksComeBack(int blockBytes, int pieces) throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4 -b " + blockBytes);
        DiskWriter writer = new DiskWriter(image, 11);
        DiskReader.check(writer.create("papers", "before", NodeType.FILE), "before");
        DiskReader.check(writer.remove("papers/before", false), "before");
        DiskReader.check(writer.volume().commit(), "commit");
        long free = writer.volume().freeBytes();
        long inodes = writer.volume().freeInodes();
        DiskReader.check(writer.create("", "pieces", NodeType.FILE), "create");
        for (int piece = 0; piece < pieces; piece++) {
            DiskReader.check(writer.write("pieces", 2L * piece * blockBytes, 10), "piece " + piece);
        }
        DiskReader.check(writer.create("", "many", NodeType.DIRECTORY), "create");
        for (int i = 0; i < 400; i++) {
            DiskReader.check(writer.create("many", "an entry with a long name " + i, NodeType.FILE), "create");
        }
        DiskReader.check(writer.volume().commit(), "commit");
        assertTrue(writer.volume().freeBytes() < free - (long) pieces * blockBytes);
        assertEquals(Outcome.NOT_EMPTY, writer.remove("many", true));
        assertEquals(Outcome.IS_A_DIRECTORY, writer.remove("many", false));
        assertEquals(Outcome.NOT_A_DIRECTORY, writer.remove("pieces", true));
        for (int i = 0; i < 400; i++) {
            DiskReader.check(writer.remove("many/an entry with a long name " + i, false), "remove " + i);
        }
        DiskReader.check(writer.remove("many", true), "remove");
        DiskReader.check(writer.resize("pieces", 5), "resize");
        DiskReader.check(writer.remove("pieces", false), "remove");
        DiskReader.check(writer.volume().commit(), "commit");
        assertEquals(free, writer.volume().freeBytes());
        assertEquals(inodes, writer.volume().freeInodes());
        assertEndsClean(writer, image);
    }

    /** What is left when a file in pieces becomes shorter is described as low as it can be: {@code e2fsck} has something to say if not. */
    @ParameterizedTest
    @CsvSource({"1024, 900", "1024, 100", "4096, 400", "4096, 6"})
    void aFileInPiecesBecomesShorter(int blockBytes, int pieces) throws IOException, InterruptedException {
        for (int left = 0; left <= 6; left++) {
            byte[] image = image(24, "-t ext4 -b " + blockBytes);
            DiskWriter writer = new DiskWriter(image, 19);
            DiskReader.check(writer.create("", "pieces", NodeType.FILE), "create");
            for (int piece = 0; piece < pieces; piece++) {
                DiskReader.check(writer.write("pieces", 2L * piece * blockBytes, 10), "piece " + piece);
            }
            DiskReader.check(writer.resize("pieces", 2L * left * blockBytes), "resize");
            assertEndsClean(writer, image);
        }
    }

    @Test
    void namesAreMovedAndAdded() throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4");
        DiskWriter writer = new DiskWriter(image, 12);
        DiskReader.check(writer.create("papers", "a", NodeType.DIRECTORY), "a");
        DiskReader.check(writer.create("papers/a", "b", NodeType.DIRECTORY), "b");
        DiskReader.check(writer.addLink("hello", "papers/a/hello too"), "link");
        DiskReader.check(writer.rename("papers/a", "c"), "rename");
        DiskReader.check(writer.rename("hello", "c/b/hello"), "rename");
        assertEquals(Outcome.NOT_EMPTY, writer.rename("papers", "c"));
        DiskReader.check(writer.rename("papers", "c/b/papers"), "rename");
        DiskReader.check(writer.link("short", "c/b/hello"), "link");
        DiskReader.check(writer.link("long", "c/../c/../c/../c/../c/../c/../c/../c/../c/../c/../c/../c/b/hello"), "link");
        assertEquals("Hello, world!\n", new String(writer.reader().read("c/hello too")));
        assertEquals("Hello, world!\n", new String(writer.reader().read("short")));
        assertEquals("Hello, world!\n", new String(writer.reader().read("long")));
        assertEquals(Outcome.NOT_FOUND, writer.reader().go("hello", true));
        DiskReader.check(writer.remove("c/hello too", false), "remove");
        assertEndsClean(writer, image);
    }

    /** Far more than there is room for in the cache. */
    @Test
    void muchThatIsWrittenBeforeTheFirstCommitIsThereAfterALossOfPower() throws IOException, InterruptedException {
        byte[] image = image(64, "-t ext4 -b 4096");
        DiskWriter writer = new DiskWriter(image, 13);
        DiskReader.check(writer.create("", "large", NodeType.FILE), "create");
        for (int i = 0; i < 160; i++) {
            DiskReader.check(writer.write("large", i * 65_536L, 65_536), "write " + i);
        }
        DiskReader.check(writer.volume().commit(), "commit");
        Map<String, String> expected = writer.reader().everything();
        byte[] crashed = image.clone();
        Path forHost = Files.write(folder.resolve("host"), crashed);
        assertEquals(expected, new DiskReader(crashed).everything());
        HostTree.assertClean(crashed, folder);
        HostTree.run(1, "e2fsck", "-fp", forHost.toString());
        assertEquals(expected, new DiskReader(Files.readAllBytes(forHost)).everything(), "replayed by the host");
    }

    @Test
    void whatIsRemovedFromAFullDiskMakesRoom() throws IOException, InterruptedException {
        byte[] image = image(8, "-t ext4");
        DiskWriter writer = new DiskWriter(image, 14);
        for (int i = 0; i < 3; i++) {
            DiskReader.check(writer.create("", "large", NodeType.FILE), "create");
            fill(writer, "large");
            DiskReader.check(writer.remove("large", false), "remove");
        }
        assertEndsClean(writer, image);
    }

    /** A write into many small gaps, of a source that fails at any time: what the file was given is what was put into it. */
    @Test
    void aSourceThatFailsLateLeavesNoBlocksWithoutContents() throws IOException, InterruptedException {
        byte[] image = image(32, "-t ext4 -b 1024 -N 2000");
        DiskWriter writer = new DiskWriter(image, 20);
        DiskReader.check(writer.create("", "large", NodeType.FILE), "create");
        for (int i = 0; i < 8; i++) {
            DiskReader.check(writer.write("large", i * 65_536L, 65_536), "write");
        }
        for (int i = 0; i < 20; i++) {
            DiskReader.check(writer.create("", "file " + i, NodeType.FILE), "create");
            DiskReader.check(writer.write("file " + i, 0, 1024), "write");
        }
        for (int i = 1; i < 16; i += 2) {
            DiskReader.check(writer.remove("file " + i, false), "remove");
        }
        DiskReader.check(writer.volume().close(), "close");
        for (int most = 0; most < 64 << 10; most += 3_000) {
            byte[] copy = image.clone();
            DiskWriter again = new DiskWriter(copy, 21);
            for (String name : List.of("file 0", "large", "file 18")) { // chunks that follow each other on the disk do not in memory
                again.reader().read(name);
            }
            DiskReader.check(again.create("", "new", NodeType.FILE), "create");
            assertEquals(Outcome.BAD_WINDOW, again.writeUpTo("new", 0, 64 << 10, most));
            assertEndsClean(again, copy);
        }
    }

    /** So that a directory's blocks are far from each other. */
    @Test
    void aLargeDirectoryAmongItsFilesIsWhole() throws IOException, InterruptedException {
        byte[] image = image(64, "-t ext4 -b 1024 -N 4096");
        DiskWriter writer = new DiskWriter(image, 15);
        for (int i = 0; i < 1_200; i++) {
            DiskReader.check(writer.create("papers", "a file with a rather long name " + i, NodeType.FILE), "create " + i);
            DiskReader.check(writer.write("papers/a file with a rather long name " + i, 0, 20_000), "write " + i);
        }
        assertEndsClean(writer, image);
        assertEquals(1_203, new DiskReader(image).everything().size());
    }

    @Test
    void aFileThatGetsTheNumberOfOneThatIsGoneIsAnotherOne() throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4");
        DiskWriter writer = new DiskWriter(image, 16);
        Set<Integer> generations = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            DiskReader.check(writer.create("", "one", NodeType.FILE), "create");
            assertEquals(14, writer.reader().inode("one").number());
            assertTrue(generations.add(writer.reader().inode("one").generation()));
            DiskReader.check(writer.remove("one", false), "remove");
        }
    }

    /** The host reserves blocks wherever the file had none: between 900 pieces, and behind its end. */
    @ParameterizedTest
    @ValueSource(strings = {"-b 1024", "-b 4096", "-b 1024 -O ^metadata_csum"})
    void whatWasReservedIsWritten(String options) throws IOException, InterruptedException {
        Path files = Files.createDirectory(folder.resolve("reserved"));
        HostTree.makeSparse(files.resolve("sparse"));
        Files.createFile(files.resolve("empty"));
        Path disk = HostTree.disk(files, folder.resolve("disk"), 64, ("-t ext4 " + options).split(" "));
        for (String file : List.of("sparse", "empty")) {
            HostTree.run(0, "debugfs", "-w", "-R", "fallocate " + file + " 0 " + (options.contains("4096") ? 2_000 : 8_000), disk.toString());
        }
        byte[] image = Files.readAllBytes(disk);
        Random random = new Random(23);
        DiskWriter writer = new DiskWriter(image, 23);
        byte[] sparse = writer.reader().read("sparse");
        byte[] empty = {};
        long before = writer.volume().freeBytes();
        for (int i = 0; i < 400; i++) {
            int position = random.nextInt(sparse.length - 100_000);
            int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 65_536 : 3_000);
            assertEquals(Outcome.DONE, writer.write("sparse", position, count));
            System.arraycopy(writer.written(), 0, sparse, position, count);
            if (i % 100 == 0) {
                assertEquals(Outcome.DONE, writer.write("empty", i * 5_000L, 5_000));
                empty = Arrays.copyOf(empty, i * 5_000 + 5_000);
                System.arraycopy(writer.written(), 0, empty, i * 5_000, 5_000);
                assertEquals(Outcome.BAD_WINDOW, writer.writeHalf("empty", 3_000_000, 60_000));
                assertArrayEquals(empty, writer.reader().read("empty"));
                DiskReader.check(writer.volume().commit(), "commit");
            }
        }
        assertTrue(before - writer.volume().freeBytes() < 100_000, "what was reserved was taken, and the tree has some more nodes");
        assertArrayEquals(sparse, writer.reader().read("sparse"));
        assertArrayEquals(empty, writer.reader().read("empty"));
        byte[] crashed = image.clone();
        DiskReader.check(writer.volume().close(), "close");
        HostTree.assertClean(image, folder, AS_MANY_NODES);
        assertArrayEquals(sparse, new DiskReader(image).read("sparse"));
        assertEquals(DiskReader.digest(sparse), everythingAsTheHostReadsIt(image).get("sparse"));
        new DiskReader(crashed);
        HostTree.assertClean(crashed, folder, AS_MANY_NODES);
        DiskWriter again = new DiskWriter(image, 24);
        DiskReader.check(again.resize("sparse", 2_000_000), "resize");
        DiskReader.check(again.remove("empty", false), "remove");
        DiskReader.check(again.volume().close(), "close");
        HostTree.assertClean(image, folder, AS_MANY_NODES);
        assertArrayEquals(Arrays.copyOf(sparse, 2_000_000), new DiskReader(image).read("sparse"));
    }

    /** Three files with attributes that the inode has no room for; without checksums two of them share a block. */
    @ParameterizedTest
    @CsvSource({"-b 1024, false", "-b 4096, false", "-b 1024 -O ^metadata_csum, true"})
    void attributesGoWithTheFile(String options, boolean shared) throws IOException, InterruptedException {
        Path disk = HostTree.disk(tree, folder.resolve("disk"), 24, ("-t ext4 " + options).split(" "));
        Path value = Files.writeString(folder.resolve("value"), "v".repeat(700));
        for (String command : List.of("symlink link hello", "write " + tree.resolve("hello") + " other", "ea_set -f " + value + " hello user.large", "ea_set -f " + value + " papers user.large",
                "ea_set -f " + value + " link user.large")) {
            HostTree.run(0, "debugfs", "-w", "-R", command, disk.toString());
        }
        byte[] image = Files.readAllBytes(disk);
        if (shared) {
            String block = HostTree.run(0, "debugfs", "-R", "stat hello", disk.toString()).replaceFirst("(?s).*File ACL: (\\d+).*", "$1");
            for (String field : List.of("file_acl " + block, "blocks 4")) {
                HostTree.run(0, "debugfs", "-w", "-R", "set_inode_field other " + field, disk.toString());
            }
            image = Files.readAllBytes(disk);
            image[Integer.parseInt(block) * 1024 + 4] = 2;
        }
        HostTree.assertClean(image, folder);
        DiskWriter writer = new DiskWriter(image, 25);
        long before = writer.volume().freeBytes();
        for (String file : List.of("hello", "link", "other")) {
            assertEquals(Outcome.DONE, writer.remove(file, false), file);
            DiskReader.check(writer.volume().commit(), "commit");
        }
        assertEquals(Outcome.DONE, writer.remove("papers", true));
        DiskReader.check(writer.volume().commit(), "commit");
        int blockBytes = options.contains("4096") ? 4096 : 1024;
        assertEquals(before + 6 * blockBytes, writer.volume().freeBytes(), "two files, a directory, and three blocks of attributes");
        byte[] crashed = image.clone();
        assertEndsClean(writer, image);
        new DiskReader(crashed);
        HostTree.assertClean(crashed, folder);
    }

    @Test
    void attributesThatAreNoneAreDamage() throws IOException, InterruptedException {
        Path disk = HostTree.disk(tree, folder.resolve("disk"), 24, "-t", "ext4", "-O", "^metadata_csum");
        for (String wrong : List.of("1", "5", "99999999")) {
            HostTree.run(0, "debugfs", "-w", "-R", "set_inode_field hello file_acl " + wrong, disk.toString());
            DiskWriter writer = new DiskWriter(Files.readAllBytes(disk), 26);
            assertEquals(Outcome.DAMAGED, writer.remove("hello", false), wrong);
            assertTrue(writer.volume().isWritable() && writer.reader().everything().containsKey("hello"), "it is there, and everything else can be changed");
        }
    }

    /** A disk that was an ext3: its files have tables of blocks. */
    @Test
    void whatCannotBeGivenUpHereIsNotTouched() throws IOException, InterruptedException {
        Path disk = HostTree.disk(tree, folder.resolve("disk"), 24, "-t", "ext3");
        HostTree.run(0, "tune2fs", "-O", "extents", disk.toString());
        byte[] image = Files.readAllBytes(disk);
        DiskWriter writer = new DiskWriter(image, 17);
        assertEquals(Outcome.READ_ONLY, writer.remove("hello", false));
        assertEquals(Outcome.READ_ONLY, writer.remove("papers", true));
        assertEquals(Outcome.READ_ONLY, writer.resize("hello", 3));
        assertEquals(Outcome.READ_ONLY, writer.write("hello", 5_000, 10));
        assertEquals(Outcome.DONE, writer.write("hello", 0, 10));
        assertEquals(Outcome.DONE, writer.rename("hello", "papers/hello"));
        assertEquals(Outcome.DONE, writer.create("papers", "new", NodeType.FILE));
        assertEquals(Outcome.READ_ONLY, writer.rename("papers/new", "papers/hello"));
        assertEndsClean(writer, image);
    }

    /** A disk that does not take what is committed any more is not written any more. */
    @Test
    void afterACommitThatFailedNothingIsChanged() throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4");
        DiskWriter writer = new DiskWriter(image, 18);
        DiskReader.check(writer.create("", "one", NodeType.FILE), "create");
        DiskReader.check(writer.volume().commit(), "commit");
        DiskReader.check(writer.create("", "two", NodeType.FILE), "create");
        DiskReader.check(writer.remove("hello", false), "remove");
        writer.reader().storage().writesLeft = 1;
        assertEquals(Outcome.DEVICE_ERROR, writer.volume().commit());
        writer.reader().storage().writesLeft = Integer.MAX_VALUE;
        assertEquals(Outcome.READ_ONLY, writer.create("", "three", NodeType.FILE));
        assertEquals(Outcome.DEVICE_ERROR, writer.volume().close());
        Map<String, String> found = new DiskReader(image).everything();
        assertTrue(found.containsKey("one") && found.containsKey("hello") && !found.containsKey("two"), found::toString);
        HostTree.assertClean(image, folder);
    }

    @Test
    void whatFailsChangesNothing() throws IOException, InterruptedException {
        byte[] image = image(24, "-t ext4");
        DiskWriter writer = new DiskWriter(image, 9);
        Map<String, String> before = writer.reader().everything();
        assertEquals(Outcome.EXISTS, writer.create("", "hello", NodeType.FILE));
        assertEquals(Outcome.BAD_WINDOW, writer.writeHalf("hello", 5_000, 60_000));
        assertEquals(Outcome.BAD_WINDOW, writer.writeHalf("hello", 0, 14));
        assertEquals(Outcome.BAD_WINDOW, writer.writeHalf("hello", 3, 5));
        assertEquals(before, writer.reader().everything());
        DiskReader.check(writer.volume().close(), "close");
        assertEquals(before, new DiskReader(image).everything());
        HostTree.assertClean(image, folder);
    }
}
