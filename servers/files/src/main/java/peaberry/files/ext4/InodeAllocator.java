package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;

/** Gives out inodes. */
final class InodeAllocator {

    private final Volume volume;
    private final Bitmap bitmap;
    private long number;

    InodeAllocator(Volume volume) {
        this.volume = volume;
        bitmap = new Bitmap(volume);
    }

    /** Takes an inode, as part of an operation. @param near one in whose group it is best, as that of the directory that it will be in */
    Outcome allocate(Transaction transaction, long near, boolean directory) {
        Superblock superblock = volume.superblock();
        long start = (near - 1) / superblock.inodesInGroup();
        for (long i = 0; i < superblock.groups(); i++) {
            volume.begin();
            Outcome outcome = volume.groups().read((start + i) % superblock.groups());
            if (outcome == Outcome.DONE && volume.groups().freeInodes() > 0) {
                outcome = allocateIn(transaction, directory);
                if (outcome == Outcome.DONE && number != 0) {
                    superblock.takeInode();
                    return Outcome.DONE;
                }
            }
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return Outcome.NO_SPACE;
    }

    /** Takes the inodes of a new disk that are set apart for something, the first directory's among them. */
    Outcome reserve(Transaction transaction) {
        Superblock superblock = volume.superblock();
        GroupTable group = volume.groups();
        Outcome outcome = group.read(0);
        for (long inode = 1; inode < superblock.firstInode() && outcome == Outcome.DONE; inode++) {
            long at = bitmap(transaction, group);
            if (at == ChunkCache.NOWHERE) {
                return volume.trouble();
            }
            bitmap.set(at, inode - 1);
            group.takeInode(inode - 1, inode == Superblock.ROOT_INODE, at);
            superblock.takeInode();
            outcome = group.write(transaction);
        }
        return outcome;
    }

    /** Gives an inode back, as part of an operation. */
    Outcome free(Transaction transaction, long inode, boolean directory) {
        Superblock superblock = volume.superblock();
        Outcome outcome = volume.groups().read((inode - 1) / superblock.inodesInGroup());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long at = transaction.change(volume.groups().inodeBitmap());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        if (!volume.groups().isInodeBitmapRight(at)) {
            return Outcome.DAMAGED;
        }
        long index = (inode - 1) % superblock.inodesInGroup();
        bitmap.clear(at, index);
        volume.groups().giveInode(directory, at);
        superblock.giveInode();
        return volume.groups().write(transaction);
    }

    private Outcome allocateIn(Transaction transaction, boolean directory) {
        GroupTable group = volume.groups();
        Superblock superblock = volume.superblock();
        number = 0;
        long at = bitmap(transaction, group);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        if (!group.hasNoInodes() && !group.isInodeBitmapRight(at)) {
            return Outcome.DAMAGED;
        }
        long index = bitmap.search(at, group.number() == 0 ? superblock.firstInode() - 1 : 0, superblock.inodesInGroup());
        if (index == Bitmap.NONE) {
            return Outcome.DONE;
        }
        bitmap.set(at, index);
        group.takeInode(index, directory, at);
        number = group.number() * superblock.inodesInGroup() + index + 1;
        return group.write(transaction);
    }

    /** Where a group's bitmap is in memory, which is made if it never was; {@link ChunkCache#NOWHERE} if it cannot be had. */
    private long bitmap(Transaction transaction, GroupTable group) {
        if (!group.hasNoInodes()) {
            return transaction.change(group.inodeBitmap());
        }
        long at = transaction.create(group.inodeBitmap());
        if (at != ChunkCache.NOWHERE) {
            bitmap.end(at, volume.superblock().inodesInGroup());
        }
        return at;
    }

    /** The inode that was taken. */
    long number() {
        return number;
    }
}
