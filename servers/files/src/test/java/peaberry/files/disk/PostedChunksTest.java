package peaberry.files.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;
import peaberry.standin.HostMemory;

/** Chunks are written several at once, and count as written when all of them are. */
class PostedChunksTest {

    private static final int BLOCK = 1024;
    private static final int IN_CHUNK = ChunkCache.CHUNK_BYTES / BLOCK;
    private static final int CHUNKS = 16;
    private static final int BLOCKS = 32 * IN_CHUNK;

    private final byte[] image = new byte[BLOCKS * BLOCK];
    private final Region memory = new HostMemory().region("cache", (CHUNKS + 4) * (long) ChunkCache.CHUNK_BYTES);
    private final PostingStorage storage = new PostingStorage(image, memory);
    private final ChunkCache cache = started();

    private ChunkCache started() {
        ChunkCache started = new ChunkCache(storage);
        started.start(BLOCK, BLOCKS);
        return started;
    }

    private void change(int block, int value) {
        cache.begin();
        memory.setInt32(cache.find(block), value);
        cache.change(block);
    }

    private int onDisk(int block) {
        return ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(block * BLOCK);
    }

    /** Blocks in three places, two of them in one chunk. */
    private void changeThree() {
        change(1, -1);
        change(5, -5);
        change(IN_CHUNK, -IN_CHUNK);
    }

    private boolean areOnDisk() {
        return onDisk(1) == -1 && onDisk(5) == -5 && onDisk(IN_CHUNK) == -IN_CHUNK;
    }

    private boolean isChanged() {
        return cache.isChanged(1) && cache.isChanged(5) && cache.isChanged(IN_CHUNK);
    }

    @Test
    void allIsUnderWayAtOnceAndCollectedOnce() {
        changeThree();
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(List.of(3), storage.collected);
        assertTrue(areOnDisk());
        assertFalse(cache.isChanged(1) || cache.isChanged(5) || cache.isChanged(IN_CHUNK));
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(List.of(3), storage.collected, "nothing is written twice, and nothing is collected of nothing");
    }

    @Test
    void whatIsHeldIsNotPostedAndStaysChanged() {
        changeThree();
        cache.hold(5);
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(List.of(2), storage.collected);
        assertTrue(cache.isChanged(5));
        cache.release();
        assertEquals(Outcome.DONE, cache.writeAll());
        assertTrue(areOnDisk());
    }

    @Test
    void whatIsForgottenIsWrittenAgain() {
        changeThree();
        storage.endings.addAll(List.of(Outcome.FORGOTTEN, Outcome.FORGOTTEN));
        assertEquals(Outcome.DONE, cache.writeAll());
        assertEquals(List.of(3, 3, 3), storage.collected);
        assertTrue(areOnDisk());
    }

    @Test
    void whatIsForgottenAgainAndAgainIsAnErrorAtLast() {
        changeThree();
        storage.endings.addAll(Collections.nCopies(16, Outcome.FORGOTTEN));
        assertEquals(Outcome.DEVICE_ERROR, cache.writeAll());
        assertTrue(isChanged());
        assertEquals(Outcome.DONE, cache.writeAll());
        assertTrue(areOnDisk());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEVICE_ERROR", "BUSY", "UNREACHABLE"})
    void whatFailedIsToldAndWrittenTheNextTime(Outcome ending) {
        changeThree();
        storage.endings.add(ending);
        assertEquals(ending, cache.writeAll());
        assertEquals(List.of(3), storage.collected);
        assertTrue(isChanged());
        assertEquals(Outcome.DONE, cache.writeAll());
        assertTrue(areOnDisk());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatWasPostedBeforeOneThatWasRefusedIsCollected(int posts) {
        changeThree();
        storage.postsLeft = posts;
        assertEquals(Outcome.NO_DEVICE, cache.writeAll());
        assertEquals(posts == 0 ? List.of() : List.of(posts), storage.collected);
        assertTrue(isChanged());
        storage.postsLeft = Integer.MAX_VALUE;
        assertEquals(Outcome.DONE, cache.writeAll());
        assertTrue(areOnDisk());
    }

    @Test
    void aFlushComesAfterAllWasCollectedAndAfterAFailureToo() {
        assertEquals(Outcome.DONE, cache.flush());
        assertEquals(Outcome.DONE, cache.flush());
        assertEquals(1, storage.flushes);
        changeThree();
        storage.endings.add(Outcome.DEVICE_ERROR);
        assertEquals(Outcome.DEVICE_ERROR, cache.writeAll());
        assertEquals(Outcome.DONE, cache.flush());
        assertEquals(2, storage.flushes, "some may have been written");
    }

    @Test
    void whenThePlaceOfAChangedChunkIsNeededAllIsWritten() {
        changeThree();
        for (int chunk = 2; chunk < CHUNKS + 2; chunk++) {
            cache.begin();
            cache.find((long) chunk * IN_CHUNK);
        }
        assertTrue(areOnDisk());
        assertEquals(List.of(3), storage.collected);
    }

    /** Whatever fails or is forgotten, what was written well is on the disk, and all is as it was changed last. */
    @Test
    void inAnyOrderTheDiskGetsWhatWasChanged() {
        Random random = new Random(5);
        Outcome[] endings = {Outcome.DONE, Outcome.DONE, Outcome.FORGOTTEN, Outcome.DEVICE_ERROR};
        int[] expected = new int[BLOCKS];
        int failures = 0;
        for (int i = 1; i < 5000; i++) {
            storage.endings.clear();
            storage.endings.add(endings[random.nextInt(endings.length)]);
            storage.postsLeft = random.nextInt(10) == 0 ? random.nextInt(10) : Integer.MAX_VALUE;
            int block = random.nextInt(BLOCKS);
            cache.begin();
            long offset = cache.find(block);
            if (offset == ChunkCache.NOWHERE) {
                failures++;
                continue;
            }
            memory.setInt32(offset, i);
            cache.change(block);
            expected[block] = i;
            if (random.nextInt(20) > 0) {
                continue;
            }
            if (cache.writeAll() == Outcome.DONE) {
                assertDisk(expected);
            } else {
                failures++;
            }
        }
        storage.endings.clear();
        storage.postsLeft = Integer.MAX_VALUE;
        assertEquals(Outcome.DONE, cache.writeAll());
        assertDisk(expected);
        assertTrue(failures > 20 && failures < storage.collected.size() / 2, failures + " failures of " + storage.collected.size());
    }

    private void assertDisk(int[] expected) {
        for (int block = 0; block < BLOCKS; block++) {
            assertEquals(expected[block], onDisk(block), "block " + block);
        }
    }
}
