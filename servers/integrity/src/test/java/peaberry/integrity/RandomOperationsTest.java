package peaberry.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.integrity.FakeDisk.Conduct;

/** Any operations in any order, on a disk that fails or lies, by a server that dies at any step. */
class RandomOperationsTest {

    /** Another one: {@code -Dpeaberry.random.seed=N}. */
    private static final long SEED = Long.getLong("peaberry.random.seed", System.nanoTime());
    private static final int RUNS = 40;
    private static final int OPERATIONS = 200;
    private static final int SECTORS = 7;
    private static final int MOST_SECTORS = 4;
    private static final int CONTENTS = 5;
    private static final int MOST_STEPS = 40;
    private static final List<Conduct> FAILURES = List.of(Conduct.FAILS, Conduct.FAILS_HALFWAY, Conduct.FAILS_AFTERWARDS);
    private static final List<Conduct> ALL = List.copyOf(EnumSet.allOf(Conduct.class));

    private final Random random = new Random(SEED);
    private final FakeClient client = new FakeClient();
    private Memory memory;
    private FakeDisk driver;
    private CheckedDisk disk;
    /** What a client may find in each sector; nothing stands for anything. */
    private List<Set<ByteBuffer>> expected;
    private boolean lying;
    private int corrupt;
    private int deaths;

    @Test
    void aDriverThatFailsButDoesNotLieIsNeverCalledCorrupt() {
        System.out.println("seed " + SEED);
        for (int run = 0; run < RUNS; run++) {
            operate(FAILURES);
        }
        assertEquals(0, corrupt);
        assertTrue(deaths > RUNS, deaths + " deaths");
    }

    @Test
    void aDriverThatLiesNeverBringsWrongData() {
        System.out.println("seed " + SEED);
        for (int run = 0; run < RUNS; run++) {
            lying = true;
            operate(ALL);
            recover();
        }
        assertTrue(corrupt > RUNS, corrupt + " times");
    }

    private void operate(List<Conduct> conducts) {
        memory = new Memory(SECTORS);
        driver = new FakeDisk(memory, SECTORS);
        expected = new ArrayList<>();
        for (int sector = 0; sector < SECTORS; sector++) {
            driver.put(sector, contents());
            expected.add(new HashSet<>());
        }
        disk = restarted();
        for (int i = 0; i < OPERATIONS; i++) {
            driver.conduct(conduct(conducts), conduct(conducts));
            if (random.nextInt(4) == 0) {
                memory.dieAfter(random.nextInt(MOST_STEPS));
            }
            int count = 1 + random.nextInt(MOST_SECTORS);
            int sector = random.nextInt(SECTORS - count + 1);
            if (random.nextBoolean()) {
                read(sector, count);
            } else {
                write(sector, count);
            }
        }
    }

    /** When the driver is well again everything can be written and read. */
    private void recover() {
        memory.live();
        driver.conduct();
        for (int sector = 0; sector < SECTORS; sector++) {
            write(sector, 1);
            assertEquals(1, expected.get(sector).size());
            read(sector, 1);
            assertTrue(expected.get(sector).contains(ByteBuffer.wrap(driver.contents(sector))));
        }
    }

    private CheckedDisk restarted() {
        return new CheckedDisk(driver, new ChecksumTable(Memory.open("checksums")), client, new FakeKeys());
    }

    private void read(int sector, int count) {
        Outcome outcome;
        int before = client.deliveries;
        try {
            outcome = disk.read(sector, count, 0, FakeClient.WINDOW, 0);
        } catch (Memory.Death death) {
            die();
            return;
        }
        memory.live();
        if (outcome != Outcome.DONE) {
            assertEquals(before, client.deliveries, "nothing was delivered");
            corrupt += outcome == Outcome.CORRUPT ? 1 : 0;
            return;
        }
        for (int i = 0; i < count; i++) {
            ByteBuffer seen = delivered(i);
            Set<ByteBuffer> allowed = expected.get(sector + i);
            assertTrue(allowed.isEmpty() || allowed.contains(seen), "sector " + (sector + i) + " is wrong; seed " + SEED);
            allowed.clear();
            allowed.add(seen);
            assertTrue(lying || seen.equals(ByteBuffer.wrap(driver.contents(sector + i))), "seed " + SEED);
        }
    }

    private void write(int sector, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(contents(), 0, client.bytes, i * BlockDevice.SECTOR_BYTES, BlockDevice.SECTOR_BYTES);
        }
        Outcome outcome = Outcome.DEVICE_ERROR;
        try {
            outcome = disk.write(sector, count, Caching.WRITE_BACK, FakeClient.WINDOW, 0);
        } catch (Memory.Death death) {
            die();
        }
        memory.live();
        for (int i = 0; i < count; i++) {
            Set<ByteBuffer> allowed = expected.get(sector + i);
            if (outcome == Outcome.DONE) {
                allowed.clear();
                allowed.add(delivered(i));
            } else if (!allowed.isEmpty()) {
                allowed.add(delivered(i));
            }
        }
    }

    private void die() {
        deaths++;
        disk = restarted();
    }

    /** One of few, so that the same comes again. */
    private byte[] contents() {
        byte[] bytes = new byte[BlockDevice.SECTOR_BYTES];
        Arrays.fill(bytes, (byte) (1 + random.nextInt(CONTENTS)));
        return bytes;
    }

    private Conduct conduct(List<Conduct> conducts) {
        return random.nextInt(3) == 0 ? conducts.get(random.nextInt(conducts.size())) : Conduct.HONEST;
    }

    private ByteBuffer delivered(int index) {
        return ByteBuffer.wrap(Arrays.copyOfRange(client.bytes, index * BlockDevice.SECTOR_BYTES, (index + 1) * BlockDevice.SECTOR_BYTES));
    }
}
