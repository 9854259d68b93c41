package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/** Gives out blocks. */
final class BlockAllocator {

    private final Volume volume;
    private final Bitmap bitmap;
    /** A group whose inodes' place is looked for while another one is at hand. */
    private final GroupTable other;
    private long first;
    private int count;

    BlockAllocator(Volume volume) {
        this.volume = volume;
        bitmap = new Bitmap(volume);
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

    /** Where a file's block is best: behind the one before it, or in the group that its inode is in. @param map of which the file's blocks are found out */
    long goal(BlockMap map, Inode inode, long index) {
        if (index > 0 && map.find(inode, index - 1) == Outcome.DONE && map.block() != BlockMap.HOLE) {
            return map.block() + 1;
        }
        return volume.superblock().start((inode.number() - 1) / volume.superblock().inodesInGroup());
    }

    /** Marks blocks in a row as free, as part of a commit. */
    Outcome free(Transaction transaction, long start, int blocks) {
        Superblock superblock = volume.superblock();
        if (start < superblock.firstBlock() || start > superblock.blocks() - blocks) {
            return Outcome.DAMAGED;
        }
        long done = 0;
        while (done < blocks) {
            long group = superblock.group(start + done);
            int some = (int) Math.min(blocks - done, superblock.start(group + 1) - start - done);
            Outcome outcome = freeIn(transaction, group, start + done - superblock.start(group), some);
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
            if (!bitmap.isFree(at, bit)) {
                bitmap.clear(at, bit);
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
        long bit = outcome == Outcome.DONE ? bitmap.search(at, from, volume.superblock().blocksInGroup()) : Bitmap.NONE;
        if (bit == Bitmap.NONE) {
            return outcome;
        }
        at = transaction.change(group.blockBitmap());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        first = volume.superblock().start(group.number()) + bit;
        while (count < wanted && bit + count < volume.superblock().blocksInGroup() && bitmap.isFree(at, bit + count)) {
            bitmap.set(at, bit + count);
            count++;
        }
        group.takeBlocks(count, at);
        return group.write(transaction);
    }

    /** Makes the bitmap of a group that never had one: what is in use are copies of the superblock and the descriptors, and bitmaps and inodes, also those of other groups. */
    private Outcome fill(long at, long group) {
        Superblock superblock = volume.superblock();
        for (int i = 0; i < Math.min(superblock.copiedBlocks(group), superblock.blocksInGroup()); i++) {
            bitmap.set(at, i);
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
        for (long bit = superblock.blocks() - superblock.start(group); bit < superblock.blocksInGroup(); bit++) {
            bitmap.set(at, bit);
        }
        bitmap.end(at, superblock.blocksInGroup());
        return Outcome.DONE;
    }

    private void setRange(long at, long group, long block, long blocks) {
        long offset = block - volume.superblock().start(group);
        long from = Math.max(0, offset);
        long to = Math.min(volume.superblock().blocksInGroup(), offset + blocks);
        for (long bit = from; bit < to; bit++) {
            bitmap.set(at, bit);
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
