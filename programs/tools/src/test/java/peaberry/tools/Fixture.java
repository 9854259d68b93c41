package peaberry.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** The files that each script finds. */
final class Fixture {

    /** Lines that are not UTF-8, with what a text seldom has. */
    private static final byte[] BYTES = {(byte) 0xff, 'a', (byte) 0xc3, '\n', 0, 1, (byte) 0x80, '\n', (byte) 0xe2, (byte) 0x82};
    private static final Instant BEGINNING = Instant.parse("2024-01-01T00:00:00Z");

    private Fixture() {
    }

    static void fill(Path directory) throws IOException {
        Files.writeString(directory.resolve("words"), "apple:red\nbanana:yellow\ncherry:red\ndate:brown\nfig:green\n");
        Files.write(directory.resolve("bytes"), BYTES);
        Path tree = Files.createDirectory(directory.resolve("tree"));
        Files.createDirectory(tree.resolve("empty"));
        Files.createDirectory(tree.resolve("sub"));
        Files.writeString(tree.resolve("sub/c.txt"), "beta in c\n");
        Files.writeString(tree.resolve("b.txt"), "bb\nbc\n");
        Files.writeString(tree.resolve("a.txt"), "alpha\nbeta\ngamma\n");
        Files.writeString(tree.resolve("big"), "0123456789\n".repeat(1000));
        Files.writeString(tree.resolve("Z"), "");
        Files.writeString(tree.resolve(".hidden"), "hidden\n");
        Files.writeString(tree.resolve("run"), "x");
        if (!tree.resolve("run").toFile().setExecutable(true, false)) {
            throw new IOException("a file cannot be made executable");
        }
        Files.createSymbolicLink(tree.resolve("link"), Path.of("a.txt"));
        Files.createSymbolicLink(tree.resolve("lost"), Path.of("nothing"));
        int hours = 0;
        for (String name : new String[] {"big", "a.txt", "Z", "sub", "run", "b.txt", "empty"}) {
            Files.setLastModifiedTime(tree.resolve(name), FileTime.from(BEGINNING.plusSeconds(3600L * ++hours)));
        }
    }
}
