package peaberry.partitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;

/** Tables with anything in them: none makes the server fail or go on for ever, and whatever comes of one is on the disk and apart. */
class HostileTableTest {

    private static final int SECTOR = BlockDevice.SECTOR_BYTES;
    private static final long SEED = Long.getLong("peaberry.random.seed", 20261126);
    private static final int TABLES = 1_000;
    private static final int MOST_CHANGES = 12;
    /** Two headers and a mebibyte of entries behind each, and more than a chain of extended boot records can have. */
    private static final int MOST_LOOKS = 140;
    private static final int SECTORS = 1000;

    private static final long[] SPECIAL = {0, 1, 2, 33, 34, SECTORS, -1, -2, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, 0xFFFF_FFFFL, 1L << 55, 128, 4096};

    @TempDir
    private Path folder;

    private static PartitionTable table(byte[] image) {
        return table(image, Outcome.DONE);
    }

    private static PartitionTable table(byte[] image, Outcome expected) {
        PartitionTable table = new PartitionTable();
        assertEquals(expected, new TableReader(new ImageDisk(image), table).read());
        return table;
    }

    /** @return whether there are any partitions */
    private static boolean assertSound(ImageDisk disk) {
        PartitionTable table = new PartitionTable();
        Outcome outcome = new TableReader(disk, table).read();
        assertTrue(disk.looks <= MOST_LOOKS, disk.looks + " requests");
        if (outcome != Outcome.DONE) {
            assertTrue(outcome == Outcome.CORRUPT || outcome == Outcome.DEVICE_ERROR || outcome == Outcome.OUT_OF_RANGE, outcome.name());
            return false;
        }
        boolean[] taken = new boolean[(int) disk.said];
        boolean any = false;
        for (int number = 1; number <= PartitionTable.MOST; number++) {
            if (table.has(number)) {
                any = true;
                assertTrue(table.first(number) >= 0 && table.sectors(number) >= 1);
                for (long sector = 0; sector < table.sectors(number); sector++) {
                    int at = Math.toIntExact(table.first(number) + sector);
                    assertFalse(taken[at], "sector " + at + " is in two partitions");
                    taken[at] = true;
                }
            }
        }
        return any;
    }

    @Test
    void noMutationOfAGuidTableDoesHarm() throws IOException, InterruptedException {
        byte[] image = Files.readAllBytes(HostDisk.divided(folder.resolve("disk"), 2, "label: gpt\nsize=200KiB\nsize=100KiB\nsize=1\n9: size=2\n+\n"));
        mutate(image, new int[] {446, 66, SECTOR, 92, 2 * SECTOR, 2 * SECTOR, image.length - 33 * SECTOR, 2 * SECTOR, image.length - SECTOR, 92}, true);
    }

    @Test
    void noMutationOfAMasterBootRecordDoesHarm() throws IOException, InterruptedException {
        String script = "label: dos\nunit: sectors\nstart=63, size=100, type=83\nstart=200, size=100, type=83\nstart=400, size=3000, type=5\nstart=3500, size=100, type=83\nstart=463, size=100\nstart=663, size=100\n";
        byte[] image = Files.readAllBytes(HostDisk.divided(folder.resolve("disk"), 2, script));
        assertTrue(table(image).has(6));
        int second = 400 * SECTOR + 446;
        int third = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(second + 16 + 8) * SECTOR + second;
        mutate(image, new int[] {446, 66, second, 66, third, 66}, false);
    }

    /** @param places where something means anything: an offset and how many bytes, again and again */
    private static void mutate(byte[] image, int[] places, boolean withChecksums) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int sound = 0;
        for (int i = 0; i < TABLES; i++) {
            byte[] changed = image.clone();
            ByteBuffer bytes = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
            for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
                int place = 2 * random.nextInt(places.length / 2);
                int at = places[place] + random.nextInt(places[place + 1]);
                long value = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(3) == 0 ? random.nextInt(image.length / SECTOR) : SPECIAL[random.nextInt(SPECIAL.length)];
                switch (random.nextInt(3)) {
                    case 0 -> changed[at] = (byte) value;
                    case 1 -> bytes.putInt(at & -2, (int) value);
                    default -> bytes.putLong(Math.min(at & -8, changed.length - 8), value);
                }
            }
            if (withChecksums && random.nextInt(4) > 0) {
                correctSums(bytes, SECTOR);
                correctSums(bytes, changed.length - SECTOR);
            }
            ImageDisk disk = new ImageDisk(changed);
            if (random.nextInt(10) == 0) {
                disk.badSector = random.nextInt(disk.image.length / SECTOR);
            }
            sound += assertSound(disk) ? 1 : 0;
        }
        assertTrue(sound > TABLES / 10 && sound < TABLES, sound + " of " + TABLES + " have partitions");
    }

    /** Most damage is found by the checksums, so they are made to fit whatever is there, if entries and header are somewhere on the disk. */
    private static void correctSums(ByteBuffer bytes, int header) {
        long entries = bytes.getLong(header + 72);
        long count = (bytes.getInt(header + 80) & 0xFFFF_FFFFL) * (bytes.getInt(header + 84) & 0xFFFF_FFFFL);
        if (entries >= 0 && entries < bytes.capacity() / SECTOR && count >= 0 && count <= bytes.capacity() - entries * SECTOR) {
            bytes.putInt(header + 88, sum(bytes, (int) entries * SECTOR, (int) count));
        }
        int size = bytes.getInt(header + 12);
        if (size >= 20 && size <= SECTOR) {
            bytes.putInt(header + 16, 0);
            bytes.putInt(header + 16, sum(bytes, header, size));
        }
    }

    private static int sum(ByteBuffer bytes, int from, int count) {
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), from, count);
        return (int) sum.getValue();
    }

    @Test
    void aChainThatComesBackToItselfEnds() {
        PartitionTable table = table(new TableWriter(SECTORS).primary(1, TableWriter.EXTENDED, 100, 500).logical(100, 1, 5, 50).logical(150, 1, 5, 50).image());
        assertTrue(table.has(5) && table.has(6) && !table.has(7));
        table = table(new TableWriter(SECTORS).primary(1, TableWriter.EXTENDED, 100, 500).logical(100, 0, 0, 50).logical(150, 0, 0, 0x1_0000_0000L - 50).image());
        assertFalse(table.has(5));
    }

    @Test
    void aChainWithoutEndIsLeft() {
        TableWriter writer = new TableWriter(SECTORS).primary(1, TableWriter.EXTENDED, 100, 800);
        for (int i = 0; i < 800; i++) {
            writer.logical(100 + i, 0, 0, i + 1);
        }
        ImageDisk disk = new ImageDisk(writer.image());
        assertFalse(assertSound(disk));
    }

    @Test
    void aLogicalPartitionIsInsideTheExtendedOne() {
        PartitionTable table = table(new TableWriter(SECTORS).primary(1, TableWriter.EXTENDED, 100, 200).logical(100, 1, 300, 50).logical(150, 0xFFFF_FFF0L, 5, 60).logical(160, 1, 5, 0).image());
        assertFalse(table.has(5) || table.has(6));
        assertEquals(161, table.first(7));
    }

    /** Else who has the partition could change which sectors another one has. */
    @Test
    void whatDescribesPartitionsIsInNone() {
        PartitionTable table = table(new TableWriter(SECTORS).primary(1, 0x83, 0, 50).primary(2, 0x83, 60, 100).primary(3, TableWriter.EXTENDED, 100, 200).primary(4, 0x83, 250, 300)
                .logical(100, 100, 5, 0).image());
        assertFalse(table.has(1) || table.has(5));
        table = table(new TableWriter(SECTORS).primary(3, TableWriter.EXTENDED, 100, 200).logical(100, 1, 80, 50).logical(150, 100, 5, 0).image());
        assertTrue(table.has(5));
        assertFalse(table.has(6));
    }

    @Test
    void aRecordWithoutItsSignatureEndsTheChain() {
        assertFalse(table(new TableWriter(SECTORS).primary(1, TableWriter.EXTENDED, 100, 200).primary(2, 0x83, 500, 1).image()).has(5));
    }

    @Test
    void aRecordThatCannotBeReadIsAFailure() {
        ImageDisk disk = new ImageDisk(new TableWriter(SECTORS).primary(1, TableWriter.EXTENDED, 100, 200).image());
        disk.badSector = 100;
        assertEquals(Outcome.DEVICE_ERROR, new TableReader(disk, new PartitionTable()).read());
    }

    @Test
    void aProtectiveRecordAloneIsADamagedTable() {
        table(new TableWriter(SECTORS).primary(1, 0xEE, 1, SECTORS - 1).image(), Outcome.CORRUPT);
        table(new TableWriter(1).primary(1, 0xEE, 1, 1).image(), Outcome.CORRUPT);
    }
}
