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
    private Superblock.Verdict verdict = Superblock.Verdict.NONE;
    private boolean mounted;

    public Volume(Storage storage) {
        this.storage = storage;
        cache = new ChunkCache(storage);
        replay = new JournalReplay(this);
    }

    /** Makes the file system ready, once. */
    public Outcome mount() {
        if (mounted) {
            return Outcome.DONE;
        }
        if (storage.find() != BlockDevice.Outcome.DONE) {
            return Outcome.NO_DISK;
        }
        Outcome outcome = readSuperblock();
        if (outcome == Outcome.DONE && verdict == Superblock.Verdict.NOT_REPLAYED) {
            outcome = replay();
        }
        mounted = outcome == Outcome.DONE && verdict == Superblock.Verdict.FINE;
        return outcome == Outcome.DONE && !mounted ? Outcome.UNKNOWN_FORMAT : outcome;
    }

    /** Reads the superblock into a cache that was emptied, and goes by it from here on. */
    private Outcome readSuperblock() {
        cache.start(Superblock.SIZE, storage.sectors() / (Superblock.SIZE / BlockDevice.SECTOR_BYTES));
        long at = cache.find(Superblock.POSITION / Superblock.SIZE);
        if (at == ChunkCache.NOWHERE) {
            return trouble();
        }
        verdict = superblock.read(memory(), at, storage.sectors());
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
        long block = find(Superblock.POSITION / superblock.blockBytes());
        if (block == ChunkCache.NOWHERE) {
            return trouble();
        }
        superblock.setReplayed(memory(), block + Superblock.POSITION % superblock.blockBytes());
        outcome = write(Superblock.POSITION / superblock.blockBytes(), block);
        if (outcome == Outcome.DONE) {
            outcome = flush();
        }
        return outcome == Outcome.DONE ? readSuperblock() : outcome;
    }

    /** Writes a block, from wherever it is in the {@link #memory()}. */
    Outcome write(long block, long offset) {
        if (block < 0 || block >= superblock.blocks()) {
            return Outcome.DAMAGED;
        }
        int sectors = superblock.blockBytes() / BlockDevice.SECTOR_BYTES;
        return told(storage.write(block * sectors, sectors, offset));
    }

    /** Returns when all that was written before survives a loss of power. */
    Outcome flush() {
        return told(storage.flush());
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

    /** Where a block of zeros is in the memory. */
    long zeros() {
        return cache.zeros();
    }

    /** Why a block could not be had. */
    Outcome trouble() {
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
