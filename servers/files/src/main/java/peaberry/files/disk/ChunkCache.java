package peaberry.files.disk;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;

/**
 * The blocks of a partition, as far as they are in memory: aligned chunks of {@link #CHUNK_BYTES} bytes, of which each block is there or not. A block that
 * is not there is read together with all those around it in its chunk that are not there either, so who reads on asks the disk seldom.
 *
 * <p>Where a block is in memory holds until the next {@link #begin}: no chunk that was asked for since then is given up for another one.
 */
public final class ChunkCache {

    /** Bytes of a chunk: as many as the disk brings at once. */
    public static final int CHUNK_BYTES = BlockDevice.MAX_SECTORS * BlockDevice.SECTOR_BYTES;
    /** In place of a block's offset: {@link #outcome} says why. */
    public static final long NOWHERE = -1;
    private static final int MAX_CHUNKS = 1024;
    /** More than anything needs that is looked at together. */
    private static final int MIN_CHUNKS = 16;
    private static final int BUCKETS = 1024;
    private static final int NONE = -1;
    private static final long NO_CHUNK = -1;

    private final Storage storage;
    /** Which chunk is at a place; which of its blocks are there, a bit each; when it was asked for last; the next place in the bucket. */
    private final long[] numbers = new long[MAX_CHUNKS];
    private final long[] valid = new long[MAX_CHUNKS];
    private final long[] uses = new long[MAX_CHUNKS];
    private final int[] next = new int[MAX_CHUNKS];
    private final int[] buckets = new int[BUCKETS];
    private int places;
    private int blockBytes = CHUNK_BYTES;
    private int blocksInChunk = 1;
    private long blocks;
    private long time;
    /** What was asked for after this stays. */
    private long begun;
    private int last;
    private Outcome outcome = Outcome.DONE;

    public ChunkCache(Storage storage) {
        this.storage = storage;
    }

    /**
     * Forgets everything, and counts in other blocks from now on.
     *
     * @param bytes  of a block: a power of two, 1,024 to 65,536
     * @param blocks how many there are
     */
    public void start(int bytes, long blocks) {
        blockBytes = bytes;
        blocksInChunk = CHUNK_BYTES / bytes;
        this.blocks = blocks;
        places = (int) Math.min(MAX_CHUNKS, storage.memory().size() / CHUNK_BYTES - 1);
        if (places < MIN_CHUNKS) {
            throw new IllegalStateException("there is too little memory for chunks");
        }
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = NONE;
        }
        for (int place = 0; place < places; place++) {
            numbers[place] = NO_CHUNK;
            uses[place] = 0;
        }
        begin();
    }

    /** From here on, other chunks are looked at together. */
    public void begin() {
        begun = time;
        last = NONE;
    }

    /** Where {@link #CHUNK_BYTES} bytes are that are zero: behind the chunks. */
    public long zeros() {
        return (long) places * CHUNK_BYTES;
    }

    /** Where a block is in the memory, of which it is the next {@link #start} bytes; {@link #NOWHERE} if it cannot be had. */
    public long find(long block) {
        if (block < 0 || block >= blocks) {
            outcome = Outcome.OUT_OF_RANGE;
            return NOWHERE;
        }
        int place = place(block / blocksInChunk);
        int index = (int) (block % blocksInChunk);
        if ((valid[place] >>> index & 1) == 0 && !bring(place, index)) {
            return NOWHERE;
        }
        return offset(place, index);
    }

    /** Why the last block could not be had. */
    public Outcome outcome() {
        return outcome;
    }

    private long offset(int place, int index) {
        return (long) place * CHUNK_BYTES + (long) index * blockBytes;
    }

    /** Where a chunk is, which is given the place of the one that was not asked for for the longest time if it is not there. */
    private int place(long number) {
        if (last != NONE && numbers[last] == number) {
            return last;
        }
        int place = buckets[bucket(number)];
        while (place != NONE && numbers[place] != number) {
            place = next[place];
        }
        last = place == NONE ? replaceOldest(number) : place;
        uses[last] = ++time;
        return last;
    }

    private int replaceOldest(long number) {
        int oldest = 0;
        for (int place = 1; place < places; place++) {
            oldest = uses[place] < uses[oldest] ? place : oldest;
        }
        if (uses[oldest] > begun) {
            throw new IllegalStateException("too many chunks are looked at together");
        }
        if (numbers[oldest] != NO_CHUNK) {
            takeOut(oldest);
        }
        numbers[oldest] = number;
        valid[oldest] = 0;
        next[oldest] = buckets[bucket(number)];
        buckets[bucket(number)] = oldest;
        return oldest;
    }

    private void takeOut(int place) {
        int bucket = bucket(numbers[place]);
        if (buckets[bucket] == place) {
            buckets[bucket] = next[place];
            return;
        }
        int before = buckets[bucket];
        while (next[before] != place) {
            before = next[before];
        }
        next[before] = next[place];
    }

    private static int bucket(long number) {
        return (int) (number % BUCKETS);
    }

    /** Reads a block and those around it that are not there; if that fails, it alone. @return whether it is there now */
    private boolean bring(int place, int index) {
        long first = numbers[place] * blocksInChunk;
        int from = index;
        while (from > 0 && (valid[place] >>> from - 1 & 1) == 0) {
            from--;
        }
        int to = index + 1;
        while (to < blocksInChunk && first + to < blocks && (valid[place] >>> to & 1) == 0) {
            to++;
        }
        return read(place, from, to) || to - from > 1 && read(place, index, index + 1);
    }

    private boolean read(int place, int from, int to) {
        int sectorsInBlock = blockBytes / BlockDevice.SECTOR_BYTES;
        long sector = (numbers[place] * blocksInChunk + from) * sectorsInBlock;
        outcome = storage.read(sector, (to - from) * sectorsInBlock, offset(place, from));
        for (int i = from; i < to && outcome == Outcome.DONE; i++) {
            valid[place] |= 1L << i;
        }
        return outcome == Outcome.DONE;
    }
}
