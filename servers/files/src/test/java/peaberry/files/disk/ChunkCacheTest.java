package peaberry.files.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.files.ImageStorage;
import peaberry.files.TestMemory;
import peaberry.runtime.Region;

class ChunkCacheTest {

    private static final int BLOCK = 1024;
    private static final int IN_CHUNK = ChunkCache.CHUNK_BYTES / BLOCK;
    private static final int CHUNKS = 16;
    private static final int BLOCKS = 64 * IN_CHUNK + 5;

    private final Region memory = new TestMemory().region("cache", (CHUNKS + 1) * (long) ChunkCache.CHUNK_BYTES);
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
