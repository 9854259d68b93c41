package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.files.disk.DeclaredDisk;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Region;
import peaberry.standin.HostMemory;
import peaberry.standin.KernelStandIn;

/** A disk in memory, whose server may die at any store that it makes there: in the midst of a sector, too. */
class MemoryDiskTest {

    private static final int DISK_BYTES = 8 << 20;
    private static final int SECTORS = DISK_BYTES / BlockDevice.SECTOR_BYTES - 1;
    private static final int SECTORS_BYTES = SECTORS * BlockDevice.SECTOR_BYTES;
    private static final int SUPERBLOCK = 1024;
    private static final int CACHE_BYTES = 64 * ChunkCache.CHUNK_BYTES;
    private static final int COMMITS = 8;
    private static final int OPERATIONS = 6;
    private static final int DEATHS = 60;
    /** Behind the sectors, where it says how many are being written. */
    private static final int COUNT = 16;
    private static final long SEED = 20261126;

    @TempDir
    private Path folder;

    private final Reaper reaper = new Reaper();
    private final HostMemory machine = new HostMemory();
    private final Region cache = machine.region("cache", CACHE_BYTES);
    private final Region disk = machine.region("disk", DISK_BYTES);
    /** What was there after the last commit that ended, and after the one that was begun then. */
    private Map<String, String> committed;
    private Map<String, String> begun;

    /** The server is no more. */
    private static final class Death extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Ends the server when it has made so many stores into a range of its memory. */
    private static final class Reaper extends KernelStandIn {

        private long first;
        private long end;
        private long left;
        private long last;

        /** @param stores that are made before the one at which the server dies; those into the region's bytes count from {@code from} to {@code to} - 1 */
        void await(Region region, long from, long to, long stores) {
            left = Long.MAX_VALUE;
            region.setByte(0, region.unsignedByte(0));
            first = last + from;
            end = last + to;
            left = stores;
        }

        @Override
        public long translate(long virtual, boolean write) {
            last = virtual;
            if (write && virtual >= first && virtual < end && left-- == 0) {
                throw new Death();
            }
            return virtual;
        }
    }

    MemoryDiskTest() {
        SimulatedMachine.current().attach(reaper);
    }

    private static DeclaredDisk open() {
        DeclaredDisk opened = new DeclaredDisk();
        opened.open(0);
        assertTrue(opened.isMemory());
        return opened;
    }

    @Test
    void sectorsAreWhereTheyWereWritten() {
        DeclaredDisk storage = open();
        assertEquals(SECTORS, storage.sectors());
        cache.setInt64(1024, 5);
        cache.setInt64(2040, 6);
        assertEquals(Outcome.DONE, storage.write(SECTORS - 2, 2, 1024));
        assertEquals(Outcome.DONE, storage.read(SECTORS - 1, 1, 0));
        assertEquals(6, cache.int64(504));
        assertEquals(Outcome.OUT_OF_RANGE, storage.read(SECTORS, 1, 0));
        assertEquals(Outcome.OUT_OF_RANGE, storage.write(SECTORS - 1, 2, 0));
        assertEquals(Outcome.OUT_OF_RANGE, storage.write(-1, 1, 0));
        assertEquals(Outcome.OUT_OF_RANGE, storage.read(Long.MAX_VALUE, BlockDevice.MAX_SECTORS, 0));
    }

    /** Formats, and works until the end of the server or of the work. */
    private void work() {
        DeclaredDisk storage = open();
        DiskReader.check(NewDisk.mount(storage, SEED), "mount");
        DiskWriter writer = new DiskWriter(storage, SEED);
        Map<String, String> expected = new TreeMap<>(NewDisk.CONTENTS);
        for (int i = 0; i < COMMITS; i++) {
            committed = new TreeMap<>(expected);
            begun = committed;
            writer.appendMany(OPERATIONS, expected);
            begun = new TreeMap<>(expected);
            DiskReader.check(i % 3 == 2 ? writer.volume().close() : writer.volume().commit(), "commit " + i);
        }
    }

    private void begin() {
        disk.clear(0, DISK_BYTES);
        committed = NewDisk.CONTENTS;
        begun = NewDisk.CONTENTS;
    }

    @Test
    void whereverTheServerDiesWhatWasCommittedIsThere() throws IOException, InterruptedException {
        assertEquals(DEATHS, survive(this::work, 0, SECTORS_BYTES));
    }

    /** A superblock of which a half is written nobody believes. */
    @Test
    void whereverInTheSuperblockTheServerDiesWhatWasCommittedIsThere() throws IOException, InterruptedException {
        assertEquals(DEATHS, survive(this::work, SUPERBLOCK, 2 * SUPERBLOCK));
    }

    /** Whatever part of the note is there, nothing is written that was not to be. */
    @Test
    void whereverInTheNoteTheServerDiesWhatWasCommittedIsThere() throws IOException, InterruptedException {
        int redone = survive(this::work, SECTORS_BYTES, DISK_BYTES);
        assertTrue(redone > 0 && redone < DEATHS, redone + " of " + DEATHS + " writes were made again");
    }

    @Test
    void whereverTheServerDiesWhileItFormatsTheDiskIsNewInTheEnd() throws IOException, InterruptedException {
        assertEquals(DEATHS, survive(() -> NewDisk.mount(open(), SEED), 0, SECTORS_BYTES));
    }

    /** @param from the first byte of the disk into which stores count @param to and the one behind the last @return how often a write was not finished */
    private int survive(Runnable work, long from, long to) throws IOException, InterruptedException {
        begin();
        reaper.await(disk, from, to, Long.MAX_VALUE);
        work.run();
        long stores = Long.MAX_VALUE - reaper.left;
        Random random = new Random(SEED);
        int redone = 0;
        for (int i = 0; i < DEATHS; i++) {
            reaper.await(disk, from, to, Long.MAX_VALUE);
            begin();
            reaper.await(disk, from, to, random.nextLong(stores));
            assertThrows(Death.class, work::run);
            reaper.await(disk, from, to, Long.MAX_VALUE);
            redone += disk.int64(SECTORS_BYTES + COUNT) > 0 ? 1 : 0;
            DeclaredDisk storage = open();
            DiskReader.check(NewDisk.mount(storage, SEED + 1), "death " + i);
            DiskWriter again = new DiskWriter(storage, SEED);
            DiskReader.check(again.giveUpOrphans(), "orphans");
            DiskReader.check(again.volume().close(), "close");
            Map<String, String> found = again.reader().everything();
            assertTrue(found.equals(committed) || found.equals(begun), "death " + i + ": " + found);
            HostTree.assertClean(image(), folder);
        }
        return redone;
    }

    private byte[] image() {
        ByteBuffer image = ByteBuffer.allocate(DISK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < DISK_BYTES; i += Long.BYTES) {
            image.putLong(disk.int64(i));
        }
        return image.array();
    }
}
