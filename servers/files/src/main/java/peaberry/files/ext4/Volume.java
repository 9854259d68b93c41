package peaberry.files.ext4;

import peaberry.block.BlockDevice;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.files.disk.Storage;
import peaberry.runtime.Region;
import peaberry.runtime.Text;

/** A file system, as a whole: its superblock, and its blocks where they are in memory. */
public final class Volume {

    /** The inode of the directory that all others are in. */
    public static final long ROOT = Superblock.ROOT_INODE;

    private final Storage storage;
    private final ChunkCache cache;
    private final Superblock superblock = new Superblock();
    private final GroupTable groups = new GroupTable(this);
    private final JournalReplay replay;
    private final Journal journal;
    private final Transaction transaction;
    private final Freed freed = new Freed(superblock);
    private final BlockAllocator allocator = new BlockAllocator(this);
    private Superblock.Verdict verdict = Superblock.Verdict.NONE;
    private boolean mounted;
    private boolean allowsWriting;
    private boolean freeIsKnown;
    /** An operation would change more blocks than can be put back. */
    private boolean tooMuch;

    public Volume(Storage storage) {
        this.storage = storage;
        cache = new ChunkCache(storage);
        replay = new JournalReplay(this);
        journal = new Journal(this);
        transaction = new Transaction(this, journal);
    }

    /** Makes the file system ready, once. */
    public Outcome mount() {
        if (mounted) {
            return Outcome.DONE;
        }
        verdict = Superblock.Verdict.NONE;
        if (storage.find() != BlockDevice.Outcome.DONE) {
            return Outcome.NO_DISK;
        }
        Outcome outcome = readSuperblock();
        if (outcome == Outcome.DONE && verdict == Superblock.Verdict.NOT_REPLAYED) {
            outcome = replay();
        }
        if (outcome == Outcome.DONE && verdict != Superblock.Verdict.FINE) {
            outcome = Outcome.UNKNOWN_FORMAT;
        }
        if (outcome == Outcome.DONE) {
            journal.open();
        }
        mounted = outcome == Outcome.DONE;
        return outcome;
    }

    /** Whether {@link #mount} found only zeros where there has to be something. */
    public boolean isBlank() {
        return verdict == Superblock.Verdict.BLANK;
    }

    /** Whether files can be changed. */
    public boolean isWritable() {
        return journal.isUsable() && allowsWriting;
    }

    /** Says that nothing is to be changed any more. */
    void setReadOnly() {
        allowsWriting = false;
    }

    void setTooMuch() {
        tooMuch = true;
    }

    /** Finds out, once, how many blocks and inodes are free: the superblock is not always told. */
    Outcome countFree() {
        long blocks = 0;
        long inodes = 0;
        for (long group = 0; !freeIsKnown && group < superblock.groups(); group++) {
            begin();
            Outcome outcome = groups.read(group);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            blocks += groups.freeBlocks();
            inodes += groups.freeInodes();
        }
        if (!freeIsKnown) {
            superblock.setFree(blocks, inodes);
            freeIsKnown = true;
        }
        return Outcome.DONE;
    }

    /** What changes of files are made with. */
    Transaction transaction() {
        return transaction;
    }

    /** Whether the disk says that its journal counts, or something is to be written. */
    public boolean isInUse() {
        return mounted && journal.isActive();
    }

    /** Whether something was begun, and not ended, when the power went. */
    public boolean hasOrphans() {
        return isWritable() && superblock.lastOrphan() != 0;
    }

    /** What was given up since the last commit. */
    Freed freed() {
        return freed;
    }

    /** Who gives out blocks. */
    BlockAllocator allocator() {
        return allocator;
    }

    /** Marks as free what was given up, when a commit begins: it is not held any more if it described files. */
    Outcome applyFreed() {
        for (int i = 0; i < freed.revocations(); i++) {
            cache.drop(freed.revoked(i));
        }
        return freed.isEmpty() ? Outcome.DONE : freed.apply(transaction, allocator);
    }

    /** An operation ended well: what is in blocks that it gave up need not be written any more. */
    void forgetFreed() {
        for (int run = freed.firstRun(); run < freed.runs(); run++) {
            for (int i = 0; i < freed.count(run); i++) {
                cache.forget(freed.first(run) + i);
            }
        }
    }

    /** Makes all that was changed survive a loss of power. */
    public Outcome commit() {
        return journal.commit();
    }

    /** The same, and leaves the disk as if it were not in use. */
    public Outcome close() {
        Outcome outcome = journal.commit();
        return outcome == Outcome.DONE ? journal.close() : outcome;
    }

    /** Empties the cache, which counts in blocks of {@link Superblock#SIZE} bytes from here on. @return how many the disk has */
    private long start() {
        long blocks = storage.sectors() / (Superblock.SIZE / BlockDevice.SECTOR_BYTES);
        cache.start(Superblock.SIZE, blocks);
        return blocks;
    }

    /** Makes the superblock that of a new file system, before {@link #mount}, and goes by it from here on. It is held. */
    Outcome makeSuperblock(long number, long seconds) {
        long blocks = start();
        if (blocks < NewSuperblock.LEAST_BLOCKS) {
            return Outcome.NO_SPACE;
        }
        long at = cache.claim(Superblock.POSITION / Superblock.SIZE);
        if (at == ChunkCache.NOWHERE) {
            return trouble();
        }
        NewSuperblock.put(memory(), at, blocks, number, seconds);
        superblock.read(memory(), at, storage.sectors());
        cache.hold(superblock.firstBlock());
        return Outcome.DONE;
    }

    /** Reads the superblock into a cache that was emptied, and goes by it from here on. */
    private Outcome readSuperblock() {
        start();
        long at = cache.find(Superblock.POSITION / Superblock.SIZE);
        if (at == ChunkCache.NOWHERE) {
            return trouble();
        }
        verdict = superblock.read(memory(), at, storage.sectors());
        allowsWriting = superblock.allowsWriting(memory(), at);
        if (verdict == Superblock.Verdict.FINE || verdict == Superblock.Verdict.NOT_REPLAYED) {
            cache.start(superblock.blockBytes(), superblock.blocks());
        }
        return Outcome.DONE;
    }

    /** The superblock may be among what is replayed, so it is read again. */
    private Outcome replay() {
        Outcome outcome = superblock.journalInode() == 0 ? Outcome.UNKNOWN_FORMAT : replay.run();
        if (outcome == Outcome.DONE) {
            outcome = readSuperblock();
        }
        if (outcome != Outcome.DONE || verdict != Superblock.Verdict.NOT_REPLAYED) {
            return outcome;
        }
        outcome = writeRecovery(false);
        return outcome == Outcome.DONE ? readSuperblock() : outcome;
    }

    /** Has the disk say whether the journal has to be replayed, when that comes back from a loss of power. */
    Outcome writeRecovery(boolean wanted) {
        long block = findSuperblock();
        if (block == ChunkCache.NOWHERE) {
            return trouble();
        }
        superblock.setRecovery(memory(), block + Superblock.POSITION % superblock.blockBytes(), wanted);
        return writeThrough(superblock.firstBlock(), block);
    }

    /** Has the superblock say how many blocks and inodes are free, when the transaction is committed. */
    Outcome holdSuperblock() {
        long block = findSuperblock();
        if (block == ChunkCache.NOWHERE) {
            return trouble();
        }
        superblock.putFree(memory(), block + Superblock.POSITION % superblock.blockBytes());
        cache.hold(superblock.firstBlock());
        return Outcome.DONE;
    }

    /** Where the block is in memory that the superblock is in. */
    private long findSuperblock() {
        begin();
        return find(superblock.firstBlock());
    }

    /** Writes a block, from wherever it is in the {@link #memory()}. */
    Outcome write(long block, long offset) {
        return write(block, 1, offset);
    }

    /** Writes blocks in a row. */
    Outcome write(long block, int count, long offset) {
        if (block < 0 || block > superblock.blocks() - count) {
            return Outcome.DAMAGED;
        }
        return told(cache.write(block * sectorsInBlock(), count * sectorsInBlock(), offset));
    }

    /** Writes a block, and returns when it survives a loss of power, whatever is with those before it. */
    Outcome writeThrough(long block, long offset) {
        return writeThrough(block, sectorsInBlock(), offset);
    }

    /** The same of the first sector of a block. */
    Outcome writeFirstSectorThrough(long block, long offset) {
        return writeThrough(block, 1, offset);
    }

    private Outcome writeThrough(long block, int sectors, long offset) {
        return block < 0 || block >= superblock.blocks() ? Outcome.DAMAGED : told(cache.writeThrough(block * sectorsInBlock(), sectors, offset));
    }

    private int sectorsInBlock() {
        return superblock.blockBytes() / BlockDevice.SECTOR_BYTES;
    }

    /** Returns when all that was written before survives a loss of power. */
    Outcome flush() {
        return told(cache.flush());
    }

    /** Writes all blocks that are changed and not held. */
    Outcome writeAll() {
        return told(cache.writeAll());
    }

    /** Of the cache, for who changes blocks. */
    ChunkCache cache() {
        return cache;
    }

    /** Why there is no file system, after {@link #mount} said so: the rest of a sentence that begins with the disk. */
    public Text appendProblemTo(Text text) {
        text.append(verdict.text);
        if (verdict == Superblock.Verdict.UNKNOWN_FEATURE) {
            Feature.appendNames(text, superblock.unknownFeatures());
        }
        return text;
    }

    Superblock superblock() {
        return superblock;
    }

    GroupTable groups() {
        return groups;
    }

    /** Where blocks are, when they were found. */
    Region memory() {
        return storage.memory();
    }

    /** From here on, other blocks are looked at together: where those are that were found before does not hold any more. */
    void begin() {
        cache.begin();
    }

    /** Where a block is in the {@link #memory()} until {@link #begin}; {@link ChunkCache#NOWHERE} if it cannot be had: {@link #trouble} says why. */
    long find(long block) {
        return cache.find(block);
    }

    /** Whether the checksum of a block was right when it was looked at first since it came into memory. @param at where it is */
    boolean isVerified(long at) {
        return cache.isVerified(at);
    }

    /** Takes note of what a block's checksum is. @return whether it is right */
    boolean verified(long at, boolean isRight) {
        if (isRight) {
            cache.setVerified(at);
        }
        return isRight;
    }

    /** Makes a block in the memory all zeros. @param at where it is */
    void clear(long at) {
        memory().clear(at, superblock.blockBytes());
    }

    /** Makes a block in the memory the same as another one. */
    void copy(long from, long to) {
        memory().copy(from, to, superblock.blockBytes());
    }

    /** Where a block of zeros is in the memory. */
    long zeros() {
        return cache.zeros();
    }

    /** Why a block could not be had. */
    Outcome trouble() {
        if (tooMuch) {
            tooMuch = false;
            return Outcome.NO_SPACE;
        }
        return told(cache.outcome());
    }

    /** What the disk's words are in ours. */
    private static Outcome told(BlockDevice.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Outcome.DONE;
            case OUT_OF_RANGE -> Outcome.DAMAGED;
            case NO_DEVICE -> Outcome.NO_DISK;
            default -> Outcome.DEVICE_ERROR;
        };
    }

    /** Bytes for files and what the format needs for them. */
    public long totalBytes() {
        return superblock.blocks() * superblock.blockBytes();
    }

    public long freeBytes() {
        return Math.min(superblock.freeBlocks(), superblock.blocks()) * superblock.blockBytes();
    }

    public long inodes() {
        return superblock.inodes();
    }

    public long freeInodes() {
        return Math.min(superblock.freeInodes(), superblock.inodes());
    }
}
