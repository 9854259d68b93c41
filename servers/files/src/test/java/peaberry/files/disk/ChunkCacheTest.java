package peaberry.files.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.files.ImageStorage;
import peaberry.runtime.Region;
import peaberry.standin.HostMemory;

class ChunkCacheTest {

    private static final int BLOCK = 1024;
    private static final int IN_CHUNK = ChunkCache.CHUNK_BYTES / BLOCK;
    private static final int CHUNKS = 16;
    private static final int BLOCKS = 64 * IN_CHUNK + 5;

    private final Region memory = new HostMemory().region("cache", (CHUNKS + 4) * (long) ChunkCache.CHUNK_BYTES);
    private final ImageStorage storage = new ImageStorage(image(), memory);
    private final ChunkCache cache = started();

    /** Each block has its own number in it. */
    private static byte[] image() {
        byte[] image = new byte[BLOCKS * BLOCK];
        for (int block = 0; block < BLOCKS; block++) {
            for (int i = 0; i < Integer.BYTES; i++) {
                image[block * BLOCK + i] = (byte) (block >>> i * Byte.SIZE);
                image[block * BLOCK + BLOCK - Integer.BYTES + i] = (byte) (block >>> i * Byte.SIZE);
            }
        }
        return image;
    }

    private ChunkCache started() {
        ChunkCache started = new ChunkCache(storage);
        started.start(BLOCK, BLOCKS);
        return started;
    }

    private void assertIs(int block, long offset) {
        assertEquals(block, memory.int32(offset));
        assertEquals(block, memory.int32(offset + BLOCK - Integer.BYTES));
    }

    @Test
    void aBlockIsReadWithAllOfItsChunk() {
        assertIs(100, cache.find(100));
        assertIs(64, cache.find(64));
        assertIs(127, cache.find(127));
        assertEquals(1, storage.reads);
        assertIs(128, cache.find(128));
        assertEquals(2, storage.reads);
    }

    @Test
    void theLastChunkMayBeShort() {
        assertIs(BLOCKS - 1, cache.find(BLOCKS - 1));
        assertEquals(ChunkCache.NOWHERE, cache.find(BLOCKS));
        assertEquals(Outcome.OUT_OF_RANGE, cache.outcome());
        assertEquals(ChunkCache.NOWHERE, cache.find(-1));
    }

    @Test
    void aChecksumIsRightUntilTheBlockIsAnotherOneOrReadAnew() {
        cache.setVerified(cache.find(100));
        assertTrue(cache.isVerified(cache.find(100)));
        assertFalse(cache.isVerified(cache.find(101)));
        assertFalse(cache.isVerified(cache.claim(100)));
        cache.setVerified(cache.find(100));
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            cache.begin();
            cache.find((10L + chunk) * IN_CHUNK);
        }
        cache.begin();
        assertFalse(cache.isVerified(cache.find(100)));
    }

    @Test
    void whatIsForgottenIsNotWrittenButWhatIsHeldIs() {
        cache.find(100);
        cache.change(100);
        cache.find(101);
        cache.hold(101);
        cache.forget(100);
        cache.forget(101);
        cache.forget(500);
        assertFalse(cache.isChanged(100));
        assertTrue(cache.isChanged(101));
    }

    @Test
    void aBadSectorCostsItsBlockOnly() {
        storage.badSector = 70L * BLOCK / BlockDevice.SECTOR_BYTES;
        assertIs(100, cache.find(100));
        assertEquals(ChunkCache.NOWHERE, cache.find(70));
        assertEquals(Outcome.DEVICE_ERROR, cache.outcome());
        assertIs(71, cache.find(71));
        assertIs(69, cache.find(69));
    }

    @Test
    void whatIsLookedAtTogetherStays() {
        long[] offsets = new long[CHUNKS];
        for (int i = 0; i < CHUNKS; i++) {
            offsets[i] = cache.find((long) i * IN_CHUNK);
        }
        for (int i = 0; i < CHUNKS; i++) {
            assertIs(i * IN_CHUNK, offsets[i]);
            assertEquals(offsets[i], cache.find((long) i * IN_CHUNK));
        }
        assertEquals(CHUNKS, storage.reads);
        assertThrows(IllegalStateException.class, () -> cache.find((long) CHUNKS * IN_CHUNK));
    }

    @Test
    void theChunkThatWasNotUsedForTheLongestTimeGoesFirst() {
        for (int i = 0; i < CHUNKS; i++) {
            cache.find((long) i * IN_CHUNK);
        }
        cache.begin();
        cache.find(0);
        cache.begin();
        cache.find((long) CHUNKS * IN_CHUNK);
        assertEquals(CHUNKS + 1, storage.reads);
        cache.find(0);
        assertEquals(CHUNKS + 1, storage.reads);
        cache.find(IN_CHUNK);
        assertEquals(CHUNKS + 2, storage.reads);
    }

    @Test
    void inAnyOrderEachBlockIsWhatItIs() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            if (i % 8 == 0) {
                cache.begin();
            }
            int block = random.nextInt(BLOCKS);
            assertIs(block, cache.find(block));
        }
        assertTrue(storage.reads > CHUNKS, "chunks were replaced");
    }

    /** Asks for blocks in order, as a part of something that ends before {@code end}. */
    private void readOn(int from, int to, long end) {
        for (int block = from; block < to; block++) {
            cache.begin();
            cache.readOn(block, end - block);
            assertIs(block, cache.find(block));
        }
    }

    @Test
    void whoReadsOnHasTheNextChunkPreparedAndNoneBehindTheLast() {
        readOn(100, 600, 600);
        assertEquals(List.of(), storage.prepared, "all that was prepared was read");
        assertEquals(storage.reads - 2, storage.readsPrepared, "all but the first two");
    }

    @Test
    void theLastChunkIsPreparedAsShortAsItIs() {
        readOn(BLOCKS - 3 * IN_CHUNK, BLOCKS, Long.MAX_VALUE);
        assertEquals(List.of(), storage.prepared);
        assertEquals(2, storage.readsPrepared);
    }

    @Test
    void whatIsInMemoryIsNotPrepared() {
        assertIs(300, cache.find(300));
        readOn(100, 256, 600);
        assertEquals(List.of(), storage.prepared);
        assertEquals(1, storage.readsPrepared);
    }

    @Test
    void whatDescribesFilesComesInBetweenAndIsNotPrepared() {
        readOn(640, 900, 1280);
        assertIs(0, cache.find(0));
        assertIs(64, cache.find(64));
        assertIs(128, cache.find(128));
        readOn(900, 1280, 1280);
        assertEquals(List.of(), storage.prepared);
        assertEquals(10 - 2, storage.readsPrepared);
    }

    @Test
    void nothingIsPreparedForWhatIsNotReadOn() {
        for (int block = 0; block < 10 * IN_CHUNK; block++) {
            cache.begin();
            assertIs(block, cache.find(block));
        }
        for (int chunk = 39; chunk >= 20; chunk--) {
            readOn(chunk * IN_CHUNK, chunk * IN_CHUNK + 1, BLOCKS);
        }
        assertEquals(List.of(), storage.prepared);
        assertEquals(0, storage.readsPrepared);
    }

    @Test
    void whoReadsHereAndThereHasNothingPreparedButByChance() {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            int block = random.nextInt(BLOCKS - 1);
            readOn(block, block + 1, BLOCKS);
        }
        assertTrue(storage.reads > 500, "chunks were replaced");
        assertTrue(storage.prepared.size() + storage.readsPrepared < storage.reads / 20, storage.prepared.size() + " of " + storage.reads);
    }

    private int onDisk(int block) {
        cache.start(BLOCK, BLOCKS);
        return memory.int32(cache.find(block));
    }

    @Test
    void whatIsChangedIsWrittenWhenItsPlaceIsNeeded() {
        memory.setInt32(cache.find(5), -1);
        cache.change(5);
        for (int i = 1; i <= CHUNKS; i++) {
            cache.begin();
            cache.find((long) i * IN_CHUNK);
        }
        assertEquals(-1, onDisk(5));
    }

    @Test
    void whatIsHeldStaysUntilItIsReleased() {
        memory.setInt32(cache.find(5), -1);
        cache.hold(5);
        memory.setInt32(cache.find(6), -2);
        cache.change(6);
        for (int i = 1; i <= 2 * CHUNKS; i++) {
            cache.begin();
            cache.find((long) i * IN_CHUNK);
        }
        assertEquals(1, cache.heldChunks());
        assertEquals(1, cache.heldBlocks());
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(-1, memory.int32(cache.find(5)));
        cache.release();
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(-2, onDisk(6));
        assertEquals(-1, memory.int32(cache.find(5)));
    }

    @Test
    void whatIsHeldAndNotReleasedIsNotOnTheDisk() {
        memory.setInt32(cache.find(5), -1);
        cache.hold(5);
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(5, onDisk(5));
    }

    @Test
    void blocksInARowAreWrittenTogether() {
        for (int block = 0; block < IN_CHUNK; block++) {
            memory.setInt32(cache.find(block), -block);
            cache.change(block);
        }
        cache.hold(10);
        storage.writesLeft = 2;
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(-63, onDisk(63));
    }

    @Test
    void whatCannotBeWrittenIsKept() {
        memory.setInt32(cache.find(5), -1);
        cache.change(5);
        storage.writesLeft = 0;
        assertEquals(Outcome.DEVICE_ERROR, cache.writeAll());
        storage.writesLeft = 1;
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(-1, onDisk(5));
    }

    @Test
    void aClaimedBlockIsNotRead() {
        long offset = cache.claim(5);
        assertEquals(0, storage.reads);
        memory.setInt32(offset, -1);
        assertIs(6, cache.find(6));
        assertEquals(-1, memory.int32(cache.find(5)));
    }

    @Test
    void zerosStayZeros() {
        for (int i = 0; i < CHUNKS; i++) {
            cache.find((long) i * IN_CHUNK);
        }
        for (int i = 0; i < ChunkCache.CHUNK_BYTES; i += Long.BYTES) {
            assertEquals(0, memory.int64(cache.zeros() + i));
        }
    }
}
