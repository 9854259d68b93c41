package peaberry.partitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;

/** Of what a client sends nothing leads out of its partition. */
class PartitionedDiskTest {

    private static final long SEED = 20261127;
    private static final int FIRST = 100;
    private static final int SECTORS = 300;
    private static final int CLIENT = 5;
    private static final int OTHER = 6;
    private static final long[] SECTOR_NUMBERS = {0, 1, -1, 171, 172, 173, 299, 300, 301, -100, -101, Long.MAX_VALUE, Long.MAX_VALUE - 100, Long.MIN_VALUE, 1L << 32, 1L << 55, (1L << 55) - 100};
    private static final int[] COUNTS = {1, 2, 127, 128, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private final ImageDisk disk = new ImageDisk(new TableWriter(1000).primary(1, 0x83, FIRST, SECTORS).primary(2, 0x83, FIRST + SECTORS, 50).image());
    private final PartitionedDisk partitions = new PartitionedDisk(disk);

    @Test
    void eachHasItsOwnSizeAndSectors() {
        assertEquals(Outcome.DONE, partitions.find(1));
        assertEquals(SECTORS, partitions.sectors(1));
        assertEquals(Outcome.DONE, partitions.read(1, 299, 1, 0, ImageDisk.WINDOW, 4096));
        assertEquals("read 399 1 4096", request());
        assertEquals(Outcome.DONE, partitions.write(2, 0, 50, Caching.WRITE_THROUGH, ImageDisk.WINDOW, 0));
        assertEquals("write 400 50 0", request());
        assertEquals(Caching.WRITE_THROUGH, disk.caching);
        assertEquals(Outcome.DONE, partitions.flush(2));
        assertEquals("flush", disk.request);
    }

    private String request() {
        return disk.request + " " + disk.sector + " " + disk.count + " " + disk.offset;
    }

    @Test
    void whatIsNotThereIsNoDevice() {
        for (int number : new int[] {3, 4, 5, 16, 17, 0, -1}) {
            assertEquals(Outcome.NO_DEVICE, partitions.find(number));
            assertEquals(Outcome.NO_DEVICE, partitions.read(number, 0, 1, 0, ImageDisk.WINDOW, 0));
            assertEquals(Outcome.NO_DEVICE, partitions.write(number, 0, 1, Caching.WRITE_BACK, ImageDisk.WINDOW, 0));
            assertEquals(Outcome.NO_DEVICE, partitions.flush(number));
            assertEquals(Outcome.NO_DEVICE, partitions.post(number, CLIENT, 0, 1, ImageDisk.WINDOW, 0));
            assertEquals(Outcome.NO_DEVICE, partitions.collect(number, CLIENT, 1));
        }
        assertEquals("", disk.request);
    }

    @Test
    void noNumbersLeadOutOfAPartition() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (long sector : SECTOR_NUMBERS) {
            for (int count : COUNTS) {
                assertInside(sector, count);
            }
        }
        for (int i = 0; i < 10_000; i++) {
            assertInside(random.nextBoolean() ? random.nextLong() : random.nextInt(2 * SECTORS), random.nextInt(200));
        }
    }

    private void assertInside(long sector, int count) {
        disk.sector = -1;
        boolean isInside = sector >= 0 && sector < SECTORS && count >= 1 && count <= SECTORS - sector;
        Outcome expected = isInside ? Outcome.DONE : Outcome.OUT_OF_RANGE;
        assertEquals(expected, partitions.read(1, sector, count, 0, ImageDisk.WINDOW, 0), sector + ", " + count);
        assertEquals(expected, partitions.write(1, sector, count, Caching.WRITE_BACK, ImageDisk.WINDOW, 0), sector + ", " + count);
        assertEquals(isInside ? FIRST + sector : -1, disk.sector);
    }

    /** Of what is read next the driver hears only if it is in the partition, too. */
    @Test
    void noHintLeadsOutOfAPartition() {
        for (int sector : new int[] {0, 171, 172, 200, 291, 292}) {
            for (int ahead : new int[] {0, 1, 8, 120, 121, 128}) {
                assertEquals(Outcome.DONE, partitions.read(1, sector, 8, ahead, ImageDisk.WINDOW, 0));
                assertEquals(FIRST + sector, disk.sector);
                assertEquals(sector + 8 + ahead <= SECTORS ? ahead : 0, disk.ahead, sector + ", " + ahead);
            }
        }
    }

    @Test
    void theTableIsReadOnceAndAgainAsLongAsThatFails() {
        disk.badSector = 0;
        assertEquals(Outcome.DEVICE_ERROR, partitions.find(1));
        disk.badOutcome = Outcome.BUSY;
        assertEquals(Outcome.BUSY, partitions.read(1, 0, 1, 0, ImageDisk.WINDOW, 0));
        assertEquals("", disk.request);
        disk.badSector = -1;
        assertEquals(Outcome.DONE, partitions.find(1));
        int looks = disk.looks;
        assertTrue(looks > 0);
        assertEquals(Outcome.DONE, partitions.read(2, 0, 1, 0, ImageDisk.WINDOW, 0));
        assertEquals(looks, disk.looks);
    }

    private void post(int number, int client, int count) {
        for (int i = 0; i < count; i++) {
            assertEquals(Outcome.DONE, partitions.post(number, client, i, 1, ImageDisk.WINDOW, 0));
            assertEquals(Caching.POSTED, disk.caching);
        }
    }

    @Test
    void whoCollectsCollectsForEverybody() {
        post(1, CLIENT, 3);
        post(2, CLIENT, 1);
        post(1, OTHER, 2);
        assertEquals(Outcome.DONE, partitions.collect(1, CLIENT, 3));
        assertEquals(6, disk.count);
        assertEquals(Outcome.DONE, partitions.collect(2, CLIENT, 1));
        assertEquals(Outcome.DONE, partitions.collect(1, OTHER, 2));
        assertEquals(1, disk.collects, "there was nothing left");
        post(2, OTHER, 1);
        assertEquals(Outcome.DONE, partitions.collect(2, OTHER, 1));
        assertEquals(1, disk.count);
    }

    /** The driver's death in between, among others: it knows of another number then. */
    @ParameterizedTest
    @EnumSource(names = {"DEVICE_ERROR", "FORGOTTEN"})
    void whatBecameOfSomeWritesIsToldOnceToWhoeverPosted(Outcome outcome) {
        post(1, CLIENT, 2);
        post(2, CLIENT, 1);
        post(1, OTHER, 1);
        disk.collected = outcome;
        assertEquals(outcome, partitions.collect(1, CLIENT, 2));
        disk.collected = Outcome.DONE;
        post(1, OTHER, 1);
        assertEquals(outcome, partitions.collect(1, OTHER, 2));
        assertEquals(outcome, partitions.collect(2, CLIENT, 1));
        post(1, CLIENT, 2);
        assertEquals(Outcome.DONE, partitions.collect(1, CLIENT, 2));
    }

    @Test
    void whatAnEarlierLifeOfTheServerPostedIsForgotten() {
        post(1, CLIENT, 2);
        assertEquals(Outcome.FORGOTTEN, new PartitionedDisk(disk).collect(1, CLIENT, 2));
        assertEquals(0, disk.collects);
    }

    @Test
    void whatIsRefusedWasNotPosted() {
        assertEquals(Outcome.OUT_OF_RANGE, partitions.post(1, CLIENT, SECTORS, 1, ImageDisk.WINDOW, 0));
        post(1, CLIENT, 1);
        disk.written = Outcome.BAD_WINDOW;
        assertEquals(Outcome.BAD_WINDOW, partitions.post(1, CLIENT, 0, 1, ImageDisk.WINDOW, 0));
        assertEquals(Outcome.DONE, partitions.collect(1, CLIENT, 1));
        assertEquals(1, disk.count);
    }

    /** One that did not answer in time may have counted the write, and lost another one before: then it knows of as many as the server. */
    @Test
    void whereNobodyKnowsWhetherAWriteWasPostedTheOthersAreForgotten() {
        post(1, CLIENT, 1);
        disk.written = Outcome.DEVICE_ERROR;
        assertEquals(Outcome.DEVICE_ERROR, partitions.post(2, OTHER, 0, 1, ImageDisk.WINDOW, 0));
        assertEquals(Outcome.FORGOTTEN, partitions.collect(1, CLIENT, 1));
        disk.written = Outcome.DONE;
        post(1, CLIENT, 1);
        assertEquals(Outcome.DONE, partitions.collect(1, CLIENT, 1));
    }

    @Test
    void aDriverThatSaysThatTheDiskHasNoSectorsHasFailed() {
        for (long said : new long[] {0, -1, Long.MIN_VALUE}) {
            disk.said = said;
            assertEquals(Outcome.DEVICE_ERROR, partitions.find(1));
        }
        disk.said = Long.MAX_VALUE;
        assertEquals(Outcome.DONE, partitions.find(1));
    }
}
