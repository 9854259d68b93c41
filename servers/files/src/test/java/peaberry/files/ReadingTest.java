package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/** Disks that {@code mke2fs} made are read: all that is on them is what the host put there. */
class ReadingTest {

    @TempDir
    private static Path folder;
    private static Path tree;

    @BeforeAll
    static void makeTree() throws IOException {
        tree = HostTree.make(folder);
    }

    /** Everything below the tree by its path: a directory, where a link leads, or what is in a file. */
    private static Map<String, String> onHost() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.filter(path -> !path.equals(tree)).toList()) {
                found.put(tree.relativize(path).toString(), describe(path));
            }
        }
        found.put("lost+found", NodeType.DIRECTORY.toString());
        return found;
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? NodeType.DIRECTORY.toString() : DiskReader.digest(Files.readAllBytes(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "24 | -t ext4",
        "24 | -t ext4 -b 2048",
        "24 | -t ext4 -b 4096 -I 512",
        "24 | -t ext4 -O metadata_csum_seed,orphan_file",
        "24 | -t ext4 -O ^metadata_csum,uninit_bg",
        "24 | -t ext4 -O ^64bit,^flex_bg",
        "24 | -t ext4 -O ^64bit,^metadata_csum -g 1024",
        "24 | -t ext4 -O ^extent,^64bit",
        "24 | -t ext3",
        "24 | -t ext2 -b 1024",
        "24 | -t ext2 -b 4096 -I 128",
        "300 | -t ext4",
    })
    void everythingIsThere(int megabytes, String options, @TempDir Path own) throws IOException, InterruptedException {
        Path disk = HostTree.disk(tree, own.resolve("disk"), megabytes, options.strip().split(" "));
        assertEquals(onHost(), new DiskReader(Files.readAllBytes(disk)).everything());
        HostTree.index(disk);
        assertEquals(onHost(), new DiskReader(Files.readAllBytes(disk)).everything(), "with indices of directories");
    }

    @Test
    void pathsLeadWhereTheyDoOnTheHostAndNotOut(@TempDir Path own) throws IOException, InterruptedException {
        DiskReader reader = new DiskReader(Files.readAllBytes(HostTree.disk(tree, own.resolve("disk"), 24, "-t", "ext4")));
        for (String path : new String[] {"hello", "/hello", "//a//..//hello", "./hello", "a/b/up", "out", "../../hello", "a/../../../hello", "a/second name"}) {
            assertArrayEquals("Hello, world!\n".getBytes(StandardCharsets.UTF_8), reader.read(path), path);
        }
        for (String path : new String[] {"absolute", "long", "link/d/e/deep", "a/b/c/d/e/deep", "link/../c/d/e/deep"}) {
            assertArrayEquals("deep".getBytes(StandardCharsets.UTF_8), reader.read(path), path);
        }
        assertEquals(NodeType.DIRECTORY, reader.type(""));
        assertEquals(NodeType.DIRECTORY, reader.type("link/"));
        assertEquals(Outcome.NOT_FOUND, reader.go("nothing", true));
        assertEquals(Outcome.NOT_FOUND, reader.go("nowhere", true));
        assertEquals(Outcome.DONE, reader.go("nowhere", false));
        assertEquals(Outcome.TOO_MANY_LINKS, reader.go("loop", true));
        assertEquals(Outcome.NOT_A_DIRECTORY, reader.go("hello/there", true));
        assertEquals(Outcome.NOT_A_DIRECTORY, reader.go("hello/", true));
        assertEquals(Outcome.TOO_LONG, reader.go("x".repeat(256), true));
    }

    @Test
    void whatIsKnownOfAFileIsWhatTheHostSays(@TempDir Path own) throws IOException, InterruptedException {
        Path disk = HostTree.disk(tree, own.resolve("disk"), 24, "-t", "ext4");
        DiskReader reader = new DiskReader(Files.readAllBytes(disk));
        reader.go("big", true);
        assertEquals(Files.size(tree.resolve("big")), reader.inode().size());
        assertEquals(((Integer) Files.getAttribute(tree.resolve("big"), "unix:mode")) & 07777, reader.inode().permissions());
        assertEquals(Files.getLastModifiedTime(tree.resolve("big")).toMillis() / 1000, reader.inode().modified().seconds());
        assertEquals(1, reader.inode().links());
        assertTrue(reader.inode().used() >= reader.inode().size());
        reader.go("sparse", true);
        assertTrue(reader.inode().used() < reader.inode().size() / 2);
        reader.go("hello", true);
        assertEquals(2, reader.inode().links());
        reader.go("", true);
        assertEquals(7, reader.inode().owner());
        assertEquals(8, reader.inode().group());
        String said = HostTree.run(0, "dumpe2fs", "-h", disk.toString());
        assertEquals(number(said, "Free blocks") * 1024, reader.volume().freeBytes());
        assertEquals(number(said, "Free inodes"), reader.volume().freeInodes());
        assertEquals(24L << 20, reader.volume().totalBytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-t ext4 -O inline_data | has features that are not known here: inline_data",
        "-t ext4 -O meta_bg,^resize_inode,mmp | has features that are not known here: meta_bg mmp",
        "-t ext4 -O encrypt | has features that are not known here: encrypt",
    })
    void whatIsNotKnownIsRefusedByName(String options, String problem, @TempDir Path own) throws IOException, InterruptedException {
        byte[] disk = Files.readAllBytes(HostTree.disk(tree, own.resolve("disk"), 24, options.split(" ")));
        assertEquals("UNKNOWN_FORMAT at mount: the disk " + problem, assertThrows(DiskReader.Trouble.class, () -> new DiskReader(disk)).getMessage());
    }

    @Test
    void aDiskWithoutAFileSystemIsToldSo() {
        assertEquals("UNKNOWN_FORMAT at mount: the disk has no ext4", assertThrows(DiskReader.Trouble.class, () -> new DiskReader(new byte[1 << 20])).getMessage());
    }

    private static long number(String said, String key) {
        return said.lines().filter(line -> line.startsWith(key + ":")).map(line -> Long.parseLong(line.substring(key.length() + 1).strip())).findFirst().orElseThrow();
    }

    @Test
    void aFileIsReadAheadAndNothingThatNobodyReads(@TempDir Path own) throws IOException, InterruptedException {
        DiskReader reader = new DiskReader(Files.readAllBytes(HostTree.disk(tree, own.resolve("disk"), 24, "-t", "ext4")));
        assertEquals(onHost(), reader.everything());
        assertEquals(List.of(), reader.storage().prepared);
        long chunks = Files.size(tree.resolve("big")) / ChunkCache.CHUNK_BYTES;
        assertTrue(reader.storage().readsPrepared > chunks / 2, reader.storage().readsPrepared + " of " + chunks);
    }

    @Test
    void theFileThatIsReadInPiecesIsTheSame(@TempDir Path own) throws IOException, InterruptedException {
        DiskReader reader = new DiskReader(Files.readAllBytes(HostTree.disk(tree, own.resolve("disk"), 24, "-t", "ext4")));
        for (String name : new String[] {"big", "sparse"}) {
            byte[] expected = Files.readAllBytes(tree.resolve(name));
            reader.go(name, true);
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            for (int size = 1; pieces.size() < expected.length; size = size * 3 % 65_521) {
                pieces.writeBytes(reader.piece(pieces.size(), Math.min(size, expected.length - pieces.size())));
            }
            assertArrayEquals(expected, pieces.toByteArray(), name);
        }
    }
}
