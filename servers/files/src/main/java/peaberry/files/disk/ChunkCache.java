package peaberry.files.disk;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;

/**
 * The blocks of a partition, as far as they are in memory: aligned chunks of {@link #CHUNK_BYTES} bytes, of which each block is there or not. A block that
 * is not there is read together with all those around it in its chunk that are not there either, so who reads on asks the disk seldom. Where a file is read on
 * from chunk to chunk, the disk is told which one is next.
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
    /** Of the memory, chunks for zeros, for what is about to be written, and for what was there before. */
    private static final int RESERVED = 4;
    /** How often everything is written, at most, if the disk forgets it again and again. */
    private static final int MOST_ATTEMPTS = 16;
    private static final int NONE = -1;
    private static final long NO_CHUNK = -1;

    private final Storage storage;
    /** Which chunk is at a place; which of its blocks are there, a bit each; when it was asked for last; the next place in the bucket. */
    private final long[] numbers = new long[MAX_CHUNKS];
    private final long[] valid = new long[MAX_CHUNKS];
    private final long[] uses = new long[MAX_CHUNKS];
    /** Which blocks are not on the disk as they are here; and which of these are not to be written there yet. */
    private final long[] dirty = new long[MAX_CHUNKS];
    private final long[] held = new long[MAX_CHUNKS];
    /** Whose checksums were found right since they came here. */
    private final long[] verified = new long[MAX_CHUNKS];
    private final int[] next = new int[MAX_CHUNKS];
    private final int[] buckets = new int[BUCKETS];
    private int places;
    private int blockBytes = CHUNK_BYTES;
    private int blocksInChunk = 1;
    private long blocks;
    /** Whether something was written that may not survive a loss of power: nobody knows what an earlier life of the server wrote. */
    private boolean written = true;
    /** How many writes were posted since the disk was asked last how they ended. */
    private int posted;
    private long time;
    /** What was asked for after this stays. */
    private long begun;
    /** Blocks that are read on: the first of them, the one behind them, and which of their chunks was brought last. */
    private long firstReadOn;
    private long behindReadOn;
    private long lastReadOn;
    private int last;
    private Outcome outcome = Outcome.DONE;

    /** Is shown blocks, one after the other. */
    public interface Visitor {

        /** @param offset where it is in the memory @return whether to go on */
        boolean visit(long block, long offset);
    }

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
        places = (int) Math.min(MAX_CHUNKS, storage.memory().size() / CHUNK_BYTES - RESERVED);
        if (places < MIN_CHUNKS) {
            throw new IllegalStateException("there is too little memory for chunks");
        }
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = NONE;
        }
        for (int place = 0; place < places; place++) {
            numbers[place] = NO_CHUNK;
            uses[place] = 0;
            dirty[place] = 0;
            held[place] = 0;
        }
        readOn(0, 0);
        lastReadOn = NO_CHUNK - 1;
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

    /** Where {@link #CHUNK_BYTES} bytes are for whoever writes something that is no chunk. */
    public long spare() {
        return zeros() + CHUNK_BYTES;
    }

    /** Where twice {@link #CHUNK_BYTES} bytes are for copies. */
    public long copies() {
        return spare() + CHUNK_BYTES;
    }

    /** How many chunks there are at a time. */
    public int places() {
        return places;
    }

    /** Where a block is in the memory, of which it is the next {@link #start} bytes; {@link #NOWHERE} if it cannot be had. */
    public long find(long block) {
        int place = placeOf(block);
        int index = (int) (block % blocksInChunk);
        if (place == NONE || (valid[place] >>> index & 1) == 0 && !bring(place, index)) {
            return NOWHERE;
        }
        return offset(place, index);
    }

    /** As {@link #find}, of a block that is about to get other contents as a whole: it is not read. */
    public long claim(long block) {
        int place = placeOf(block);
        if (place == NONE) {
            return NOWHERE;
        }
        valid[place] |= bit(block);
        verified[place] &= ~bit(block);
        return offset(place, (int) (block % blocksInChunk));
    }

    private int placeOf(long block) {
        if (block < 0 || block >= blocks) {
            outcome = Outcome.OUT_OF_RANGE;
            return NONE;
        }
        return place(block / blocksInChunk);
    }

    /** Whether {@link #setVerified} was said of a block since it came into memory. @param offset where it is */
    public boolean isVerified(long offset) {
        return (verified[(int) (offset / CHUNK_BYTES)] & bitAt(offset)) != 0;
    }

    /** Says that the checksum of a block is right. */
    public void setVerified(long offset) {
        verified[(int) (offset / CHUNK_BYTES)] |= bitAt(offset);
    }

    private long bitAt(long offset) {
        return 1L << offset % CHUNK_BYTES / blockBytes;
    }

    /** Says that these blocks are likely to be asked for in order: where chunk after chunk of them is brought, the disk is told which one is next. */
    public void readOn(long block, long count) {
        firstReadOn = block;
        behindReadOn = block + count;
    }

    /** Says that a block that was found is changed. It is written at any time from now on. */
    public void change(long block) {
        dirty[place(block / blocksInChunk)] |= bit(block);
    }

    /** The same, but it is written only after {@link #release}. */
    public void hold(long block) {
        change(block);
        held[place(block / blocksInChunk)] |= bit(block);
    }

    /** Whether a block that was found is held. */
    public boolean isHeld(long block) {
        return (held[place(block / blocksInChunk)] & bit(block)) != 0;
    }

    /** A block that was held, and is as it was before, is not any more. @param changed whether it is to be written still */
    public void letGo(long block, boolean changed) {
        int place = place(block / blocksInChunk);
        held[place] &= ~bit(block);
        if (!changed) {
            dirty[place] &= ~bit(block);
        }
    }

    /** What is in a block is of no interest any more. */
    public void drop(long block) {
        int place = known(block / blocksInChunk);
        if (place != NONE) {
            held[place] &= ~bit(block);
            dirty[place] &= ~bit(block);
        }
    }

    /** The same, unless it is held. */
    public void forget(long block) {
        int place = known(block / blocksInChunk);
        if (place != NONE) {
            dirty[place] &= ~bit(block) | held[place];
        }
    }

    /** Whether a block that was found is to be written. */
    public boolean isChanged(long block) {
        return (dirty[place(block / blocksInChunk)] & bit(block)) != 0;
    }

    /** From here on, what was held is written as everything else. */
    public void release() {
        for (int place = 0; place < places; place++) {
            held[place] = 0;
        }
    }

    /** How many chunks have blocks that are held: they cannot be given up. */
    public int heldChunks() {
        int count = 0;
        for (int place = 0; place < places; place++) {
            count += held[place] != 0 ? 1 : 0;
        }
        return count;
    }

    /** How many blocks are held. */
    public int heldBlocks() {
        int count = 0;
        for (int place = 0; place < places; place++) {
            count += Long.bitCount(held[place]);
        }
        return count;
    }

    /** Shows all blocks that are held. @return whether the visitor wanted to see all of them */
    public boolean visitHeld(Visitor visitor) {
        for (int place = 0; place < places; place++) {
            for (int index = 0; held[place] != 0 && index < blocksInChunk; index++) {
                if ((held[place] >>> index & 1) != 0 && !visitor.visit(numbers[place] * blocksInChunk + index, offset(place, index))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Writes all that is not held, several chunks at once. What is written stays changed here until all of it is, so that what the disk forgets is written again. */
    public Outcome writeAll() {
        outcome = Outcome.FORGOTTEN;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && outcome == Outcome.FORGOTTEN; attempt++) {
            outcome = postAll();
        }
        if (outcome == Outcome.FORGOTTEN) {
            outcome = Outcome.DEVICE_ERROR;
        }
        for (int place = 0; place < places && outcome == Outcome.DONE; place++) {
            dirty[place] &= held[place];
        }
        return outcome;
    }

    /** Posts all that is not held, and returns when nothing of it is under way any more. */
    private Outcome postAll() {
        posted = 0;
        Outcome taken = Outcome.DONE;
        for (int place = 0; place < places && taken == Outcome.DONE; place++) {
            taken = post(place);
        }
        Outcome collected = posted > 0 ? storage.collect(posted) : Outcome.DONE;
        return taken == Outcome.DONE ? collected : taken;
    }

    /** Posts the blocks of a chunk that are not held, those in a row together. */
    private Outcome post(int place) {
        long left = dirty[place] & ~held[place];
        while (left != 0) {
            int from = Long.numberOfTrailingZeros(left);
            int count = Long.numberOfTrailingZeros(~(left >>> from));
            written = true;
            Outcome taken = storage.post(sector(place, from), count * sectorsInBlock(), offset(place, from));
            if (taken != Outcome.DONE) {
                return taken;
            }
            posted++;
            left &= ~((count == Long.SIZE ? -1 : (1L << count) - 1) << from);
        }
        return Outcome.DONE;
    }

    /** Returns when all that was written survives a loss of power. */
    public Outcome flush() {
        Outcome flushed = written ? storage.flush() : Outcome.DONE;
        written = written && flushed != Outcome.DONE;
        return flushed;
    }

    /** Writes sectors from anywhere in the memory. */
    public Outcome write(long sector, int count, long offset) {
        written = true;
        return storage.write(sector, count, offset);
    }

    /** The same, and returns when these survive a loss of power; of what was written before nothing is said. */
    public Outcome writeThrough(long sector, int count, long offset) {
        Outcome through = storage.writeThrough(sector, count, offset);
        written |= through != Outcome.DONE;
        return through;
    }

    private long sector(int place, int index) {
        return (numbers[place] * blocksInChunk + index) * sectorsInBlock();
    }

    private long bit(long block) {
        return 1L << block % blocksInChunk;
    }

    private int sectorsInBlock() {
        return blockBytes / BlockDevice.SECTOR_BYTES;
    }

    /** Why the last block could not be had. */
    public Outcome outcome() {
        return outcome;
    }

    private long offset(int place, int index) {
        return (long) place * CHUNK_BYTES + (long) index * blockBytes;
    }

    /** Where a chunk is, which is given the place of the one that was not asked for for the longest time if it is not there; {@link #NONE} if that is changed, and what is changed cannot be written. */
    private int place(long number) {
        if (last != NONE && numbers[last] == number) {
            return last;
        }
        int place = known(number);
        last = place == NONE ? replaceOldest(number) : place;
        if (last != NONE) {
            uses[last] = ++time;
        }
        return last;
    }

    /** Where a chunk is; {@link #NONE} if it is not there. */
    private int known(long number) {
        int place = buckets[bucket(number)];
        while (place != NONE && numbers[place] != number) {
            place = next[place];
        }
        return place;
    }

    private int replaceOldest(long number) {
        int oldest = NONE;
        for (int place = 0; place < places; place++) {
            oldest = held[place] == 0 && (oldest == NONE || uses[place] < uses[oldest]) ? place : oldest;
        }
        if (oldest == NONE || uses[oldest] > begun) {
            throw new IllegalStateException("too many chunks are looked at together");
        }
        if (dirty[oldest] != 0 && writeAll() != Outcome.DONE) {
            return NONE;
        }
        if (numbers[oldest] != NO_CHUNK) {
            takeOut(oldest);
        }
        numbers[oldest] = number;
        valid[oldest] = 0;
        verified[oldest] = 0;
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
        outcome = storage.readOn(sector(place, from), (to - from) * sectorsInBlock(), ahead(numbers[place], to), offset(place, from));
        for (int i = from; i < to && outcome == Outcome.DONE; i++) {
            valid[place] |= 1L << i;
        }
        return outcome == Outcome.DONE;
    }

    /** How many sectors are read next, behind a chunk that is brought up to one of its blocks: those of the next chunk, if what is read in order goes on there, and this one was brought behind the one before it. */
    private int ahead(long number, int to) {
        long next = (number + 1) * blocksInChunk;
        if (next <= firstReadOn || number * blocksInChunk >= behindReadOn) {
            return 0;
        }
        boolean isInOrder = number == lastReadOn + 1 && to == blocksInChunk;
        lastReadOn = number;
        boolean isWanted = isInOrder && next < Math.min(behindReadOn, blocks) && known(number + 1) == NONE;
        return isWanted ? (int) Math.min(blocksInChunk, blocks - next) * sectorsInBlock() : 0;
    }
}
