package peaberry.files.ext4;

import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;

/**
 * Gives up what nobody has a name for any more, and what is behind files' ends. That takes as many operations as it takes; what is to be given up is noted on the disk before the
 * first one, in a list that the superblock begins, so that it is done later should the power go meanwhile. What was noted last is always done first.
 */
final class Disposal {

    private final Volume volume;
    private final Transaction transaction;
    private final ExtentWriter extents;
    private final FileWriter writer;
    private final InodeAllocator inodes;
    private final Directory directory;
    private final Inode inode;
    private final AttributeBlock attributes;

    Disposal(Volume volume, ExtentWriter extents, FileWriter writer, InodeAllocator inodes) {
        this.volume = volume;
        transaction = volume.transaction();
        this.extents = extents;
        this.writer = writer;
        this.inodes = inodes;
        directory = new Directory(volume);
        inode = new Inode(volume);
        attributes = new AttributeBlock(volume);
    }

    /** Whether a name can be taken from something. @param wantsDirectory whether it is to be an empty directory, or anything else */
    Outcome isRemovable(Inode it, boolean wantsDirectory) {
        boolean isLast = it.links() == 1 || it.type() == NodeType.DIRECTORY;
        Outcome outcome = !isLast ? Outcome.DONE : it.isGivable() ? attributes.check(it) : Outcome.READ_ONLY;
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (it.type() != NodeType.DIRECTORY) {
            return wantsDirectory ? Outcome.NOT_A_DIRECTORY : Outcome.DONE;
        }
        return wantsDirectory ? directory.isEmpty(it) : Outcome.IS_A_DIRECTORY;
    }

    /** Something has one name less; if it has none it is noted as what is to be given up. */
    Outcome takeName(Inode it, long now) {
        it.setLinks(it.type() == NodeType.DIRECTORY ? 0 : it.links() - 1);
        it.setChanged(now);
        if (it.links() == 0) {
            note(it);
        }
        return it.write(transaction);
    }

    /** Notes what has blocks that are to be given up: should the power go meanwhile, that is done later. */
    void note(Inode it) {
        it.setNextOrphan(volume.superblock().lastOrphan());
        volume.superblock().setLastOrphan(it.number());
    }

    /** What was noted last is done. */
    private Outcome strike(Inode it) {
        Outcome outcome = transaction.begin();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        volume.superblock().setLastOrphan(it.nextOrphan());
        it.setDeleted(0);
        return transaction.end(it.write(transaction));
    }

    /** Gives up what has no name any more, the one that was noted last, in as many operations as that takes. */
    Outcome giveUp(Inode it, long now) {
        Outcome outcome = cut(it, 0);
        if (outcome == Outcome.DONE) {
            outcome = transaction.begin();
        }
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        volume.superblock().setLastOrphan(it.nextOrphan());
        it.setDeleted(Math.max(now / Timestamp.SECOND, volume.superblock().inodes() + 1)); // a smaller number would be that of an inode
        it.setSize(0);
        outcome = attributes.release(transaction, it);
        if (outcome == Outcome.DONE) {
            outcome = it.write(transaction);
        }
        if (outcome == Outcome.DONE) {
            outcome = inodes.free(transaction, it.number(), it.type() == NodeType.DIRECTORY);
        }
        return transaction.end(outcome);
    }

    /** Takes a file's blocks from one on, in as many operations as that takes. */
    private Outcome cut(Inode it, long from) {
        if (!it.hasExtents()) {
            return it.isGivable() ? Outcome.DONE : Outcome.READ_ONLY;
        }
        Outcome outcome = Outcome.DONE;
        while (outcome == Outcome.DONE) {
            outcome = transaction.begin();
            if (outcome == Outcome.DONE) {
                outcome = extents.shrink(transaction, it, from);
                Outcome written = outcome == Outcome.DONE ? it.write(transaction) : outcome;
                outcome = transaction.end(written);
            }
        }
        return outcome == Outcome.NOT_FOUND ? Outcome.DONE : outcome;
    }

    /** Takes what is behind a file's end. The rest of its last block becomes zeros only when nothing brings back any more what was there. */
    Outcome shorten(Inode file) {
        int blockBytes = volume.superblock().blockBytes();
        Outcome outcome = file.size() % blockBytes == 0 ? Outcome.DONE : volume.commit();
        if (outcome == Outcome.DONE) {
            outcome = writer.clearEnd(file);
        }
        if (outcome == Outcome.DONE) {
            outcome = cut(file, (file.size() + blockBytes - 1) / blockBytes);
        }
        return outcome == Outcome.DONE ? strike(file) : outcome;
    }

    /** Ends what was begun when the power went: gives up what had no name any more, and what was behind files' ends. */
    Outcome giveUpOrphans(long now) {
        Outcome outcome = tryOrphans(now);
        if (outcome != Outcome.DONE) {
            volume.setReadOnly(); // what is there can still be read
        }
        return outcome;
    }

    private Outcome tryOrphans(long now) {
        Outcome outcome = Outcome.DONE;
        for (long i = 0; outcome == Outcome.DONE && volume.superblock().lastOrphan() != 0; i++) {
            outcome = i > volume.superblock().inodes() ? Outcome.DAMAGED : inode.readAny(volume.superblock().lastOrphan());
            if (outcome == Outcome.DONE) {
                outcome = !inode.isGivable() ? Outcome.READ_ONLY : inode.links() == 0 ? giveUp(inode, now) : shorten(inode);
            }
        }
        return outcome;
    }
}
