package peaberry.files.ext4;

import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Text;

/**
 * Makes a file system on a disk on which there is none ({@link NewSuperblock}): groups in which nothing was ever used, then in them directories and a journal, as those of a file system that
 * is there already. The superblock is written when all else is on the disk, so one that was begun and not ended is none where blocks are written as a whole, as in memory.
 */
public final class Formatter {

    private static final int ROOT_PERMISSIONS = 0755;
    /** What {@code e2fsck} finds belongs to nobody it puts into this directory, which it wants to be there. */
    private static final String LOST_AND_FOUND = "lost+found";
    private static final int PRIVATE_DIRECTORY = 0700;
    private static final int PRIVATE_FILE = 0600;
    /** The fewest that {@code e2fsck} takes for a journal. */
    private static final int JOURNAL_BLOCKS = 1024;
    /** Behind them are two bitmaps, of a block each, and the inodes. */
    private static final int BITMAPS = 2;

    private final Volume volume;
    private final Superblock superblock;
    private final GroupTable groups;
    private final ChunkCache cache;
    private final Transaction transaction;
    private final BlockAllocator blocks;
    private final InodeAllocator inodes;
    private final ExtentWriter extents;
    private final DirectoryWriter directories;
    private final Inode inode;
    private final Inode root;
    private final Text name = new Text(LOST_AND_FOUND.length());
    private int generation;
    private long time;

    public Formatter(Volume volume) {
        this.volume = volume;
        superblock = volume.superblock();
        groups = volume.groups();
        cache = volume.cache();
        transaction = volume.transaction();
        blocks = volume.allocator();
        inodes = new InodeAllocator(volume);
        extents = new ExtentWriter(volume, blocks);
        directories = new DirectoryWriter(volume, blocks, extents);
        inode = new Inode(volume);
        root = new Inode(volume);
    }

    /**
     * Makes one on a disk that {@linkplain Volume#isBlank is blank}. {@link Outcome#NO_SPACE} if the disk is too small for one.
     *
     * @param number that no other file system has
     * @param now    nanoseconds since the beginning of 1970
     */
    public Outcome format(long number, long now) {
        generation = (int) number;
        time = now;
        Outcome outcome = volume.makeSuperblock(number, now / Timestamp.SECOND);
        if (outcome == Outcome.DONE) {
            outcome = makeGroups();
        }
        if (outcome == Outcome.DONE) {
            outcome = makeDirectories();
        }
        if (outcome == Outcome.DONE) {
            outcome = makeJournal();
        }
        if (outcome == Outcome.DONE) {
            outcome = volume.holdSuperblock();
        }
        for (long group = 1; outcome == Outcome.DONE && group < superblock.groups(); group++) {
            outcome = copy(group);
        }
        return outcome == Outcome.DONE ? write() : outcome;
    }

    private Outcome makeGroups() {
        long inodeBlocks = superblock.inodesInGroup() * superblock.inodeBytes() / superblock.blockBytes();
        long free = 0;
        Outcome outcome = Outcome.DONE;
        for (long group = 0; outcome == Outcome.DONE && group < superblock.groups(); group++) {
            long first = superblock.start(group) + superblock.copiedBlocks(group);
            long end = Math.min(superblock.start(group + 1), superblock.blocks());
            long left = end - first - BITMAPS - inodeBlocks;
            free += left;
            outcome = groups.create(transaction, group, first, (int) left);
            transaction.keep();
            for (long block = first + BITMAPS; outcome == Outcome.DONE && block < first + BITMAPS + inodeBlocks; block++) {
                outcome = clear(block);
            }
        }
        superblock.setFree(free, superblock.inodes());
        return outcome;
    }

    private Outcome clear(long block) {
        volume.begin();
        long at = cache.claim(block);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        volume.clear(at);
        cache.change(block);
        return Outcome.DONE;
    }

    private Outcome makeDirectories() {
        Outcome outcome = inodes.reserve(transaction);
        if (outcome == Outcome.DONE) {
            outcome = makeDirectory(root, Superblock.ROOT_INODE, ROOT_PERMISSIONS);
        }
        if (outcome == Outcome.DONE) {
            outcome = inodes.allocate(transaction, Superblock.ROOT_INODE, true);
        }
        if (outcome == Outcome.DONE) {
            outcome = makeDirectory(inode, inodes.number(), PRIVATE_DIRECTORY);
        }
        if (outcome == Outcome.DONE) {
            outcome = directories.add(transaction, root, name.clear().append(LOST_AND_FOUND), inode.number(), NodeType.DIRECTORY);
        }
        if (outcome == Outcome.DONE) {
            root.setLinks(LinkCount.withOneMore(root.links()));
            outcome = root.write(transaction);
        }
        transaction.keep();
        return outcome;
    }

    private Outcome makeDirectory(Inode directory, long number, int permissions) {
        Outcome outcome = directory.create(number, NodeType.DIRECTORY, permissions, generation, time);
        if (outcome == Outcome.DONE) {
            extents.start(directory);
            directory.setLinks(2);
            outcome = directories.start(transaction, directory, Superblock.ROOT_INODE);
        }
        return outcome == Outcome.DONE ? directory.write(transaction) : outcome;
    }

    /** It begins in the last group, whose bitmap {@code e2fsck} wants to be there. */
    private Outcome makeJournal() {
        Outcome outcome = inode.create(Superblock.USUAL_JOURNAL_INODE, NodeType.FILE, PRIVATE_FILE, generation, time);
        extents.start(inode);
        int done = 0;
        while (outcome == Outcome.DONE && done < JOURNAL_BLOCKS) {
            outcome = blocks.allocate(transaction, superblock.start(superblock.groups() - 1), JOURNAL_BLOCKS - done);
            if (outcome == Outcome.DONE && done == 0) {
                outcome = makeJournalHead(blocks.first());
            }
            if (outcome == Outcome.DONE) {
                outcome = extents.add(transaction, inode, done, blocks.first(), blocks.count());
                done += blocks.count();
            }
        }
        if (outcome == Outcome.DONE) {
            inode.addBlocks(JOURNAL_BLOCKS);
            inode.setSize((long) JOURNAL_BLOCKS * superblock.blockBytes());
            outcome = inode.write(transaction);
        }
        transaction.keep();
        return outcome;
    }

    private Outcome makeJournalHead(long block) {
        long at = transaction.create(block);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        JournalSuperblock.create(volume.memory(), at, superblock.blockBytes(), JOURNAL_BLOCKS, superblock.identifier());
        return Outcome.DONE;
    }

    /** Copies superblock and descriptors to a group, if that has copies. */
    private Outcome copy(long group) {
        for (long block = 0; block < superblock.copiedBlocks(group); block++) {
            volume.begin();
            long from = volume.find(superblock.firstBlock() + block);
            long to = from == ChunkCache.NOWHERE ? ChunkCache.NOWHERE : cache.claim(superblock.start(group) + block);
            if (to == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            volume.copy(from, to);
            if (block == 0) {
                NewSuperblock.putGroup(volume.memory(), to, group);
            }
            cache.change(superblock.start(group) + block);
        }
        return Outcome.DONE;
    }

    /** Writes everything, and the superblock when all else survives a loss of power. */
    private Outcome write() {
        cache.release();
        cache.hold(superblock.firstBlock());
        Outcome outcome = volume.writeAll();
        if (outcome == Outcome.DONE) {
            outcome = volume.flush();
        }
        cache.release();
        if (outcome == Outcome.DONE) {
            outcome = volume.writeAll();
        }
        return outcome == Outcome.DONE ? volume.flush() : outcome;
    }
}
