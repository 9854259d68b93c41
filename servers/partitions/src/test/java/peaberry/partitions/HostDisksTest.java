package peaberry.partitions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.partitions.HostDisk.Range;
import peaberry.standin.HostTool;

/** Disks as {@code sfdisk} and {@code mke2fs} make them. */
class HostDisksTest {

    private static final int SECTOR = BlockDevice.SECTOR_BYTES;
    private static final int SIGNATURE_OFFSET = 510;
    private static final String GPT = "label: gpt\nsize=2MiB\nsize=3MiB\n5: start=7MiB, size=1MiB\n";
    private static final String MBR = "label: dos\nsize=1MiB, type=83\nsize=1MiB, type=c, bootable\nsize=6MiB, type=5\nsize=1MiB, type=83\nsize=512KiB\nsize=1MiB\nsize=100KiB\n";

    @TempDir
    private Path folder;

    private Path disk(String script) throws IOException, InterruptedException {
        return HostDisk.divided(folder.resolve("disk"), 12, script);
    }

    private static Map<Integer, Range> found(byte[] image) {
        return found(new ImageDisk(image));
    }

    private static Map<Integer, Range> found(ImageDisk disk) {
        PartitionTable table = new PartitionTable();
        assertEquals(Outcome.DONE, new TableReader(disk, table).read());
        Map<Integer, Range> found = new TreeMap<>();
        for (int number = 1; number <= PartitionTable.MOST; number++) {
            if (table.has(number)) {
                found.put(number, new Range(table.first(number), table.sectors(number)));
            }
        }
        return found;
    }

    private static Outcome outcome(byte[] image) {
        return new PartitionedDisk(new ImageDisk(image)).find(1);
    }

    private static Map<Integer, Range> whole(byte[] image) {
        return Map.of(1, new Range(0, image.length / SECTOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {GPT, "label: gpt\ntable-length: 256\nsize=1MiB\n+\n", "label: gpt\ntable-length: 4\n+\n", "label: gpt\nfirst-lba: 34\nstart=34, size=1\nstart=35, size=1\n+\n",
            MBR, "label: dos\nstart=1, size=1\nstart=2\n", "label: dos\n2: size=3MiB, type=83\n4: size=3MiB, type=f\n", "label: dos\nsize=8MiB, type=85\nsize=1MiB\nsize=1MiB\nsize=1MiB\nsize=1MiB\nsize=1MiB\n"})
    void whatSfdiskMadeIsFound(String script) throws IOException, InterruptedException {
        Path disk = disk(script);
        assertEquals(HostDisk.partitions(disk), found(Files.readAllBytes(disk)));
    }

    @Test
    void thereAreAsManyAsExpected() throws IOException, InterruptedException {
        assertEquals("[1, 2, 5]", found(Files.readAllBytes(disk(GPT))).keySet().toString());
        assertEquals("[1, 2, 4, 5, 6, 7]", found(Files.readAllBytes(disk(MBR))).keySet().toString());
    }

    /** Of header and entries. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theBackupCountsWhereThePrimaryIsDestroyed(int sector) throws IOException, InterruptedException {
        Path disk = disk(GPT);
        Map<Integer, Range> expected = HostDisk.partitions(disk);
        byte[] image = Files.readAllBytes(disk);
        Arrays.fill(image, sector * SECTOR, (sector + 1) * SECTOR, (byte) 0);
        assertEquals(expected, found(image));
        ImageDisk unreadable = new ImageDisk(Files.readAllBytes(disk));
        unreadable.badSector = sector;
        assertEquals(expected, found(unreadable));
    }

    @Test
    void withNeitherPrimaryNorBackupNothingIsAPartition() throws IOException, InterruptedException {
        byte[] image = Files.readAllBytes(disk(GPT));
        image[SECTOR]++;
        image[image.length - SECTOR]++;
        assertEquals(Outcome.CORRUPT, outcome(image));
        assertEquals(Outcome.CORRUPT, outcome(Arrays.copyOf(Files.readAllBytes(disk(GPT)), 4 << 20)));
    }

    @Test
    void aDiskThatIsShorterThanItsTableSaysHasThePartitionsThatAreAllThere() throws IOException, InterruptedException {
        assertEquals("[1, 2]", found(Arrays.copyOf(Files.readAllBytes(disk(MBR)), 4 << 20)).keySet().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"label: gpt\n", "label: gpt\n17: size=1MiB\n"})
    void aTableMayHaveNothingThatIsServed(String script) throws IOException, InterruptedException {
        assertEquals(Map.of(), found(Files.readAllBytes(disk(script))));
        assertEquals(Outcome.NO_DEVICE, outcome(Files.readAllBytes(disk(script))));
    }

    @Test
    void aDiskWithoutATableIsOnePartition() throws IOException, InterruptedException {
        Path disk = HostDisk.empty(folder.resolve("disk"), 4);
        byte[] image = Files.readAllBytes(disk);
        assertEquals(whole(image), found(image));
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", disk.toString());
        image = Files.readAllBytes(disk);
        assertEquals(whole(image), found(image));
        image = Arrays.copyOf(image, SECTOR);
        assertEquals(whole(image), found(image));
    }

    /** mke2fs leaves the first 1024 bytes to whoever starts the machine; all file systems for PCs have such a sector. */
    @Test
    void aFileSystemsBootSectorIsNoTable() throws IOException, InterruptedException {
        Path disk = HostDisk.empty(folder.resolve("disk"), 4);
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", disk.toString());
        byte[] image = Files.readAllBytes(disk);
        sign(image);
        assertEquals(whole(image), found(image));
        byte[] text = "\r\nRemove disks or other media.\u00ff\r\nDisk error\u00ff\r\nPress any key to restart\r\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, image, 0x1AC, text.length);
        assertEquals(whole(image), found(image));
    }

    /** Who makes a file system on all of a disk writes over the first table; the second one stays. */
    @Test
    void aTableThatWasWrittenOverIsForgotten() throws IOException, InterruptedException {
        Path disk = disk(GPT);
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", disk.toString());
        byte[] image = Files.readAllBytes(disk);
        assertEquals(whole(image), found(image));
    }

    private static void sign(byte[] image) {
        image[SIGNATURE_OFFSET] = 0x55;
        image[SIGNATURE_OFFSET + 1] = (byte) 0xAA;
    }
}
