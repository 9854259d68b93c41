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
    private Superblock.Verdict verdict = Superblock.Verdict.NONE;
    private boolean mounted;

    public Volume(Storage storage) {
        this.storage = storage;
        cache = new ChunkCache(storage);
    }

    /** Makes the file system ready, once. */
    public Outcome mount() {
        if (mounted) {
            return Outcome.DONE;
        }
        if (storage.find() != BlockDevice.Outcome.DONE) {
            return Outcome.NO_DISK;
        }
        cache.start(Superblock.SIZE, storage.sectors() / (Superblock.SIZE / BlockDevice.SECTOR_BYTES));
        long at = cache.find(Superblock.POSITION / Superblock.SIZE);
        if (at == ChunkCache.NOWHERE) {
            return Outcome.DEVICE_ERROR;
        }
        verdict = superblock.read(memory(), at, storage.sectors());
        if (verdict != Superblock.Verdict.FINE) {
            return Outcome.UNKNOWN_FORMAT;
        }
        cache.start(superblock.blockBytes(), superblock.blocks());
        mounted = true;
        return Outcome.DONE;
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
        return switch (cache.outcome()) {
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
