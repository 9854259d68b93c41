package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.ext4.Contents;
import peaberry.files.ext4.Directory;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.LinkTarget;

/** Disks with anything in the place of what describes them: whatever is asked of them is answered, soon, and by no failure of the server. */
class HostileDiskTest {

    private static final long SEED = 20261126;
    private static final int IMAGES = 170;
    private static final int MOST_CHANGES = 40;
    private static final int BLOCK = 1024;
    private static final int MOST_ENTRIES = 3_000;
    /** Nothing that is asked once reads more. */
    private static final int MOST_READS = 2_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-t ext4 -O ^metadata_csum,^uninit_bg", "-t ext4", "-t ext3"})
    void nothingOnADiskMakesTheServerFail(String options) throws IOException, InterruptedException {
        System.out.println("seed " + SEED);
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "x".repeat(5_000));
        Files.createDirectories(tree.resolve("a/b/c"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("a/b/../../file"));
        for (int i = 0; i < 60; i++) {
            Files.writeString(tree.resolve("a/entry " + i), "entry");
        }
        byte[] image = Files.readAllBytes(HostTree.disk(tree, folder.resolve("disk"), 4, (options + " -N 256 -b 1024 -J size=1").split(" ")));
        boolean[] used = blocksInUse(image);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < IMAGES; i++) {
            byte[] changed = image.clone();
            change(changed, used, random);
            refused += visit(changed, random) ? 0 : 1;
            write(changed, i);
        }
        assertTrue(refused > IMAGES / 10 && refused < IMAGES, refused + " of " + IMAGES + " were refused");
    }

    private static boolean[] blocksInUse(byte[] image) {
        boolean[] used = new boolean[image.length / BLOCK];
        for (int i = 0; i < image.length; i++) {
            used[i / BLOCK] |= image[i] != 0;
        }
        return used;
    }

    /** Bytes or words, random ones or such as are likely to mean something. */
    private static void change(byte[] image, boolean[] used, Random random) {
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
            int at = random.nextInt(image.length) & -4;
            while (!used[at / BLOCK] || image[at] == 0 && random.nextInt(4) > 0) {
                at = random.nextInt(image.length) & -4;
            }
            int kind = random.nextInt(4);
            int value = switch (random.nextInt(4)) {
                case 0 -> random.nextInt();
                case 1 -> random.nextInt(image.length / BLOCK);
                case 2 -> -1;
                default -> image[at] + 1;
            };
            for (int i = 0; i < (kind == 0 ? 1 : kind == 1 ? 2 : 4); i++) {
                image[at + i] = (byte) (value >>> i * Byte.SIZE);
            }
        }
    }

    /** Changes whatever can be changed: each operation may be refused, or well. */
    private static void write(byte[] image, int seed) {
        DiskWriter writer;
        try {
            writer = new DiskWriter(image, seed);
        } catch (DiskReader.Trouble none) {
            return;
        }
        attempt(writer::giveUpOrphans);
        attempt(() -> writer.create("", "new", NodeType.FILE));
        attempt(() -> writer.write("new", 0, 5_000));
        attempt(() -> writer.write("file", 3_000, 60_000));
        attempt(() -> writer.create("a", "directory", NodeType.DIRECTORY));
        attempt(() -> writer.create("a/directory", "x".repeat(200), NodeType.FILE));
        attempt(() -> writer.link("a/b/link", "t".repeat(90)));
        attempt(() -> writer.addLink("file", "a/b/c/file"));
        attempt(() -> writer.rename("a/entry 7", "a/b/entry"));
        attempt(() -> writer.rename("a/b", "b"));
        attempt(() -> writer.resize("file", 100));
        attempt(writer.volume()::commit);
        for (int entry = 10; entry < 30; entry++) {
            String path = "a/entry " + entry;
            attempt(() -> writer.remove(path, false));
        }
        attempt(() -> writer.remove("a/b/c", true));
        attempt(() -> writer.remove("link", false));
        attempt(writer.volume()::close);
    }

    private static void attempt(Supplier<Outcome> operation) {
        try {
            operation.get();
        } catch (DiskReader.Trouble refused) {
            return;
        }
    }

    /** Asks for everything that can be asked for. @return whether there is a file system, and nothing wrong with what was found */
    private static boolean visit(byte[] image, Random random) {
        DiskReader reader;
        try {
            reader = new DiskReader(image);
        } catch (DiskReader.Trouble none) {
            return false;
        }
        boolean fine = true;
        for (String path : new String[] {"", "file", "link", "a/entry 59", "a/b/c", "a/b/c/../../../link", "a/nothing"}) {
            Outcome outcome = reader.go(path, true);
            fine &= outcome == Outcome.DONE || outcome == Outcome.NOT_FOUND;
        }
        for (long number = 1; number <= Math.min(reader.volume().inodes(), 300); number++) {
            fine &= visit(reader, number, random);
        }
        return fine;
    }

    private static boolean visit(DiskReader reader, long number, Random random) {
        int before = reader.storage().reads;
        Inode inode = new Inode(reader.volume());
        Outcome outcome = inode.read(number);
        if (outcome != Outcome.DONE) {
            return true; // most are not in use
        }
        Contents contents = new Contents(reader.volume());
        for (long position : new long[] {0, inode.size() / 2, Math.max(0, inode.size() - 1), random.nextLong() >>> 1 + random.nextInt(40)}) {
            outcome = contents.find(inode, position, 1 + random.nextInt(70_000));
            assertTrue(outcome != Outcome.DONE || contents.bytes() >= 1, "bytes of inode " + number);
        }
        if (inode.type() == NodeType.LINK) {
            outcome = new LinkTarget(reader.volume()).read(inode);
        }
        if (inode.type() == NodeType.DIRECTORY) {
            outcome = list(reader, inode);
        }
        assertTrue(reader.storage().reads - before < MOST_READS, "reads for inode " + number);
        return outcome == Outcome.DONE;
    }

    private static Outcome list(DiskReader reader, Inode inode) {
        Directory directory = new Directory(reader.volume());
        int entries = 0;
        Outcome outcome = directory.seek(inode, 0);
        while (outcome == Outcome.DONE && entries++ < MOST_ENTRIES) {
            assertTrue(directory.nameLength() <= 255);
            outcome = directory.seek(inode, directory.next());
        }
        assertTrue(entries < MOST_ENTRIES, "entries of inode " + inode.number());
        return outcome == Outcome.NOT_FOUND ? Outcome.DONE : outcome;
    }
}
