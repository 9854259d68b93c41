package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/** Which blocks are in use: a bit for each, a block of bits for each group. Linux, Documentation/filesystems/ext4/bitmaps.rst. */
final class BlockAllocator {

    private static final int ALL = 0xFF;
    private static final long NONE = -1;

    private final Volume volume;
    /** A group whose inodes' place is looked for while another one is at hand. */
    private final GroupTable other;
    private long first;
    private int count;

    BlockAllocator(Volume volume) {
        this.volume = volume;
        other = new GroupTable(volume);
    }

    /**
     * Takes blocks in a row, as part of an operation.
     *
     * @param goal   where they are best
     * @param wanted how many; fewer may be found, but one
     */
    Outcome allocate(Transaction transaction, long goal, int wanted) {
        Superblock superblock = volume.superblock();
        long inRange = goal >= superblock.firstBlock() && goal < superblock.blocks() ? goal - superblock.firstBlock() : 0;
        long start = inRange / superblock.blocksInGroup();
        for (long i = 0; i <= superblock.groups(); i++) {
            long group = (start + i) % superblock.groups();
            volume.begin();
            Outcome outcome = volume.groups().read(group);
            if (outcome == Outcome.DONE && volume.groups().freeBlocks() > 0) {
                outcome = allocateIn(transaction, i == 0 ? inRange % superblock.blocksInGroup() : 0, wanted);
                if (outcome == Outcome.DONE && count > 0) {
                    superblock.takeBlocks(count);
                    return Outcome.DONE;
                }
            }
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return Outcome.NO_SPACE;
    }

    /** Marks blocks in a row as free, as part of a commit. */
    Outcome free(Transaction transaction, long start, int blocks) {
        Superblock superblock = volume.superblock();
        if (start < superblock.firstBlock() || start > superblock.blocks() - blocks) {
            return Outcome.DAMAGED;
        }
        long done = 0;
        while (done < blocks) {
            long group = (start + done - superblock.firstBlock()) / superblock.blocksInGroup();
            int some = (int) Math.min(blocks - done, start(group + 1) - start - done);
            Outcome outcome = freeIn(transaction, group, start + done - start(group), some);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            done += some;
        }
        return Outcome.DONE;
    }

    private Outcome freeIn(Transaction transaction, long group, long from, int blocks) {
        volume.begin();
        transaction.keep();
        Outcome outcome = volume.groups().read(group);
        if (outcome != Outcome.DONE || volume.groups().hasNoBlocks()) {
            return outcome == Outcome.DONE ? Outcome.DAMAGED : outcome;
        }
        long at = transaction.change(volume.groups().blockBitmap());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        if (!volume.groups().isBlockBitmapRight(at)) {
            return Outcome.DAMAGED;
        }
        int freed = 0;
        for (long bit = from; bit < from + blocks; bit++) {
            if (!isFree(at, bit)) {
                Region memory = volume.memory();
                memory.setByte(at + bit / Byte.SIZE, memory.unsignedByte(at + bit / Byte.SIZE) & ~(1 << bit % Byte.SIZE));
                freed++;
            }
        }
        volume.groups().takeBlocks(-freed, at);
        volume.superblock().takeBlocks(-freed);
        return volume.groups().write(transaction);
    }

    private Outcome allocateIn(Transaction transaction, long from, int wanted) {
        GroupTable group = volume.groups();
        count = 0;
        long at = group.hasNoBlocks() ? transaction.create(group.blockBitmap()) : volume.find(group.blockBitmap());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        if (!group.hasNoBlocks() && !group.isBlockBitmapRight(at)) {
            return Outcome.DAMAGED;
        }
        Outcome outcome = group.hasNoBlocks() ? fill(at, group.number()) : Outcome.DONE;
        long bit = outcome == Outcome.DONE ? search(at, from) : NONE;
        if (bit == NONE) {
            return outcome;
        }
        at = transaction.change(group.blockBitmap());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        first = start(group.number()) + bit;
        while (count < wanted && bit + count < volume.superblock().blocksInGroup() && isFree(at, bit + count)) {
            set(at, bit + count);
            count++;
        }
        group.takeBlocks(count, at);
        return group.write(transaction);
    }

    /** The first block that is free from a bit on; {@link #NONE} if there is none. */
    private long search(long at, long from) {
        long bits = volume.superblock().blocksInGroup();
        long bit = from;
        while (bit < bits) {
            if (bit % Long.SIZE == 0 && volume.memory().int64(at + bit / Byte.SIZE) == -1) {
                bit += Long.SIZE;
            } else if (isFree(at, bit)) {
                return bit;
            } else {
                bit++;
            }
        }
        return NONE;
    }

    private boolean isFree(long at, long bit) {
        return (volume.memory().unsignedByte(at + bit / Byte.SIZE) >>> bit % Byte.SIZE & 1) == 0;
    }

    private void set(long at, long bit) {
        Region memory = volume.memory();
        memory.setByte(at + bit / Byte.SIZE, memory.unsignedByte(at + bit / Byte.SIZE) | 1 << bit % Byte.SIZE);
    }

    private long start(long group) {
        return volume.superblock().firstBlock() + group * volume.superblock().blocksInGroup();
    }

    /** Makes the bitmap of a group that never had one: what is in use are copies of the superblock and the descriptors, and bitmaps and inodes, also those of other groups. */
    private Outcome fill(long at, long group) {
        Superblock superblock = volume.superblock();
        for (int i = 0; i < Math.min(superblock.copiedBlocks(group), superblock.blocksInGroup()); i++) {
            set(at, i);
        }
        long inodeBlocks = superblock.inodesInGroup() * superblock.inodeBytes() / superblock.blockBytes();
        for (long number = 0; number < superblock.groups(); number++) {
            volume.begin();
            Outcome outcome = other.read(number);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            setRange(at, group, other.blockBitmap(), 1);
            setRange(at, group, other.inodeBitmap(), 1);
            setRange(at, group, other.inodeTable(), inodeBlocks);
        }
        for (long bit = superblock.blocks() - start(group); bit < superblock.blocksInGroup(); bit++) {
            set(at, bit);
        }
        for (long i = superblock.blocksInGroup() / Byte.SIZE; i < superblock.blockBytes(); i++) {
            volume.memory().setByte(at + i, ALL);
        }
        return Outcome.DONE;
    }

    private void setRange(long at, long group, long block, long blocks) {
        long from = Math.max(0, block - start(group));
        long to = Math.min(volume.superblock().blocksInGroup(), block + blocks - start(group));
        for (long bit = from; bit < to; bit++) {
            set(at, bit);
        }
    }

    /** The first block that was taken. */
    long first() {
        return first;
    }

    /** How many were taken. */
    int count() {
        return count;
    }
}
