package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystem;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.Listing;
import peaberry.files.ext4.NamesOfOneHash;
import peaberry.runtime.Text;
import peaberry.standin.Texts;

/** Directories grow to any size, their indices with them, and whoever lists one meanwhile misses nothing. */
class LargeDirectoryTest {

    @TempDir
    private Path folder;
    private Path tree;

    @BeforeEach
    void makeTree() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        Files.createDirectory(tree.resolve("many"));
    }

    private byte[] image(String options) throws IOException, InterruptedException {
        return Files.readAllBytes(HostTree.disk(tree, folder.resolve("disk"), 32, options.strip().split(" ")));
    }

    private void assertEndsClean(DiskWriter writer, byte[] image) throws IOException, InterruptedException {
        DiskReader.check(writer.volume().close(), "close");
        HostTree.assertClean(image, folder);
    }

    /** Some are long, so that they come in all lengths. */
    private static String name(int number) {
        return "file " + number + (number % 7 == 0 ? " with a longer name".repeat(number % 5) : "");
    }

    private static void make(DiskWriter writer, int from, int to) {
        for (int i = from; i < to; i++) {
            DiskReader.check(writer.create("many", name(i), NodeType.FILE), name(i));
        }
    }

    private static Set<String> names(int from, int to) {
        return new HashSet<>(IntStream.range(from, to).mapToObj(LargeDirectoryTest::name).toList());
    }

    /** With blocks of 1 KiB the index has two levels. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10000 | 2 | -t ext4 -b 1024 -N 12000",
        "10000 | 1 | -t ext4 -b 4096 -N 12000",
        " 3000 | 1 | -t ext4 -b 1024 -O ^metadata_csum",
        " 3000 | 0 | -t ext4 -b 1024 -O ^dir_index",
    })
    void aDirectoryGrowsAndShrinks(int count, int levels, String options) throws IOException, InterruptedException {
        byte[] image = image(options);
        DiskWriter writer = new DiskWriter(image, 31);
        make(writer, 0, count);
        assertEquals(Outcome.EXISTS, writer.create("many", name(count / 2), NodeType.FILE));
        assertEquals(names(0, count), list(writer, Integer.MAX_VALUE, () -> { }));
        DiskReader.check(writer.volume().commit(), "commit");
        byte[] grown = image.clone();
        for (int i = 0; i < count; i += 2) {
            DiskReader.check(writer.remove("many/" + name(i), false), name(i));
        }
        make(writer, count, count + count / 2);
        Set<String> expected = names(count, count + count / 2);
        IntStream.range(0, count).filter(i -> i % 2 == 1).forEach(i -> expected.add(name(i)));
        assertEquals(expected, list(writer, Integer.MAX_VALUE, () -> { }));
        assertEndsClean(writer, image);
        assertEquals(expected, list(new DiskWriter(image, 33), Integer.MAX_VALUE, () -> { }));
        assertEndsClean(new DiskWriter(grown, 32), grown);
        String said = HostTree.run(0, "debugfs", "-R", "htree /many", folder.resolve("result").toString());
        assertEquals(levels, said.contains("Indirect levels: ") ? said.split("Indirect levels: ")[1].charAt(0) - '0' + 1 : 0, said.lines().limit(12).toList().toString());
    }

    /** One that somebody else made, with any of the hashes. */
    @ParameterizedTest
    @CsvSource({"half_md4, 1024", "half_md4, 4096", "tea, 1024", "legacy, 1024"})
    void anIndexOfTheHostsGrows(String function, int blockBytes) throws IOException, InterruptedException {
        for (int i = 0; i < 1_500; i++) {
            Files.createFile(tree.resolve("many").resolve("old " + i));
        }
        Path disk = HostTree.disk(tree, folder.resolve("disk"), 32, "-t", "ext4", "-b", String.valueOf(blockBytes));
        HostTree.run(0, "tune2fs", "-E", "hash_alg=" + function, disk.toString());
        HostTree.index(disk);
        byte[] image = Files.readAllBytes(disk);
        DiskWriter writer = new DiskWriter(image, 34);
        make(writer, 0, 1_500);
        assertEndsClean(writer, image);
        assertEquals(3_000, list(writer, Integer.MAX_VALUE, () -> { }).size());
    }

    /** Whatever is split meanwhile, what was there from the beginning to the end is listed once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"20 | -t ext4 -b 1024", "300 | -t ext4 -b 1024", "300 | -t ext4 -b 4096", "300 | -t ext4 -b 1024 -O ^dir_index"})
    void nothingIsMissedWhileADirectoryGrows(int count, String options) throws IOException, InterruptedException {
        for (int pause = 1; pause < count; pause += 1 + count / 4) {
            DiskWriter writer = new DiskWriter(image(options), 35);
            make(writer, 0, count);
            Set<String> found = list(writer, pause, () -> make(writer, count, count * 4));
            assertTrue(found.containsAll(names(0, count)), "after " + pause);
        }
    }

    /** A node of the index that is damaged, or cannot be read, is no end. */
    @Test
    void aListingThatCannotGoOnSaysSo() throws IOException, InterruptedException {
        byte[] image = image("-t ext4 -b 1024 -N 12000");
        DiskWriter writer = new DiskWriter(image, 37);
        make(writer, 0, 6_000);
        assertEndsClean(writer, image);
        int nodes = 0;
        for (int block : blocks(folder.resolve("result"))) {
            int at = block * 1024;
            if (isNode(ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN), at)) {
                nodes++;
                byte[] damaged = image.clone();
                damaged[at + 0x30] ^= 1;
                assertEquals(Outcome.DAMAGED, endOfList(new DiskWriter(damaged, 38)));
                DiskWriter unreadable = new DiskWriter(image.clone(), 39);
                unreadable.reader().storage().badSector = at / 512;
                assertEquals(Outcome.DEVICE_ERROR, endOfList(unreadable));
            }
        }
        assertTrue(nodes >= 2, "nodes " + nodes);
    }

    /** Those of the directory, with 1 KiB each. */
    private static int[] blocks(Path disk) throws IOException, InterruptedException {
        String said = HostTree.run(0, "debugfs", "-R", "blocks /many", disk.toString()).replaceFirst("debugfs.*", "");
        return Pattern.compile("\\d+").matcher(said).results().mapToInt(block -> Integer.parseInt(block.group())).toArray();
    }

    /** One entry that is none, and 126 entries of the index at most. */
    private static boolean isNode(ByteBuffer image, int at) {
        return image.getInt(at) == 0 && image.getShort(at + 4) == 1024 && image.getShort(at + 8) == 126 && image.getShort(at + 10) > 1;
    }

    private static Outcome endOfList(DiskWriter writer) {
        Listing listing = new Listing(writer.volume());
        Inode directory = new Inode(writer.volume());
        DiskReader.check(writer.reader().go("many", true), "many");
        DiskReader.check(directory.read(writer.reader().inode().number()), "many");
        Outcome outcome = listing.seek(directory, 0);
        while (outcome == Outcome.DONE) {
            outcome = listing.seek(directory, listing.next());
        }
        return outcome;
    }

    /** Nodes that lead to each other, in a directory that says that it is larger than the disk. */
    @Test
    void anIndexThatLeadsToItselfIsLeft() throws IOException, InterruptedException {
        byte[] image = image("-t ext4 -b 1024 -N 2000 -O ^metadata_csum,^uninit_bg");
        DiskWriter writer = new DiskWriter(image, 40);
        make(writer, 0, 300);
        assertEndsClean(writer, image);
        Path disk = folder.resolve("result");
        int[] blocks = blocks(disk);
        for (String size : new String[] {"16384", "4294966272"}) {
            HostTree.run(0, "debugfs", "-w", "-R", "set_inode_field /many size " + size, disk.toString());
            byte[] hostile = Files.readAllBytes(disk);
            ByteBuffer bytes = ByteBuffer.wrap(hostile).order(ByteOrder.LITTLE_ENDIAN);
            bytes.put(blocks[0] * 1024 + 0x1E, (byte) 1);
            fill(bytes, blocks[0] * 1024 + 0x20, 124, 1);
            bytes.putInt(blocks[1] * 1024, 0).putInt(blocks[1] * 1024 + 4, 1024);
            fill(bytes, blocks[1] * 1024 + 8, 127, 2);
            bytes.putInt(blocks[2] * 1024, 0).putInt(blocks[2] * 1024 + 4, 1024);
            assertEquals(Outcome.DAMAGED, endOfList(new DiskWriter(hostile, 41)));
        }
    }

    /** Entries of a node that all lead to one block of the directory. */
    private static void fill(ByteBuffer image, int at, int count, int block) {
        for (int i = 0; i < count; i++) {
            image.putInt(at + i * 8 + 4, block);
        }
        image.putShort(at, (short) count).putShort(at + 2, (short) count);
    }

    /** Lists the directory; after some entries, something happens once. */
    private static Set<String> list(DiskWriter writer, int pause, Runnable what) {
        Listing listing = new Listing(writer.volume());
        Inode directory = new Inode(writer.volume());
        Set<String> found = new HashSet<>();
        Text name = new Text(FileSystem.MAX_NAME);
        DiskReader.check(writer.reader().go("many", true), "many");
        DiskReader.check(directory.read(writer.reader().inode().number()), "many");
        Outcome outcome = listing.seek(directory, 0);
        while (outcome == Outcome.DONE) {
            listing.appendNameTo(name.clear());
            assertTrue(found.add(Texts.string(name)), "listed twice: " + Texts.string(name));
            long next = listing.next();
            if (found.size() == pause) {
                what.run();
                DiskReader.check(directory.read(directory.number()), "many");
            }
            outcome = listing.seek(directory, next);
        }
        assertEquals(Outcome.NOT_FOUND, outcome);
        return found;
    }

    /** Each has the hash of another one, which may be in the next leaf. */
    @Test
    void manyNamesOfOneHashAreListed() throws IOException, InterruptedException {
        byte[] image = image("-t ext4 -b 1024");
        Path disk = Files.write(folder.resolve("legacy"), image);
        HostTree.run(0, "tune2fs", "-E", "hash_alg=legacy", disk.toString());
        byte[] legacy = Files.readAllBytes(disk);
        DiskWriter writer = new DiskWriter(legacy, 36);
        List<String> alike = NamesOfOneHash.find(600);
        for (String each : alike) {
            DiskReader.check(writer.create("many", each, NodeType.FILE), each);
        }
        make(writer, 0, 500);
        Set<String> expected = names(0, 500);
        expected.addAll(alike);
        assertEquals(expected, list(writer, Integer.MAX_VALUE, () -> { }));
        for (String each : alike) {
            DiskReader.check(writer.remove("many/" + each, false), each);
        }
        assertEndsClean(writer, legacy);
    }
}
