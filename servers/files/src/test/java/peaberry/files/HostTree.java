package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import peaberry.standin.DiskCheck;
import peaberry.standin.HostTool;

/** Files on the host, as different as the format makes them, and disks that the host's own tools make of them. */
public final class HostTree {

    private static final int BIG = 3_000_000;
    /** How many there are in the directory that has many. */
    public static final int ENTRIES = 1_500;
    private static final int PIECES = 900;
    private static final int PIECE_DISTANCE = 8192;

    private HostTree() {
    }

    /** Makes the files. */
    public static Path make(Path folder) throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("hello"), "Hello, world!\n");
        Files.createFile(tree.resolve("empty"));
        Files.write(tree.resolve("block"), bytes(4096));
        Files.write(tree.resolve("big"), bytes(BIG));
        makeSparse(tree.resolve("sparse"));
        Files.createDirectories(tree.resolve("a/b/c/d/e"));
        Files.writeString(tree.resolve("a/b/c/d/e/deep"), "deep");
        Files.writeString(tree.resolve("a/Größe, 大小"), "a name in UTF-8");
        Files.writeString(tree.resolve("a/" + "n".repeat(255)), "a long name");
        Files.createLink(tree.resolve("a/second name"), tree.resolve("hello"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("a/b/c"));
        Files.createSymbolicLink(tree.resolve("a/b/up"), Path.of("../../hello"));
        Files.createSymbolicLink(tree.resolve("absolute"), Path.of("/a/b/c/d/e/deep"));
        Files.createSymbolicLink(tree.resolve("long"), Path.of("a/b/c/../c/../c/../c/../c/../c/../c/../c/../c/../c/../c/../c/d/e/deep"));
        Files.createSymbolicLink(tree.resolve("out"), Path.of("../../../../hello"));
        Files.createSymbolicLink(tree.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(tree.resolve("nowhere"), Path.of("nothing"));
        Path many = Files.createDirectory(tree.resolve("many"));
        for (int i = 0; i < ENTRIES; i++) {
            Files.writeString(many.resolve(entry(i)), String.valueOf(i));
        }
        return tree;
    }

    /** The name of an entry of the directory with many; some have bytes from 128 on. */
    public static String entry(int number) {
        return "entry number " + number + (number % 3 == 0 ? " äöü €" : "");
    }

    /** Makes a file of pieces far from each other, so that its blocks are in many places. */
    static void makeSparse(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            for (int i = 0; i < PIECES; i++) {
                channel.position((long) i * PIECE_DISTANCE);
                channel.write(ByteBuffer.wrap(("piece " + i).getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    /** Makes a disk with the files on it. @param megabytes its size @param options of {@code mke2fs} */
    public static Path disk(Path tree, Path disk, int megabytes, String... options) throws IOException, InterruptedException {
        List<String> command = Stream.of(List.of("mke2fs", "-q", "-F", "-E", "root_owner=7:8", "-d", tree.toString()), List.of(options), List.of(disk.toString(), megabytes + "M"))
                .flatMap(List::stream).toList();
        run(0, command.toArray(String[]::new));
        return disk;
    }

    /** Has {@code e2fsck} give all large directories an index. */
    public static void index(Path disk) throws IOException, InterruptedException {
        run(1, "e2fsck", "-fyD", disk.toString());
    }

    /** {@code e2fsck} has nothing to say against a disk. @param folder where it stays, as {@code result} @param options of {@code e2fsck} */
    public static void assertClean(byte[] image, Path folder, String... options) throws IOException, InterruptedException {
        assertEquals("", DiskCheck.complaint(Files.write(folder.resolve("result"), image), options));
    }

    /** Runs one of the host's tools. @param worst the largest exit status that is well */
    public static String run(int worst, String... command) throws IOException, InterruptedException {
        return HostTool.run(worst, "", command);
    }
}
