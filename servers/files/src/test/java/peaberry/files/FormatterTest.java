package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.ext4.Volume;

/** What is formatted here the host's own tools have nothing to say against, whatever was there before. What is written to it is in {@link WritingTest} and {@link PowerCutTest}. */
class FormatterTest {

    private static final int SUPERBLOCK = 1024;
    private static final int CHECKED = SUPERBLOCK + 0x3C;
    private static final int LEAST = 1280;

    @TempDir
    private Path folder;

    private void assertIsNew(byte[] image) throws IOException, InterruptedException {
        HostTree.assertClean(image, folder);
        assertEquals(NewDisk.CONTENTS, new DiskReader(image).everything());
    }

    /** The first line of what {@code dumpe2fs} says of a disk that begins like this. */
    private String told(byte[] image, String name) throws IOException, InterruptedException {
        String said = HostTree.run(0, "dumpe2fs", "-h", Files.write(folder.resolve("told"), image).toString());
        return said.lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow().substring(name.length()).strip();
    }

    /** One group and many, whole ones and parts, and parts that are too small for what describes a group. */
    @ParameterizedTest
    @ValueSource(ints = {LEAST, 2_047, 2_048, 4_096, 8_192, 8_193, 8_832, 8_833, 9_216, 24 << 10, 100_000, 256 << 10, 300 << 10})
    void aDiskOfAnySizeIsFormatted(int kilobytes) throws IOException, InterruptedException {
        byte[] image = NewDisk.formatted(kilobytes);
        assertIsNew(image);
        int left = kilobytes - Integer.parseInt(told(image, "Block count:"));
        assertTrue(left == 0 || left == (kilobytes - 1) % 8192 && left < 640, left + " KiB are not used");
    }

    /** As with any such disk {@code e2fsck} takes nothing then for never used, neither inodes nor bitmaps, and makes these anew. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9})
    void aSuperblockThatIsLostIsMadeOfACopy(int group) throws IOException, InterruptedException {
        byte[] image = NewDisk.formatted(100_000);
        Arrays.fill(image, SUPERBLOCK, 2 * SUPERBLOCK, (byte) 0);
        Path disk = Files.write(folder.resolve("disk"), image);
        HostTree.run(1, "e2fsck", "-fy", "-b", String.valueOf(1 + group * 8192), "-B", "1024", disk.toString());
        assertIsNew(Files.readAllBytes(disk));
    }

    @Test
    void aDiskThatIsTooSmallIsRefused() {
        assertEquals(Outcome.NO_SPACE, NewDisk.mount(new byte[(LEAST - 1) << 10], 1));
    }

    @Test
    void itIsWhatItIsToBe() throws IOException, InterruptedException {
        byte[] image = NewDisk.formatted(4_096);
        assertEquals("peaberry", told(image, "Filesystem volume name:"));
        assertEquals("has_journal dir_index filetype extent sparse_super large_file dir_nlink extra_isize metadata_csum", told(image, "Filesystem features:"));
        assertEquals("1024", told(image, "Total journal blocks:"));
        assertEquals("1024", told(image, "Block size:"));
    }

    @Test
    void noTwoHaveTheSameIdentifierNorTheSameHashes() throws IOException, InterruptedException {
        byte[] first = new byte[LEAST << 10];
        byte[] second = new byte[LEAST << 10];
        assertEquals(Outcome.DONE, NewDisk.mount(first, 0));
        assertEquals(Outcome.DONE, NewDisk.mount(second, 1));
        for (String name : new String[] {"Filesystem UUID:", "Directory Hash Seed:"}) {
            assertFalse(told(first, name).matches("[0-]*"), name);
            assertFalse(told(first, name).equals(told(second, name)), name);
        }
    }

    /** Also if it is damaged: what is there is nobody's to throw away. */
    @Test
    void aDiskOnWhichThereIsSomethingStaysAsItIs() throws IOException, InterruptedException {
        byte[] image = NewDisk.formatted(4_096);
        DiskWriter writer = new DiskWriter(image, 1);
        DiskReader.check(writer.create("", "mine", NodeType.FILE), "create");
        DiskReader.check(writer.volume().close(), "close");
        byte[] before = image.clone();
        assertEquals(Outcome.DONE, NewDisk.mount(image, 2));
        assertArrayEquals(before, image);
        for (int at : new int[] {CHECKED, SUPERBLOCK + 0x38, SUPERBLOCK + 0x3FF}) {
            byte[] damaged = before.clone();
            damaged[at] ^= 1;
            byte[] copy = damaged.clone();
            assertEquals(Outcome.UNKNOWN_FORMAT, NewDisk.mount(damaged, 3));
            assertArrayEquals(copy, damaged);
        }
        byte[] almost = new byte[LEAST << 10];
        almost[2 * SUPERBLOCK - 1] = 1;
        assertEquals(Outcome.UNKNOWN_FORMAT, NewDisk.mount(almost, 4));
    }

    @Test
    void oneThatWasBegunAndNotEndedIsBegunAnew() throws IOException, InterruptedException {
        for (int writes = 0; writes < 100; writes++) {
            byte[] image = NewDisk.used(17 << 10);
            ImageStorage storage = new ImageStorage(image, DiskReader.memory());
            storage.writesLeft = writes;
            Volume volume = new Volume(storage);
            Outcome outcome = NewDisk.mount(volume, 7);
            if (outcome == Outcome.DONE) {
                assertTrue(writes > 2);
                return;
            }
            assertEquals(Outcome.DEVICE_ERROR, outcome);
            byte[] begun = image.clone();
            storage.writesLeft = Integer.MAX_VALUE;
            assertEquals(Outcome.DONE, NewDisk.mount(volume, 7), "at the second attempt");
            assertIsNew(image);
            assertEquals(Outcome.DONE, NewDisk.mount(begun, 8), "in another life");
            assertIsNew(begun);
        }
        throw new AssertionError("it is never formatted");
    }
}
