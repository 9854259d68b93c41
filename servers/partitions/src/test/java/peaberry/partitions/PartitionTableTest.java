package peaberry.partitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionTableTest {

    private static final long DISK = 1000;
    private static final long SEED = 20261126;
    private static final long[] SPECIAL = {0, 1, -1, 2, 999, 1000, 1001, 1L << 32, 1L << 62, Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE, Long.MIN_VALUE + 1};

    private final PartitionTable table = new PartitionTable();

    @BeforeEach
    void begin() {
        table.begin(DISK);
    }

    private boolean takes(int number, long first, long sectors) {
        table.add(number, first, sectors);
        return table.has(number);
    }

    @Test
    void whatIsNotAllOnTheDiskIsNoPartition() {
        assertTrue(takes(1, 999, 1));
        assertTrue(takes(2, 0, 999));
        begin();
        assertFalse(takes(1, 0, 1001));
        assertFalse(takes(1, 1, 1000));
        assertFalse(takes(1, 1000, 1));
        assertFalse(takes(1, -1, 2));
        assertFalse(takes(1, 5, 0));
        assertFalse(takes(1, 5, Long.MAX_VALUE));
        assertFalse(takes(1, Long.MAX_VALUE, Long.MAX_VALUE));
        assertFalse(takes(1, Long.MIN_VALUE, Long.MIN_VALUE));
        assertTrue(takes(1, 0, 1000));
    }

    @Test
    void whoComesFirstKeepsItsSectors() {
        assertTrue(takes(3, 100, 100));
        assertFalse(takes(1, 199, 1));
        assertFalse(takes(1, 0, 101));
        assertFalse(takes(1, 100, 100));
        assertFalse(takes(1, 120, 10));
        assertFalse(takes(1, 0, 1000));
        assertTrue(takes(1, 0, 100));
        assertTrue(takes(2, 200, 800));
    }

    @Test
    void whatIsReservedIsNoPartitions() {
        assertTrue(table.reserve(10, 5));
        assertFalse(takes(1, 14, 1));
        assertFalse(takes(1, 0, 1000));
        assertTrue(takes(1, 15, 10));
        assertFalse(table.reserve(20, 1));
        assertFalse(table.reserve(12, 1));
        assertFalse(table.reserve(1000, 1));
    }

    @Test
    void otherNumbersAreLeftOut() {
        table.add(PartitionTable.MOST + 1, 5, 5);
        assertFalse(table.has(PartitionTable.MOST + 1));
        assertFalse(table.has(0));
        assertFalse(table.has(-1));
        assertFalse(table.has(1));
    }

    /** Compared with a disk on which each sector has one owner. */
    @Test
    void anyRangesAreInsideAndApart() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            begin();
            int[] owner = new int[(int) DISK];
            int kept = 0;
            for (int number = 1; number <= PartitionTable.MOST; number++) {
                if (random.nextInt(4) == 0) {
                    table.reserve(any(random), any(random));
                }
                table.add(number, any(random), any(random));
            }
            for (int number = 1; number <= PartitionTable.MOST; number++) {
                for (long sector = 0; table.has(number) && sector < table.sectors(number); sector++) {
                    int at = Math.toIntExact(table.first(number) + sector);
                    assertEquals(0, owner[at], "sector " + at);
                    owner[at] = number;
                    kept++;
                }
            }
            assertTrue(kept <= DISK);
        }
    }

    private static long any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> random.nextLong();
            default -> random.nextInt((int) DISK / 4);
        };
    }
}
