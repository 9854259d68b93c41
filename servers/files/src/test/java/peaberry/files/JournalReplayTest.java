package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.standin.DiskCheck;

/** Journals that {@code debugfs} wrote are replayed, and the disk is then what {@code e2fsck} makes of it. */
class JournalReplayTest {

    private static final int BLOCK = 1024;
    /** Blocks that no file has. */
    private static final int FIRST = 9_000;
    private static final int COUNT = 400;
    private static final int SEED = 5;
    private static final int MAGIC_BYTES = 4;
    /** In an inode: which of the file's blocks the first extent begins with. */
    private static final int FIRST_EXTENT = 0x28 + 12;

    @TempDir
    private Path folder;
    private Path data;
    private Path tree;

    @BeforeEach
    void makeData() throws IOException {
        byte[] bytes = new byte[COUNT * BLOCK];
        new Random(SEED).nextBytes(bytes);
        byte[] magic = {(byte) 0xC0, 0x3B, 0x39, (byte) 0x98};
        for (int block = 0; block < COUNT; block += 3) {
            System.arraycopy(magic, 0, bytes, block * BLOCK, MAGIC_BYTES); // has to be escaped
        }
        data = Files.write(folder.resolve("data"), bytes);
        tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("hello"), "Hello, world!\n");
    }

    /** More blocks in a transaction {@code debugfs} does not write well with short checksums. */
    private Path disk(String options, String open) throws IOException, InterruptedException {
        Path disk = HostTree.disk(tree, folder.resolve("disk"), 24, options.split(" "));
        String commands = """
                %s
                jw -b 9000-9079 %s
                jw -b 9050,9100,9101-9150 %s
                jw -r 9003,9005-9050
                jw -b 9005,9200 %s
                jc
                """.formatted(open, data, data, data);
        HostTree.run(0, "debugfs", "-w", "-f", Files.writeString(folder.resolve("commands"), commands).toString(), disk.toString());
        return disk;
    }

    /** The blocks that the journal may write. */
    private static byte[] written(byte[] image) {
        return Arrays.copyOfRange(image, FIRST * BLOCK, (FIRST + COUNT) * BLOCK);
    }

    private byte[] expected(Path disk) throws IOException, InterruptedException {
        Path reference = Files.copy(disk, folder.resolve("reference"));
        HostTree.run(1, "e2fsck", "-fy", reference.toString());
        return written(Files.readAllBytes(reference));
    }

    /** What is said of the disk when all is well. */
    private void assertClean(byte[] image) throws IOException, InterruptedException {
        Path result = Files.write(folder.resolve("result"), image);
        assertEquals("", DiskCheck.complaint(result));
        String dump = HostTree.run(0, "dumpe2fs", "-h", result.toString());
        assertFalse(dump.contains("needs_recovery"), dump);
        assertTrue(dump.matches("(?s).*Journal start: +0\\n.*"), dump);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-t ext4 | jo -c -v 3",
        "-t ext4 | jo -c -v 2",
        "-t ext4 | jo",
        "-t ext4 -O ^64bit | jo -c -v 3",
        "-t ext4 -O ^64bit | jo -c -v 2",
        "-t ext4 -O ^64bit,^metadata_csum | jo",
        "-t ext3 -b 1024 | jo",
    })
    void aJournalIsReplayedAsOnLinux(String options, String open) throws IOException, InterruptedException {
        Path disk = disk(options, open);
        byte[] expected = expected(disk);
        byte[] image = Files.readAllBytes(disk);
        assertFalse(Arrays.equals(expected, written(image)), "there is something to be replayed");
        DiskReader reader = new DiskReader(image);
        assertArrayEquals(expected, written(image));
        assertArrayEquals("Hello, world!\n".getBytes(), reader.read("hello"));
        assertClean(image);
        byte[] once = image.clone();
        new DiskReader(image).read("hello");
        assertArrayEquals(once, image, "nothing is written again");
    }

    /** The last block of the last transaction never came to the disk, or something else is there. */
    @Test
    void aTransactionWithoutItsEndDoesNotCount() throws IOException, InterruptedException {
        Path disk = disk("-t ext4", "jo -c -v 3");
        byte[] image = Files.readAllBytes(disk);
        for (int i = journalBlock(image, 4, 2) * BLOCK, end = i + BLOCK; i < end; i++) {
            image[i] = 0;
        }
        Files.write(disk, image);
        byte[] expected = expected(disk);
        new DiskReader(image);
        assertArrayEquals(expected, written(image));
        assertClean(image);
    }

    /** A block of the journal that the checksum of its transaction does not fit is nothing to write anywhere. */
    @Test
    void aBlockWithAWrongChecksumIsNotWritten() throws IOException, InterruptedException {
        byte[] image = Files.readAllBytes(disk("-t ext4", "jo -c -v 3"));
        image[(journalBlock(image, 1, 1) + 52) * BLOCK + 99] ^= 1;
        assertEquals("DAMAGED at mount: the disk was not unmounted, and its journal cannot be replayed here", assertThrows(DiskReader.Trouble.class, () -> new DiskReader(image)).getMessage());
    }

    /** The place on the disk of the journal's first block of that transaction and type. */
    private static int journalBlock(byte[] image, int sequence, int type) {
        byte[] head = {(byte) 0xC0, 0x3B, 0x39, (byte) 0x98, 0, 0, 0, (byte) type, 0, 0, 0, (byte) sequence};
        for (int block = 0; block < image.length / BLOCK; block++) {
            if (Arrays.equals(head, Arrays.copyOfRange(image, block * BLOCK, block * BLOCK + head.length))) {
                return block;
            }
        }
        throw new AssertionError("no block of the type " + type + " in transaction " + sequence);
    }

    @Test
    void aReplayThatIsInterruptedAnywhereIsDoneAgain() throws IOException, InterruptedException {
        Path disk = disk("-t ext4", "jo -c -v 3");
        byte[] expected = expected(disk);
        byte[] original = Files.readAllBytes(disk);
        for (int writes = 0; ; writes++) {
            byte[] image = original.clone();
            boolean ended = DiskReader.isMountedWithin(image, writes);
            new DiskReader(image);
            assertArrayEquals(expected, written(image), "after " + writes + " writes");
            if (ended) {
                assertTrue(writes > 80, "writes " + writes);
                return;
            }
        }
    }

    @Test
    void moreRevocationsThanThereIsRoomForAreObeyed() throws IOException, InterruptedException {
        Path disk = HostTree.disk(tree, folder.resolve("disk"), 24, "-t", "ext4");
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        commands.writeBytes("jo -c -v 3\n".getBytes());
        commands.writeBytes(("jw -b 9000-9399 " + data + "\n").getBytes());
        commands.writeBytes("jw -r 9000-9007,10000-15999\n".getBytes());
        commands.writeBytes(("jw -b 9003 " + data + "\njc\n").getBytes());
        HostTree.run(0, "debugfs", "-w", "-f", Files.write(folder.resolve("commands"), commands.toByteArray()).toString(), disk.toString());
        byte[] expected = expected(disk);
        byte[] image = Files.readAllBytes(disk);
        new DiskReader(image);
        assertArrayEquals(expected, written(image));
    }

    /** Where the journal's first block is to be nothing ever was: there is a journal that nobody can read. */
    @Test
    void aJournalWithAHoleIsNotTakenForAnEmptyOne() throws IOException, InterruptedException {
        Path disk = disk("-t ext4 -O ^metadata_csum", "jo");
        Matcher place = Pattern.compile("located at block (\\d+), offset 0x([0-9a-f]+)").matcher(HostTree.run(0, "debugfs", "-R", "imap <8>", disk.toString()));
        assertTrue(place.find());
        byte[] image = Files.readAllBytes(disk);
        image[Integer.parseInt(place.group(1)) * BLOCK + Integer.parseInt(place.group(2), 16) + FIRST_EXTENT] = 1; // its blocks begin with the second one
        byte[] before = image.clone();
        assertEquals("DAMAGED at mount: the disk was not unmounted, and its journal cannot be replayed here", assertThrows(DiskReader.Trouble.class, () -> new DiskReader(image)).getMessage());
        assertArrayEquals(before, image);
    }

    @Test
    void anyJournalIsSurvived() throws IOException, InterruptedException {
        byte[] original = Files.readAllBytes(disk("-t ext4 -O ^metadata_csum", "jo"));
        int first = journalBlock(original, 1, 1);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] image = original.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int block = random.nextInt(4) == 0 ? first - 1 : first + new int[] {0, 81, 82, 135, 136}[random.nextInt(5)];
                image[block * BLOCK + random.nextInt(64)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
            }
            try {
                new DiskReader(image);
            } catch (DiskReader.Trouble refusal) {
                refused++;
            }
        }
        assertTrue(refused > 0 && refused < 60, refused + " of 60 were refused");
    }
}
